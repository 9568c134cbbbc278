"""How far each article is: who has finished it, when, and whether gold is done."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.ids import ArticleId
from annotator.storage.database import Database


@dataclass(frozen=True, slots=True)
class ArticleProgress:
    """One article that somebody has finished.

    `finished` counts people; `last` is when the newest of their layers was changed (UTC, ISO 8601);
    `settled`: gold is done.
    """

    id: ArticleId
    title: str
    finished: int
    last: str
    settled: bool


def finished_articles(database: Database) -> dict[ArticleId, ArticleProgress]:
    """Return the articles that somebody has finished, in import order."""
    found: dict[ArticleId, ArticleProgress] = {}
    for identity, title, finished, last, settled in database.execute(_SELECT):
        found[identity] = ArticleProgress(identity, title or identity, finished, last, settled > 0)
    return found


_SELECT = """
    SELECT a.uid, a.title, sum(l.person IS NOT NULL),
        coalesce(max(CASE WHEN l.person IS NOT NULL THEN l.modified END), ''),
        sum(l.person IS NULL)
    FROM article a JOIN layer l ON l.article = a.id
    WHERE a.binned = 0 AND l.status = 'done'
    GROUP BY a.id HAVING sum(l.person IS NOT NULL) > 0 ORDER BY a.id
"""
