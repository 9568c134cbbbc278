"""Time on articles by person and day, and what was finished on a day; times are whole seconds."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.ids import ArticleId
from annotator.storage.database import Database

_ADD = (
    "INSERT INTO time_spent (person, day, article, seconds)"
    " SELECT ?, ?, id, ? FROM article WHERE uid = ?"
    " ON CONFLICT (person, day, article) DO UPDATE SET seconds = seconds + excluded.seconds"
)
_FINISHED = (
    "SELECT l.article FROM layer l JOIN article a ON a.id = l.article"
    " WHERE l.person = ?1 AND l.status = 'done' AND a.binned = 0"
)
_STEPS = (
    "SELECT at, name, seq FROM journal WHERE kind = 'do' AND person = ? AND active = 1"
    " ORDER BY seq DESC"
)
_STATUS = (
    "SELECT x.article FROM journal j JOIN journal_article x ON x.seq = j.seq"
    " WHERE j.seq = ? AND json_extract(j.content, '$.details.status') = 'done'"
)
_SPANS = (
    "SELECT count(*) FROM layer l JOIN span s ON s.layer = l.id JOIN article a ON a.id = l.article"
    " WHERE l.person = ?2 AND l.modified >= ?1 AND s.created >= ?1 AND a.binned = 0"
)


def add_seconds(
    database: Database, person: int, day: str, article: ArticleId, seconds: int
) -> None:
    """Add seconds that a person (row id) spent on an article on a day (YYYY-MM-DD)."""
    database.execute(_ADD, (person, day, seconds, article))


def seconds_of(database: Database, person: int, day: str | None = None) -> int:
    """Return the seconds of a person on a day, or in all."""
    sql = "SELECT coalesce(sum(seconds), 0) FROM time_spent WHERE person = ?1"
    return int(database.value(f"{sql} AND (?2 IS NULL OR day = ?2)", (person, day)))


def seconds_by_finished_article(database: Database, person: int) -> list[int]:
    """Return the seconds of each article that a person has done and for which some are known."""
    rows = database.execute(
        f"SELECT sum(seconds) FROM time_spent WHERE person = ?1 AND article IN ({_FINISHED})"
        " GROUP BY article",
        (person,),
    )
    return [seconds for (seconds,) in rows]


def finished_since(database: Database, person: int, moment: str) -> int:
    """Count the articles that a person marked as done since a moment, and that still are."""
    marked = set()
    for seq in _status_steps(database, person, moment):
        marked |= {article for (article,) in database.execute(_STATUS, (seq,))}
    if not marked:
        return 0
    return len(marked & {article for (article,) in database.execute(_FINISHED, (person,))})


def finished(database: Database, person: int) -> int:
    """Count the articles that a person has done."""
    return int(database.value(f"SELECT count(*) FROM ({_FINISHED})", (person,)))


def spans_since(database: Database, person: int, moment: str) -> int:
    """Count the spans in a person's layers that were made since a moment; empty: all."""
    return int(database.value(_SPANS, (moment, person)))


def _status_steps(database: Database, person: int, moment: str) -> Iterator[int]:
    # newest first, so that only the steps of the day are looked at
    for at, name, seq in database.execute(_STEPS, (person,)):
        if at < moment:
            return
        if name == "set_status":
            yield seq
