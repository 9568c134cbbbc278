"""Reading a whole project in import order, a batch of articles at a time: exports and agreement.

One query for each table and batch instead of several for each layer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, LayerKey, Status
from annotator.storage import rows
from annotator.storage.articles import read_articles
from annotator.storage.database import Database, Row
from annotator.storage.people import People

_BATCH = 100


@dataclass(frozen=True, slots=True)
class LayerFilter:
    """Which layers to read; `annotators` None is everybody's, `statuses` empty is any."""

    annotators: frozenset[str] | None = None
    gold: bool = True
    statuses: frozenset[Status] = frozenset()

    def takes(self, annotator: str | None, status: str) -> bool:
        """Tell whether a layer is asked for."""
        if self.statuses and status not in self.statuses:
            return False
        if annotator is None:
            return self.gold
        return self.annotators is None or annotator in self.annotators


def read_labelled(
    database: Database, people: People, wanted: LayerFilter
) -> Iterator[tuple[Article, list[Layer]]]:
    """Yield all articles in import order with the layers asked for, by annotator, gold last."""
    batch: list[tuple[int, Article]] = []
    for numbered in read_articles(database):
        batch.append(numbered)
        if len(batch) == _BATCH:
            yield from _with_layers(database, people, batch, wanted)
            batch = []
    if batch:
        yield from _with_layers(database, people, batch, wanted)


def _with_layers(
    database: Database, people: People, batch: list[tuple[int, Article]], wanted: LayerFilter
) -> Iterator[tuple[Article, list[Layer]]]:
    ids = {row: article.id for row, article in batch}
    layers = _layers(database, people, (batch[0][0], batch[-1][0]), ids, wanted)
    for row, article in batch:
        found = layers.get(row, [])
        found.sort(key=lambda layer: (layer.key.is_gold, layer.key.annotator or ""))
        yield article, found


def _layers(
    database: Database,
    people: People,
    between: tuple[int, int],
    ids: dict[int, ArticleId],
    wanted: LayerFilter,
) -> dict[int, list[Layer]]:
    headers = [
        (layer, article, people.name(person) if person is not None else None, state)
        for layer, article, person, *state in database.execute(_HEADERS, between)
        if article in ids
    ]
    headers = [header for header in headers if wanted.takes(header[2], header[3][0])]
    if not headers:
        return {}
    spans = _items(database, "span", between, lambda row: rows.span_of(row, people))
    relations = _items(database, "relation", between, lambda row: rows.relation_of(row, people))
    entities = _items(database, "entity", between, rows.entity_of)
    decisions = _items(database, "decision", between, lambda row: rows.decision_of(row, people))
    found: dict[int, list[Layer]] = defaultdict(list)
    for layer, article, annotator, state in headers:
        key = LayerKey(ids[article], annotator)
        found[article].append(
            Layer(
                key,
                rows.state_of(tuple(state)),
                spans.get(layer, {}),
                relations.get(layer, {}),
                entities.get(layer, {}),
                decisions.get(layer, {}),
            )
        )
    return found


def _items(
    database: Database, table: str, between: tuple[int, int], read: Callable[[Row], Any]
) -> dict[int, dict[Any, Any]]:
    found: dict[int, dict[Any, Any]] = defaultdict(dict)
    for row in database.execute(_SELECTS[table], between):
        found[row[0]][row[1]] = read(row[1:])
    return found


_HEADERS = f"SELECT id, article, person, {rows.STATE} FROM layer WHERE article BETWEEN ? AND ?"
_SELECTS = {
    table: f"SELECT {columns} FROM {table}"
    " WHERE layer IN (SELECT id FROM layer WHERE article BETWEEN ? AND ?)"
    for table, columns in (
        ("span", rows.SPAN),
        ("relation", rows.RELATION),
        ("entity", rows.ENTITY),
        ("decision", rows.DECISION),
    )
}
