"""Writing many articles and layers at the driver's speed, in batches of bounded memory.

Row ids are given out here, so that no statement has to ask for the last one. Nothing is checked:
whether a record may be taken is the import's to decide, with the help of `article` and `layer`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.article import PUBLISHED, SOURCE, Article
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, LayerKey, LayerState
from annotator.persian.fold import fold_key
from annotator.storage import rows
from annotator.storage.articles import text_hash_of
from annotator.storage.database import Database, Row
from annotator.storage.layers import Layers
from annotator.storage.people import People
from annotator.storage.search import index_key

_BATCH_CHARACTERS = 2_000_000
_BATCH_LAYERS = 500

_ARTICLE = rows.insert("article", "id, uid, title, title_key, source, published, words, imported")
_BODY = rows.insert("body", "article, sha256, direction, meta, cleaning, text")
_WORD = rows.insert("word", "rowid, body")
_LAYER = rows.insert(
    "layer", f"id, article, person, {rows.STATE}, spans, flags, modified, imported"
)
_COUNT = rows.insert("label_count", "layer, label, spans")
_ITEMS = {
    "span": rows.insert("span", rows.SPAN),
    "relation": rows.insert("relation", rows.RELATION),
    "entity": rows.insert("entity", rows.ENTITY),
    "decision": rows.insert("decision", rows.DECISION),
}


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What an import has to know of an article that is there already."""

    row: int
    sha256: str
    binned: bool


class Bulk:
    """Collects rows and writes them batch by batch, within a transaction of the caller."""

    def __init__(self, database: Database, people: People, seq: int, now: str) -> None:
        self._database = database
        self._people = people
        self._stored = Layers(database, people)
        self._seq = seq
        self._now = now
        self._next_article = _next(database, "article")
        self._next_layer = _next(database, "layer")
        self._had_articles = self._next_article > 1
        self._start()

    def _start(self) -> None:
        self._pending: dict[ArticleId, KnownArticle] = {}
        self._layers: dict[LayerKey, Layer] = {}
        self._articles: list[tuple[int, Article, Sequence[tuple[str, int]]]] = []
        self._layer_rows: list[Row] = []
        self._items: dict[str, list[Row]] = {table: [] for table in _ITEMS}
        self._counts: list[Row] = []
        self._links: list[Row] = []
        self._characters = 0

    def article(self, article: ArticleId) -> KnownArticle | None:
        """Return what is known of an article that is stored or about to be."""
        known = self._pending.get(article)
        if known is None and self._had_articles:
            found = text_hash_of(self._database, article)
            known = KnownArticle(*found) if found else None
        return known

    def layer(self, key: LayerKey) -> Layer:
        """Return a layer that is stored or about to be; without a state where there is none."""
        pending = self._layers.get(key)
        if pending is not None:
            return pending
        fresh = self._pending.get(key.article)
        if fresh is not None or not self._had_articles:
            return Layer(key)
        return self._stored.read(key)

    def add_article(self, article: Article, cleaning: Sequence[tuple[str, int]]) -> KnownArticle:
        """Take an article that is not there yet."""
        self._write_if_full()
        known = KnownArticle(self._next_article, article.sha256, binned=False)
        self._next_article += 1
        self._pending[article.id] = known
        self._articles.append((known.row, article, cleaning))
        self._characters += len(article.text)
        return known

    def add_layer(self, known: KnownArticle, layer: Layer, text: str) -> None:
        """Take a layer that is not there yet, of an article that is."""
        self._write_if_full()
        row = self._next_layer
        self._next_layer += 1
        self._layers[layer.key] = layer
        self._add_header(row, known.row, layer)
        if known.row not in {row for row, *_ in self._articles[-1:]}:
            self._links.append((known.row, self._seq))
        people, items = self._people, self._items
        spans = layer.spans.values()
        items["span"] += [rows.span_row(row, span, text, people) for span in spans]
        items["relation"] += [rows.relation_row(row, r, people) for r in layer.relations.values()]
        items["entity"] += [rows.entity_row(row, e) for e in layer.entities.values()]
        items["decision"] += [rows.decision_row(row, d, people) for d in layer.decisions.values()]

    def write(self) -> None:
        """Write what was taken so far."""
        many = self._database.executemany
        seq = self._seq
        many(_ARTICLE, [_article_row(row, article, seq) for row, article, _ in self._articles])
        many(
            _BODY, [_body_row(row, article, cleaning) for row, article, cleaning in self._articles]
        )
        many(_WORD, ((row, index_key(article.text)) for row, article, _ in self._articles))
        many(_LAYER, self._layer_rows)
        for table, statement in _ITEMS.items():
            many(statement, self._items[table])
        many(_COUNT, self._counts)
        many("INSERT OR IGNORE INTO journal_article (article, seq) VALUES (?, ?)", self._links)
        self._had_articles = True
        self._start()

    def _write_if_full(self) -> None:
        if self._characters > _BATCH_CHARACTERS or len(self._layer_rows) >= _BATCH_LAYERS:
            self.write()

    def _add_header(self, row: int, article: int, layer: Layer) -> None:
        annotator = layer.key.annotator
        person = None if annotator is None else self._people.row(annotator)
        spans = layer.spans.values()
        state = rows.state_row(layer.state or LayerState())
        flags = sum(span.flag for span in spans)
        self._layer_rows.append(
            (row, article, person, *state, len(spans), flags, self._now, self._seq)
        )
        labels = Counter([span.label for span in spans])
        self._counts += [(row, label, count) for label, count in labels.items()]


def _article_row(row: int, article: Article, seq: int) -> Row:
    text, title = article.text, article.title
    words = text.count(" ") + text.count("\n") + 1
    source, published = article.known(SOURCE), article.known(PUBLISHED)
    return (row, article.id, title, fold_key(title), source, published, words, seq)


def _body_row(row: int, article: Article, cleaning: Sequence[tuple[str, int]]) -> Row:
    meta = rows.dumps(dict(article.meta)) if article.meta else "{}"
    changes = rows.dumps([list(change) for change in cleaning]) if cleaning else "[]"
    return (row, article.sha256, article.direction, meta, changes, article.text)


def _next(database: Database, table: str) -> int:
    return int(database.value(f"SELECT coalesce(max(id), 0) + 1 FROM {table}"))
