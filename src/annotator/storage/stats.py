"""Progress and counts, from the figures that layers keep in step."""

from __future__ import annotations

from annotator.domain.layer import Status
from annotator.domain.span import Json
from annotator.storage.assignments import MINE
from annotator.storage.database import Database

_LAYERS = (
    "SELECT l.status, count(*), coalesce(sum(l.spans), 0) FROM layer l JOIN article a"
    " ON a.id = l.article WHERE a.binned = 0 AND l.person IS ?1{} GROUP BY l.status"
)
_LABELS = (
    "SELECT c.label, sum(c.spans) FROM label_count c JOIN layer l ON l.id = c.layer"
    " JOIN article a ON a.id = l.article WHERE a.binned = 0 AND l.person IS NOT NULL"
    " GROUP BY c.label HAVING sum(c.spans) > 0 ORDER BY c.label"
)


def articles(database: Database) -> int:
    """Return how many articles stand outside the bin."""
    return int(database.value("SELECT count(*) FROM article WHERE binned = 0"))


def counts(database: Database, person: int | None, *, mine: bool = False) -> dict[Status, int]:
    """Return how many articles have which status for a person; None is gold.

    `mine` leaves out what is assigned to others only.
    """
    which = f" AND {MINE.format('?1')}" if mine else ""
    rows = database.execute(_LAYERS.format(which), (person,))
    found = {Status(status): number for status, number, _ in rows}
    begun = sum(number for status, number in found.items() if status is not Status.NEW)
    found[Status.NEW] = _offered(database, person, which) - begun
    return {status: found.get(status, 0) for status in Status}


def _offered(database: Database, person: int | None, which: str) -> int:
    sql = f"SELECT count(*) FROM article a WHERE a.binned = 0{which}"
    return int(database.value(sql, (person,))) if which else articles(database)


def stats(database: Database) -> dict[str, Json]:
    """Return the counts of a project; labels are counted over the annotators' layers."""
    people = database.execute("SELECT id, name FROM person ORDER BY id")
    return {
        "articles": articles(database),
        "people": [{"name": name, **_person(database, row)} for row, name in list(people)],
        "labels": dict(database.execute(_LABELS)),
    }


def _person(database: Database, row: int) -> dict[str, int]:
    by_status = counts(database, row)
    spans = sum(number for _, _, number in database.execute(_LAYERS.format(""), (row,)))
    return {str(status): number for status, number in by_status.items()} | {"spans": spans}
