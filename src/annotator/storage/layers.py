"""Layers: read whole, written item by item; the counts that lists show are kept in step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.domain.ids import ArticleId
from annotator.domain.layer import Change, Decision, Item, Layer, LayerKey, LayerState
from annotator.domain.span import Entity, Relation, Span
from annotator.storage import rows
from annotator.storage.database import Database, Row
from annotator.storage.people import People

_TABLE = {Span: "span", Relation: "relation", Entity: "entity", Decision: "decision"}
_COLUMNS = {
    Span: rows.SPAN,
    Relation: rows.RELATION,
    Entity: rows.ENTITY,
    Decision: rows.DECISION,
}


def _upsert(kind: type[Item]) -> str:
    columns = _COLUMNS[kind].split(", ")
    sets = ", ".join(f"{name} = excluded.{name}" for name in columns[2:])
    insert = rows.insert(_TABLE[kind], _COLUMNS[kind])
    return f"{insert} ON CONFLICT (layer, uid) DO UPDATE SET {sets}"


_UPSERTS = {kind: _upsert(kind) for kind in _TABLE}
_SELECTS = {
    kind: f"SELECT {columns.removeprefix('layer, ')} FROM {_TABLE[kind]} WHERE layer = ?"
    for kind, columns in _COLUMNS.items()
}
_COUNT = (
    "INSERT INTO label_count (layer, label, spans) VALUES (?, ?, ?)"
    " ON CONFLICT (layer, label) DO UPDATE SET spans = spans + excluded.spans"
)


class Layers:
    """The layers of a project."""

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._people = people

    def row(self, key: LayerKey) -> int | None:
        """Return the row id of a layer that somebody has begun."""
        found = self._header(key)
        return found[0] if found else None

    def read(self, key: LayerKey) -> Layer:
        """Return a layer with all its items; empty and without a state where there is none."""
        header = self._header(key)
        if header is None:
            return Layer(key)
        return self.read_row(key, header[0], rows.state_of(header[1:]))

    def read_row(self, key: LayerKey, layer: int, state: LayerState) -> Layer:
        """Return the layer of a row id."""
        items = {
            kind: list(self._database.execute(select, (layer,)))
            for kind, select in _SELECTS.items()
        }
        people = self._people
        return Layer(
            key,
            state,
            {row[0]: rows.span_of(row, people) for row in items[Span]},
            {row[0]: rows.relation_of(row, people) for row in items[Relation]},
            {row[0]: rows.entity_of(row) for row in items[Entity]},
            {row[0]: rows.decision_of(row, people) for row in items[Decision]},
        )

    def keys(self, article: ArticleId) -> list[LayerKey]:
        """Return the layers an article has, by annotator's name, gold last."""
        found = self._database.execute(
            "SELECT l.person FROM layer l JOIN article a ON a.id = l.article WHERE a.uid = ?",
            (article,),
        )
        names = [None if row is None else self._people.name(row) for (row,) in found]
        return [
            LayerKey(article, name)
            for name in sorted(names, key=lambda name: (name is None, name or ""))
        ]

    def write(self, key: LayerKey, changes: Sequence[Change], text: str, now: str) -> None:
        """Write what a step changes in one layer; `text` is the article's."""
        states = [change for change in changes if isinstance(change.after, LayerState)]
        if states and self.row(key) is None:
            self._begin(key, states[0].after)  # type: ignore[arg-type]
        layer = self.row(key)
        if layer is None:
            raise LookupError(f"{key} has items without a state")
        for change in changes:
            self._write_item(layer, change, text)
        self._count(layer, changes, now)
        if any(change.kind is LayerState and change.after is None for change in changes):
            self._database.execute("DELETE FROM label_count WHERE layer = ?", (layer,))
            self._database.execute("DELETE FROM layer WHERE id = ?", (layer,))

    def imported(self, key: LayerKey) -> int | None:
        """Return the journal number of the import that made a layer, if one did."""
        header = self._header(key)
        if header is None:
            return None
        found: int | None = self._database.value(
            "SELECT imported FROM layer WHERE id = ?", (header[0],)
        )
        return found

    def _person(self, key: LayerKey) -> int | None:
        if key.annotator is None:
            return None
        person = self._people.row(key.annotator)
        if person is None:
            raise LookupError(f"nobody is named {key.annotator}")
        return person

    def _header(self, key: LayerKey) -> Row | None:
        person = None
        if key.annotator is not None:
            person = self._people.row(key.annotator)
            if person is None:
                return None
        return self._database.one(
            f"SELECT id, {rows.STATE} FROM layer"
            " WHERE article = (SELECT id FROM article WHERE uid = ?) AND person IS ?",
            (key.article, person),
        )

    def _begin(self, key: LayerKey, state: LayerState) -> None:
        self._database.execute(
            _INSERT_LAYER, (key.article, self._person(key), *rows.state_row(state))
        )

    def _write_item(self, layer: int, change: Change, text: str) -> None:
        item, people = change.after, self._people
        if change.kind is LayerState:
            if item is not None:
                self._database.execute(_UPDATE_STATE, (*rows.state_row(item), layer))  # type: ignore[arg-type]
            return
        if item is None:
            table = _TABLE[change.kind]
            self._database.execute(
                f"DELETE FROM {table} WHERE layer = ? AND uid = ?", (layer, change.id)
            )
            return
        self._database.execute(_UPSERTS[change.kind], _row(layer, item, text, people))

    def _count(self, layer: int, changes: Iterable[Change], now: str) -> None:
        labels: Counter[str] = Counter()
        spans = flags = 0
        for change in changes:
            for item, sign in ((change.before, -1), (change.after, 1)):
                if isinstance(item, Span):
                    labels[item.label] += sign
                    spans += sign
                    flags += sign * item.flag
        for label, delta in labels.items():
            if delta:
                self._database.execute(_COUNT, (layer, label, delta))
        self._database.execute(
            "UPDATE layer SET spans = spans + ?, flags = flags + ?, modified = ? WHERE id = ?",
            (spans, flags, now, layer),
        )


_INSERT_LAYER = (
    f"INSERT INTO layer (article, person, {rows.STATE})"
    " VALUES ((SELECT id FROM article WHERE uid = ?), ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_STATE = f"UPDATE layer SET ({rows.STATE}) = (?, ?, ?, ?, ?, ?) WHERE id = ?"


def _row(layer: int, item: Item, text: str, people: People) -> Row:
    if isinstance(item, Span):
        return rows.span_row(layer, item, text, people)
    if isinstance(item, Relation):
        return rows.relation_row(layer, item, people)
    if isinstance(item, Entity):
        return rows.entity_row(layer, item)
    assert isinstance(item, Decision)
    return rows.decision_row(layer, item, people)
