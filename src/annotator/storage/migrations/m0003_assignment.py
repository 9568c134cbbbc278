"""Version 3: who shall label which article, and in which round of work.

An article without any row here is everybody's.
"""

from __future__ import annotations

from annotator.storage.database import Database

STATEMENTS = (
    """CREATE TABLE round (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('work', 'training')),
        created TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE assignment (
        article INTEGER NOT NULL REFERENCES article (id),
        person INTEGER NOT NULL REFERENCES person (id),
        round INTEGER NOT NULL REFERENCES round (id),
        PRIMARY KEY (article, person)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX assignment_person ON assignment (person, article)",
)


def migrate(database: Database) -> None:
    """Add the tables; everything stays everybody's."""
    for statement in STATEMENTS:
        database.execute(statement)
