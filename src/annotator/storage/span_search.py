"""Looking for articles and spans by what people did: labels, entities, statuses, flags, notes.

Which articles come into question is asked of narrow tables; spans are read for some articles at a
time. Whose layers may be seen is decided by the caller and said as a `View`.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.domain.ids import SpanId
from annotator.domain.layer import Status
from annotator.domain.span import AttributeValue, Piece
from annotator.persian.fold import fold_key
from annotator.storage.database import Database, Row
from annotator.storage.people import People

GOLD = ""
# Asking which articles have what nearly all have takes longer than looking at the first ones.
_MANY_LAYERS = 20_000
_MANY_NAMES = 500


@dataclass(frozen=True, slots=True)
class View:
    """Whose layers are looked at; names. `sees` None is everybody's, `done_shows` the others' too
    where `sees` has finished the article. `only` narrows to one person, `GOLD` to gold.
    """

    sees: str | None = None
    done_shows: bool = False
    only: str | None = None


@dataclass(frozen=True, slots=True)
class SpanFilter:
    """Which spans; every part that is set must hold. `entity` is part of its name, any spelling."""

    label: str | None = None
    attribute: tuple[str, str] | None = None
    entity: str = ""
    flagged: bool = False
    noted: bool = False

    @property
    def is_set(self) -> bool:
        """Tell whether anything is asked of a span."""
        return self != SpanFilter()


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles; dates are ISO, both included, an empty one is open."""

    statuses: frozenset[Status] = frozenset()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A span with whose it is; `article` is a row id, `text` its pieces joined."""

    article: int
    annotator: str | None
    id: SpanId
    label: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    text: str
    entity: str
    flag: bool
    note: str


def articles(
    database: Database, people: People, view: View, wanted: ArticleFilter, spans: SpanFilter
) -> array[int] | None:
    """Return the row ids that may hold what is wanted, in import order; None: all of them.

    `spans_of` tells which do: what most articles have is not asked here, nor are attributes.
    """
    where, values = _dates(wanted)
    names = _names(database, spans.entity)
    if names is not None and len(names) <= _MANY_NAMES:
        where.append(
            "a.id IN (SELECT l.article FROM entity e JOIN layer l ON l.id = e.layer"
            f" WHERE e.name IN ({_marks(names)}))"
        )
        values += names
    if spans.label is not None and _count(database, spans.label) > _MANY_LAYERS:
        spans = replace(spans, label=None)
    layers, more = _layers(people, view, wanted, spans)
    if layers:
        where, values = [*where, layers], [*values, *more]
    if not where:
        return None
    sql = f"SELECT id FROM article a WHERE binned = 0 AND {' AND '.join(where)} ORDER BY id"
    found: array[int] = array("q")
    found.extend(row for (row,) in database.execute(sql, values))
    return found


def spans_of(
    database: Database,
    people: People,
    view: View,
    rows: Sequence[int],
    wanted: SpanFilter,
    *,
    statuses: frozenset[Status] = frozenset(),
) -> Iterator[FoundSpan]:
    """Yield the spans of some articles (row ids) that a filter leaves, by article and place."""
    visible, values = _visible(people, view)
    where = [f"l.article IN ({_marks(rows)})", visible]
    given: list[Any] = [*rows, *values]
    if statuses:
        where.append(f"l.status IN ({_marks(statuses)})")
        given += map(str, sorted(statuses))
    for condition, value in _span_conditions(wanted):
        where.append(condition)
        given += value
    sql = f'{_SPANS} WHERE {" AND ".join(where)} ORDER BY l.article, s.start, s."end" DESC, s.id'
    entity = fold_key(wanted.entity.strip())
    for row in database.execute(sql, given):
        if _fits(row, wanted.attribute, entity):
            yield _span(row, people)


def layers_begun(
    database: Database, people: People, view: View, rows: Sequence[int]
) -> dict[int, list[str | None]]:
    """Return who has begun or done some articles (row ids) and may be seen; None is gold."""
    visible, values = _visible(people, view)
    sql = (
        f"SELECT l.article, l.person FROM layer l WHERE l.article IN ({_marks(rows)})"
        f" AND {visible} AND l.status IN ('started', 'done') ORDER BY l.article, l.person"
    )
    found: dict[int, list[str | None]] = {}
    for article, person in database.execute(sql, [*rows, *values]):
        name = None if person is None else people.name(person)
        found.setdefault(article, []).append(name)
    return found


_SPANS = (
    'SELECT l.article, l.person, s.uid, s.label, s.start, s."end", s.pieces, s.quote, e.name,'
    " s.flag, s.note, s.attributes FROM layer l CROSS JOIN span s ON s.layer = l.id"
    " LEFT JOIN entity e ON e.layer = s.layer AND e.uid = s.entity"
)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _names(database: Database, entity: str) -> list[str] | None:
    """Return the names that entities bear and that hold a text in any spelling."""
    wanted = fold_key(entity.strip())
    if not wanted:
        return None
    names = database.execute("SELECT DISTINCT name FROM entity")
    return [name for (name,) in names if wanted in fold_key(name)]


def _count(database: Database, label: str) -> int:
    sql = "SELECT count(*) FROM label_count WHERE label = ? AND spans > 0"
    return int(database.value(sql, (label,)))


def _dates(wanted: ArticleFilter) -> tuple[list[str], list[Any]]:
    where, values = [], []
    if wanted.since:
        where.append("a.published >= ?")
        values.append(wanted.since)
    if wanted.until:
        where.append("a.published <> '' AND substr(a.published, 1, 10) <= ?")
        values.append(wanted.until)
    return where, values


def _layers(
    people: People, view: View, wanted: ArticleFilter, spans: SpanFilter
) -> tuple[str, list[Any]]:
    """Return the condition on an article's layers; empty where nothing is asked of them."""
    where: list[str] = []
    values: list[Any] = []
    if wanted.statuses:
        where.append(f"l.status IN ({_marks(wanted.statuses)})")
        values += map(str, sorted(wanted.statuses))
    if spans.label is not None:
        where.append("l.id IN (SELECT layer FROM label_count WHERE label = ? AND spans > 0)")
        values.append(spans.label)
    if spans.flagged:
        where.append("(l.flag = 1 OR l.flags > 0)")
    if not where and view.only is None:
        return "", []
    visible, seen = _visible(people, view)
    inside = " AND ".join([visible, *where])
    condition = f"a.id IN (SELECT l.article FROM layer l WHERE {inside})"
    if Status.NEW in wanted.statuses and not spans.is_set:
        begun = "l.status <> 'new'"
        condition = f"({condition} OR a.id NOT IN (SELECT l.article FROM layer l WHERE {visible} AND {begun}))"
        return condition, [*seen, *values, *seen]
    return condition, [*seen, *values]


def _visible(people: People, view: View) -> tuple[str, list[Any]]:
    where, values = ["1"], []
    if view.only is not None:
        where.append("l.person IS ?")
        values.append(None if view.only == GOLD else people.row(view.only) or -1)
    if view.sees is not None:
        mine = people.row(view.sees) or -1
        if view.done_shows:
            where.append(
                "(l.person = ? OR l.article IN"
                " (SELECT article FROM layer WHERE person = ? AND status = 'done'))"
            )
            values += [mine, mine]
        else:
            where.append("l.person = ?")
            values.append(mine)
    return " AND ".join(where), values


def _span_conditions(wanted: SpanFilter) -> Iterator[tuple[str, list[Any]]]:
    if wanted.label is not None:
        yield "s.label = ?", [wanted.label]
    if wanted.attribute:
        yield "instr(s.attributes, ?) > 0", [json.dumps(wanted.attribute[1], ensure_ascii=False)]
    if wanted.entity:
        yield "s.entity IS NOT NULL", []
    if wanted.flagged:
        yield "s.flag = 1", []
    if wanted.noted:
        yield "s.note <> ''", []


def _fits(row: Row, attribute: tuple[str, str] | None, entity: str) -> bool:
    if entity and entity not in fold_key(row[8] or ""):
        return False
    if attribute is None:
        return True
    name, value = attribute
    held: AttributeValue = json.loads(row[11]).get(name, "")
    return value == held if isinstance(held, str) else value in held


def _span(row: Row, people: People) -> FoundSpan:
    article, person, uid, label, start, end, pieces, text, entity, flag, note, _ = row
    annotator = None if person is None else people.name(person)
    parts = tuple(Piece(*p) for p in json.loads(pieces)) if pieces else (Piece(start, end),)
    return FoundSpan(
        article, annotator, uid, label, start, end, parts, text, entity or "", flag == 1, note
    )
