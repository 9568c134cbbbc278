"""Articles: immutable once stored; only taken to the bin and back."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.storage.database import Database, Row

_COLUMNS = "a.uid, b.text, b.meta, b.direction, b.sha256"


def article_row_id(database: Database, article: ArticleId) -> int | None:
    """Return the row id of an article, in the bin or not."""
    found: int | None = database.value("SELECT id FROM article WHERE uid = ?", (article,))
    return found


def read_article(database: Database, article: ArticleId) -> Article | None:
    """Return an article that is not in the bin."""
    row = database.one(
        f"SELECT {_COLUMNS} FROM article a JOIN body b ON b.article = a.id"
        " WHERE a.uid = ? AND a.binned = 0",
        (article,),
    )
    return _article(row) if row else None


def article_ids(database: Database) -> list[ArticleId]:
    """Return the ids of all articles outside the bin, in import order."""
    return [
        uid for (uid,) in database.execute("SELECT uid FROM article WHERE binned = 0 ORDER BY id")
    ]


def read_articles(database: Database, after: int = 0) -> Iterator[tuple[int, Article]]:
    """Yield row id and article for all outside the bin, in import order, as they are asked for."""
    rows = database.execute(
        f"SELECT a.id, {_COLUMNS} FROM article a JOIN body b ON b.article = a.id"
        " WHERE a.id > ? AND a.binned = 0 ORDER BY a.id",
        (after,),
    )
    for row in rows:
        yield row[0], _article(row[1:])


def row_ids(database: Database) -> array[int]:
    """Return the row ids of all articles outside the bin, in import order."""
    found: array[int] = array("q")
    rows = database.execute("SELECT id FROM article WHERE binned = 0 ORDER BY id")
    found.extend(row for (row,) in rows)
    return found


def read_rows(database: Database, ids: Sequence[int]) -> list[Article]:
    """Return the articles of row ids, in their order."""
    found = read_numbered(database, ids)
    return [found[identity] for identity in ids if identity in found]


def read_numbered(database: Database, ids: Sequence[int]) -> dict[int, Article]:
    """Return the articles of row ids, by row id."""
    marks = ", ".join("?" * len(ids))
    rows = database.execute(
        f"SELECT a.id, {_COLUMNS} FROM article a JOIN body b ON b.article = a.id"
        f" WHERE a.id IN ({marks})",
        tuple(ids),
    )
    return {row[0]: _article(row[1:]) for row in rows}


def article_of_row(database: Database, row: int) -> ArticleId:
    """Return the id of the article of a row id."""
    return ArticleId(database.value("SELECT uid FROM article WHERE id = ?", (row,)))


def text_hash_of(database: Database, article: ArticleId) -> tuple[int, str, bool] | None:
    """Return row id, SHA-256 of the text and whether it is in the bin."""
    row = database.one(
        "SELECT a.id, b.sha256, a.binned FROM article a JOIN body b ON b.article = a.id"
        " WHERE a.uid = ?",
        (article,),
    )
    return (row[0], row[1], bool(row[2])) if row else None


def cleaning_of(database: Database, article: ArticleId) -> tuple[tuple[str, int], ...]:
    """Return what import changed in an article, by kind and count."""
    text = database.value(
        "SELECT b.cleaning FROM article a JOIN body b ON b.article = a.id WHERE a.uid = ?",
        (article,),
    )
    return tuple((kind, count) for kind, count in json.loads(text)) if text else ()


def set_binned(database: Database, articles: Iterable[ArticleId], *, binned: bool) -> list[int]:
    """Take articles to the bin or back; return the row ids of those that moved."""
    moved = []
    for article in articles:
        row = database.one(
            "UPDATE article SET binned = ? WHERE uid = ? AND binned <> ? RETURNING id",
            (int(binned), article, int(binned)),
        )
        if row:
            moved.append(row[0])
    return moved


def binned_articles(database: Database) -> list[tuple[ArticleId, str]]:
    """Return id and title of what is in the bin, in import order."""
    rows = database.execute("SELECT uid, title FROM article WHERE binned = 1 ORDER BY id")
    return [(uid, title) for uid, title in rows]


def imported_articles(database: Database, seq: int) -> list[ArticleId]:
    """Return the articles outside the bin that an import brought."""
    rows = database.execute(
        "SELECT uid FROM article WHERE imported = ? AND binned = 0 ORDER BY id", (seq,)
    )
    return [uid for (uid,) in rows]


def _article(row: Row) -> Article:
    uid, text, meta, direction, sha256 = row
    return Article(uid, text, json.loads(meta), direction, sha256)
