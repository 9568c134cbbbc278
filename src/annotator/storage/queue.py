"""The queue of articles: which ones a filter leaves, in which order, and the rows to show.

Filtering reads ids only, rows come in pages; both stay quick with 100,000 articles because the
texts lie in a table of their own.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, Select, fn

from annotator.domain.ids import ArticleId
from annotator.domain.layer import Status
from annotator.persian.fold import fold_key
from annotator.storage import tables
from annotator.storage.database import Database

ORDERS = ("import", "title", "source", "published", "words", "modified")


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which articles to list; every part that is set must hold.

    `text` stands in title or id (folded), `label` is one that the layer uses, `flagged` wants a
    question on the article or a span. `annotator` is whose layer counts; None: who is present.
    `mine` leaves out what is assigned to others only. `order` is one of `ORDERS`, with `-` before it the other way round.
    """

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    flagged: bool = False
    label: str | None = None
    source: str | None = None
    annotator: str | None = None
    order: str = "import"
    mine: bool = False


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An article in the queue; `flag` is the layer's own, `question` that of any of its spans."""

    article_id: ArticleId
    title: str
    source: str
    published: str
    words: int
    status: Status
    spans: int
    flag: bool
    question: bool
    modified: str


def queue_ids(database: Database, wanted: QueueFilter, person: int | None) -> array[int]:
    """Return the row ids of the articles that a filter leaves, in its order."""
    article = tables.Article
    query = article.select(article.c.id).where(article.c.binned == 0)
    for condition in _conditions(wanted, person):
        query = query.where(condition)
    ids: array[int] = array("q")
    ids.extend(row[0] for row in database.run(_ordered(query, wanted.order, person)))
    return ids


def queue_rows(database: Database, ids: Sequence[int], person: int | None) -> dict[int, QueueRow]:
    """Return the rows of some articles, by row id."""
    article, layer = tables.Article, tables.Layer
    columns = (
        article.c.id, article.c.uid, article.c.title, article.c.source, article.c.published, article.c.words,
        fn.COALESCE(layer.c.status, "new"), fn.COALESCE(layer.c.spans, 0), fn.COALESCE(layer.c.flag, 0),
        fn.COALESCE(layer.c.flags, 0), fn.COALESCE(layer.c.modified, ""),
    )  # fmt: skip
    query = article.select(*columns).join(layer, JOIN.LEFT_OUTER, on=_own(person))
    rows = database.run(query.where(article.c.id.in_(list(ids))))
    return {
        row: QueueRow(
            uid, title, source, published, words, Status(status), spans, *_marks(flags), at
        )
        for row, uid, title, source, published, words, status, spans, *flags, at in rows
    }


def sources(database: Database) -> list[str]:
    """Return the sources that articles name, sorted."""
    rows = database.execute(
        "SELECT DISTINCT source FROM article WHERE binned = 0 AND source <> '' ORDER BY source"
    )
    return [source for (source,) in rows]


def _marks(flags: Sequence[int]) -> tuple[bool, bool]:
    own, of_spans = flags
    return bool(own), of_spans > 0


def _own(person: int | None) -> Any:
    layer = tables.Layer
    mine = layer.c.person.is_null() if person is None else layer.c.person == person
    return (layer.c.article == tables.Article.c.id) & mine


def _conditions(wanted: QueueFilter, person: int | None) -> list[Any]:
    article = tables.Article
    found: list[Any] = []
    if wanted.text:
        in_title = fn.INSTR(article.c.title_key, fold_key(wanted.text.strip())) > 0
        found.append(in_title | (fn.INSTR(article.c.uid, wanted.text.strip()) > 0))
    if wanted.source is not None:
        found.append(article.c.source == wanted.source)
    if wanted.statuses and wanted.statuses != frozenset(Status):
        found.append(_status(wanted.statuses, person))
    if wanted.flagged:
        layer = tables.Layer
        found.append(
            article.c.id.in_(_layers(person).where((layer.c.flag == 1) | (layer.c.flags > 0)))
        )
    if wanted.mine and person is not None:
        given = tables.Assignment
        mine = given.select(given.c.article).where(given.c.person == person)
        found.append(article.c.id.not_in(given.select(given.c.article)) | article.c.id.in_(mine))
    if wanted.label is not None:
        found.append(article.c.id.in_(_with_label(wanted.label, person)))
    return found


def _status(statuses: Collection[Status], person: int | None) -> Any:
    # an article without a layer is new, so "new" is asked for by leaving the others out
    layer = tables.Layer
    if Status.NEW not in statuses:
        return tables.Article.c.id.in_(_layers(person).where(layer.c.status.in_(sorted(statuses))))
    others = sorted(set(Status) - set(statuses))
    return tables.Article.c.id.not_in(_layers(person).where(layer.c.status.in_(others)))


def _layers(person: int | None) -> Select:
    layer = tables.Layer
    mine = layer.c.person.is_null() if person is None else layer.c.person == person
    return layer.select(layer.c.article).where(mine)


def _with_label(label: str, person: int | None) -> Select:
    layer, count = tables.Layer, tables.LabelCount
    # asked of each layer: a list of all layers that use a common label would be made first
    here = (count.c.layer == layer.c.id) & (count.c.label == label) & (count.c.spans > 0)
    return _layers(person).where(fn.EXISTS(count.select(count.c.layer).where(here)))


def _ordered(query: Select, order: str, person: int | None) -> Select:
    article, layer = tables.Article, tables.Layer
    name = order.removeprefix("-")
    if name not in ORDERS:
        raise ValueError(f"no order {order!r}")
    if name == "modified":
        query = query.join(layer, JOIN.LEFT_OUTER, on=_own(person))
    column = {
        "import": article.c.id,
        "title": article.c.title_key,
        "modified": SQL('"t2"."modified"'),
    }
    by = column.get(name) or getattr(article.c, name)
    return query.order_by(by.desc() if order.startswith("-") else by, article.c.id)
