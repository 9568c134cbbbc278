"""A phrase in all its places with what each annotator made of it: the check of consistency.

A line's verdict of an annotator are the labels on these very words; else those of spans with nearly
the same edges; long spans that merely hold the words are shown but decide nothing. Lines whose
verdict is rare, or on which annotators differ, are the ones to look at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId, SpanId
from annotator.storage import span_search
from annotator.storage.span_search import FoundSpan, SpanFilter
from annotator.workspace.find import view_of
from annotator.workspace.occurrences import Cancelled, Occurrences, Phrase, Progress, occurrences
from annotator.workspace.project import Project
from annotator.workspace.search import context

LIMIT = 10_000
_NEAR_WORDS = 6

Verdict = tuple[str, ...]


class Standing(StrEnum):
    """How a span stands to the words: on them, with other edges, or far around them."""

    EQUAL = "equal"
    NEAR = "near"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span over the words; `span` is its id in the annotator's layer."""

    label: str
    standing: Standing
    span: SpanId


@dataclass(frozen=True, slots=True)
class Line:
    """One place, `[start, end)` in code points, with the marks of all who have begun the article.

    `oddness` is 2 where annotators give different labels, 1 where only edges differ, plus how rare
    the rarest verdict is among all of the concordance, 0 to 1.
    """

    article_id: ArticleId
    title: str
    direction: str
    start: int
    end: int
    before: str
    hit: str
    after: str
    marks: Mapping[str | None, tuple[Mark, ...]] = field(default_factory=dict)
    oddness: float = 0.0

    def verdict(self, annotator: str | None) -> Verdict | None:
        """Return an annotator's labels for the words; None where she has not begun the article."""
        marks = self.marks.get(annotator)
        return None if marks is None else verdict_of(marks)


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines in import order, whose layers they show (None, gold, last), and all verdicts.

    `is_cut`: there are more places than `LIMIT`.
    """

    lines: list[Line]
    annotators: tuple[str | None, ...]
    verdicts: Mapping[Verdict, int]
    is_cut: bool = False


def concordance(
    ws: Project,
    phrase: Phrase,
    *,
    limit: int = LIMIT,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Concordance:
    """Return all places of a phrase, as far as who is present may see; raises `Stopped`."""
    lines: list[Line] = []
    for batch in occurrences(ws, phrase, progress=progress, cancelled=cancelled):
        lines += _lines(ws, batch)
        if len(lines) > limit:
            break
    shown = lines[:limit]
    verdicts = Counter(verdict_of(marks) for line in shown for marks in line.marks.values())
    names = {name for line in shown for name in line.marks}
    order = sorted(names, key=lambda name: (name is None, name or ""))
    rated = [_rated(line, verdicts) for line in shown]
    return Concordance(rated, tuple(order), verdicts, len(lines) > limit)


def verdict_of(marks: tuple[Mark, ...]) -> Verdict:
    """Return the labels on the words, else those with nearly the same edges; sorted."""
    for standing in (Standing.EQUAL, Standing.NEAR):
        labels = {mark.label for mark in marks if mark.standing is standing}
        if labels:
            return tuple(sorted(labels))
    return ()


def _lines(ws: Project, batch: list[Occurrences]) -> Iterator[Line]:
    view = view_of(ws)
    rows = [one.row for one in batch]
    with ws.database.told():
        begun = span_search.layers_begun(ws.database, ws.people_store, view, rows)
        spans: dict[int, list[FoundSpan]] = {}
        for span in span_search.spans_of(ws.database, ws.people_store, view, rows, SpanFilter()):
            spans.setdefault(span.article, []).append(span)
    for one in batch:
        people = begun.get(one.row, [])
        for start, end in one.places:
            yield _line(one.article, start, end, people, spans.get(one.row, []))


def _line(
    article: Article, start: int, end: int, people: list[str | None], spans: list[FoundSpan]
) -> Line:
    marks: dict[str | None, tuple[Mark, ...]] = {}
    over = [s for s in spans if s.start < end and start < s.end and _touches(s, start, end)]
    for name in people:
        own = [
            Mark(span.label, _standing(article.text, span, start, end), span.id)
            for span in over
            if span.annotator == name
        ]
        marks[name] = tuple(sorted(own, key=lambda mark: (_ORDER[mark.standing], mark.label)))
    before, after = context(article.text, start, end)
    hit = article.text[start:end]
    return Line(article.id, article.title, article.direction, start, end, before, hit, after, marks)


_ORDER = {standing: number for number, standing in enumerate(Standing)}


def _touches(span: FoundSpan, start: int, end: int) -> bool:
    return any(piece.overlaps(start, end) for piece in span.pieces)


def _standing(text: str, span: FoundSpan, start: int, end: int) -> Standing:
    if (span.start, span.end) == (start, end) and len(span.pieces) == 1:
        return Standing.EQUAL
    outside = f"{text[span.start : min(start, span.end)]} {text[max(end, span.start) : span.end]}"
    return Standing.NEAR if len(outside.split()) <= _NEAR_WORDS else Standing.AROUND


def _rated(line: Line, verdicts: Counter[Verdict]) -> Line:
    total = verdicts.total()
    given = [verdict_of(marks) for marks in line.marks.values()]
    if not given:
        return line
    rarity = 1 - min(verdicts[verdict] for verdict in given) / total
    edges = {_edges(marks) for marks in line.marks.values()}
    dispute = 2 if len(set(given)) > 1 else 1 if len(edges) > 1 else 0
    return replace(line, oddness=dispute + rarity)


def _edges(marks: tuple[Mark, ...]) -> frozenset[tuple[str, Standing]]:
    return frozenset((m.label, m.standing) for m in marks if m.standing is not Standing.AROUND)
