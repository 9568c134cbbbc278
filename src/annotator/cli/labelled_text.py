"""An article with its labels as lines of text: brackets around the spans, lists below."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.cli.terminal import Screen
from annotator.domain.article import PUBLISHED, SOURCE, Article
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.span import AttributeValue, Span

_QUOTED = 60
_PIECE = "…"


def labelled_article(article: Article, layers: Sequence[Layer], screen: Screen) -> Iterator[str]:
    """Yield the lines of an article: its head, then the text once for each layer."""
    yield from _head(article, screen)
    if not layers:
        yield ""
        yield from _wrapped(article.text, screen)
    for layer in layers:
        yield ""
        yield screen.bold(f"— {layer.key.annotator or 'gold'}: {layer.status} —")
        yield ""
        numbers = {span.id: n for n, span in enumerate(layer.index, 1)}
        yield from _wrapped(bracketed(article.text, layer.index, numbers), screen)
        yield from _lists(article.text, layer, numbers, screen)


def _head(article: Article, screen: Screen) -> Iterator[str]:
    about = [article.id, *filter(None, (article.known(SOURCE), article.known(PUBLISHED)))]
    yield screen.bold(screen.rtl_line(article.title))
    yield "  ".join(screen.text(one) for one in about)


def _wrapped(text: str, screen: Screen) -> Iterator[str]:
    for paragraph in text.split("\n"):
        lines = textwrap.wrap(
            paragraph, screen.width, break_long_words=False, break_on_hyphens=False
        )
        yield from (screen.tagged(screen.rtl_line(line)) for line in lines or [""])


def bracketed(text: str, spans: Iterable[Span], numbers: Mapping[SpanId, int]) -> str:
    """Return the text with `[LABEL#1 …]` around each piece of each span.

    Where spans cross, an end that is not that of the bracket opened last says whose it is.
    """
    edges = [
        (position, order, span, number)
        for span in spans
        for number, piece in enumerate(span.pieces)
        for position, order in (
            (piece.start, (1, -piece.end, numbers[span.id])),
            (piece.end, (0, -piece.start, -numbers[span.id])),
        )
    ]
    parts: list[str] = []
    opened: list[SpanId] = []
    before = 0
    for position, order, span, number in sorted(edges, key=lambda edge: edge[:2]):
        parts.append(text[before:position])
        before = position
        if order[0] == 1:
            again = _PIECE if number else ""
            parts.append(f"[{again}{span.label}#{numbers[span.id]} ")
            opened.append(span.id)
        else:
            parts.append("]" if opened[-1] == span.id else f" #{numbers[span.id]}]")
            opened.remove(span.id)
    return "".join([*parts, text[before:]])


def _lists(text: str, layer: Layer, numbers: Mapping[SpanId, int], screen: Screen) -> Iterator[str]:
    if layer.spans:
        yield ""
    for span in layer.index:
        yield screen.tagged(_span_line(text, span, numbers[span.id], screen))
    for relation in layer.relations.values():
        ends = [_name(layer.spans[end], numbers) for end in (relation.source, relation.target)]
        yield screen.tagged(f"{ends[0]} -{relation.label}-> {ends[1]}")
    for entity in layer.entities.values():
        mentions = " ".join(f"#{numbers[span.id]}" for span in layer.mentions(entity.id))
        kind = f" ({screen.text(entity.kind)})" if entity.kind else ""
        yield f"{entity.id} {screen.text(entity.name)}{kind}: {mentions or 'no mention'}"


def _name(span: Span, numbers: Mapping[SpanId, int]) -> str:
    return f"{span.label}#{numbers[span.id]}"


def _span_line(text: str, span: Span, number: int, screen: Screen) -> str:
    words = " ".join(span.quoted(text).split())
    shown = words if len(words) <= _QUOTED else words[: _QUOTED - 1] + "…"
    places = ",".join(f"{piece.start}-{piece.end}" for piece in span.pieces)
    attributes = sorted(span.attributes.items())
    more = [screen.text(f"{name}={_value(value)}") for name, value in attributes]
    if span.entity:
        more.append(f"entity={span.entity}")
    if span.flag:
        more.append("flagged")
    if span.note:
        more.append(f"note={screen.text(span.note)}")
    return "  ".join([f"{span.label}#{number}", places, screen.text(shown), *more])


def _value(value: AttributeValue) -> str:
    return value if isinstance(value, str) else ",".join(value)
