"""Version 2: how long each person worked on each article on each day, in seconds of activity.

A day is that of the person's own clock (YYYY-MM-DD); idle time never gets here.
"""

from __future__ import annotations

from annotator.storage.database import Database

STATEMENTS = (
    """CREATE TABLE time_spent (
        person INTEGER NOT NULL REFERENCES person (id),
        day TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article (id),
        seconds INTEGER NOT NULL CHECK (seconds >= 0),
        PRIMARY KEY (person, day, article)
    ) STRICT, WITHOUT ROWID""",
)


def migrate(database: Database) -> None:
    """Add the table; nobody's time was recorded before."""
    for statement in STATEMENTS:
        database.execute(statement)
