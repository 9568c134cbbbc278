"""Tokens for formats that label words: our own, cut so that every edge of a span is one of theirs.

A token is a run of letters, marks, digits and half-spaces, or one other character with its marks;
white space belongs to none. Nothing depends on a model or a list of words, so the same text gives
the same tokens, but for the words that a span cuts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from annotator.domain.article import Article
from annotator.domain.layer import Layer
from annotator.domain.span import Span

_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}\p{Pc}\u200c\u200d]++|[^\s\x1c-\x1f][\p{M}\u200d]*+")
OUTSIDE = "O"


class Token(NamedTuple):
    """One token, `[start, end)` in code points."""

    start: int
    end: int


class Fit(NamedTuple):
    """The tokens of a piece, `[first, end)`; `exact` where its edges are theirs."""

    first: int
    end: int
    exact: bool


class Tokens(Sequence[Token]):
    """The tokens of a text in order, and which of them make up a piece of it."""

    def __init__(self, text: str, edges: Iterable[int] = ()) -> None:
        self.text = text
        self._cuts = sorted(set(edges))
        self._all = [t for m in _TOKEN.finditer(text) for t in self._cut(*m.span())]
        self._starts = [token.start for token in self._all]
        self._ends = [token.end for token in self._all]

    def _cut(self, start: int, end: int) -> Iterator[Token]:
        first, last = bisect_right(self._cuts, start), bisect_left(self._cuts, end)
        for one in pairwise((start, *self._cuts[first:last], end)):
            yield Token(*one)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204
        return self._all[index]

    def fit(self, start: int, end: int) -> Fit | None:
        """Return the tokens wholly inside `[start, end)`; None where there is none."""
        first = bisect_left(self._starts, start)
        stop = bisect_right(self._ends, end)
        if first >= stop:
            return None
        return Fit(first, stop, self._all[first].start == start and self._all[stop - 1].end == end)

    def words(self) -> list[str]:
        """Return the text of each token."""
        return [self.text[start:end] for start, end in self._all]


def tokens_for(text: str, spans: Iterable[Span]) -> Tokens:
    """Cut a text so that the edges of all pieces are edges of tokens, white space aside."""
    return Tokens(text, (edge for span in spans for piece in span.pieces for edge in piece))


def iob2(tokens: Tokens, spans: Iterable[Span]) -> list[str]:
    """Return an IOB2 tag for each token, for spans that share no text."""
    tags = [OUTSIDE] * len(tokens)
    for span in spans:
        for piece in span.pieces:
            if fit := tokens.fit(*piece):
                tags[fit.first] = f"B-{span.label}"
                tags[fit.first + 1 : fit.end] = [f"I-{span.label}"] * (fit.end - fit.first - 1)
    return tags


def token_losses(
    article: Article, layer: Layer, written: Container[str]
) -> Iterator[tuple[str, str]]:
    """Name the spans written by tokens that have none, or white space at an edge."""
    spans = [span for span in layer.index if span.id in written]
    tokens = tokens_for(article.text, spans)
    for span in spans:
        fits = [tokens.fit(*piece) for piece in span.pieces]
        if None in fits:
            yield "no_token", span.quoted(article.text)
        elif not all(fit.exact for fit in fits if fit):
            yield "edge_in_space", span.quoted(article.text)
