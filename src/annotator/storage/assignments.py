"""Who shall label which article in which round."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.ids import ArticleId
from annotator.domain.rounds import Round, RoundKind
from annotator.storage.database import Database

# an article is a person's where she or nobody has it; ?1 is the person's row
MINE = (
    "(NOT EXISTS (SELECT 1 FROM assignment s WHERE s.article = a.id)"
    " OR EXISTS (SELECT 1 FROM assignment s WHERE s.article = a.id AND s.person = {}))"
)
_PUT = (
    "INSERT INTO assignment (article, person, round)"
    " SELECT a.id, ?, ? FROM article a WHERE a.uid = ?"
    " ON CONFLICT (article, person) DO UPDATE SET round = excluded.round"
)
_FREE = (
    "DELETE FROM assignment WHERE article = (SELECT id FROM article WHERE uid = ?)"
    " AND NOT EXISTS (SELECT 1 FROM layer l WHERE l.article = assignment.article"
    " AND l.person = assignment.person AND l.status <> 'new')"
)
_COUNTS = (
    "SELECT r.name, s.person, count(*) FROM assignment s JOIN round r ON r.id = s.round"
    " JOIN article a ON a.id = s.article WHERE a.binned = 0 GROUP BY r.id, s.person ORDER BY r.id"
)
_TRAINING = (
    "SELECT 1 FROM assignment s JOIN round r ON r.id = s.round JOIN article a ON a.id = s.article"
    " WHERE a.uid = ? AND s.person = ? AND r.kind = 'training'"
)


def rounds(database: Database) -> list[Round]:
    """Return all rounds, oldest first."""
    rows = database.execute("SELECT name, kind FROM round ORDER BY id")
    return [Round(name, RoundKind(kind)) for name, kind in rows]


def add_round(database: Database, made: Round, now: str) -> int:
    """Add a round, or find the one of that name; return its row id."""
    database.execute(
        "INSERT INTO round (name, kind, created) VALUES (?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET kind = excluded.kind",
        (made.name, str(made.kind), now),
    )
    return int(database.value("SELECT id FROM round WHERE name = ?", (made.name,)))


def assign(database: Database, pairs: Iterable[tuple[ArticleId, int]], made: int) -> None:
    """Give articles to people (row ids) in a round (row id)."""
    for article, person in pairs:
        database.execute(_PUT, (person, made, article))


def free(database: Database, articles: Iterable[ArticleId]) -> None:
    """Take back the assignments of articles that the person has not begun."""
    for article in articles:
        database.execute(_FREE, (article,))


def assigned(database: Database) -> list[tuple[str, int, int]]:
    """Return round, person (row id) and number of articles."""
    return [(name, person, count) for name, person, count in database.execute(_COUNTS)]


def assigned_to(database: Database, article: ArticleId) -> list[int]:
    """Return the people (row ids) who have an article; nobody: it is everybody's."""
    sql = (
        "SELECT s.person FROM assignment s JOIN article a ON a.id = s.article"
        " WHERE a.uid = ? ORDER BY s.person"
    )
    return [person for (person,) in database.execute(sql, (article,))]


def in_training(database: Database, article: ArticleId, person: int) -> bool:
    """Tell whether a person has an article in a training round."""
    return database.value(_TRAINING, (article, person)) is not None
