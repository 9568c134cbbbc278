"""Settings of a project and the versions of its label scheme."""

from __future__ import annotations

import json

from annotator.domain import scheme_file
from annotator.domain.scheme import Scheme
from annotator.domain.span import Json
from annotator.storage.database import Database


def setting(database: Database, key: str, default: Json = None) -> Json:
    """Return a setting, or the default where it was never set."""
    text = database.value("SELECT value FROM setting WHERE key = ?", (key,))
    return default if text is None else json.loads(text)


def set_setting(database: Database, key: str, value: Json) -> None:
    """Store a setting, any JSON."""
    text = json.dumps(value, ensure_ascii=False)
    database.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, text),
    )


def current_scheme(database: Database) -> Scheme:
    """Return the newest version of the project's scheme."""
    text = database.value("SELECT content FROM scheme_version ORDER BY id DESC LIMIT 1")
    return scheme_file.parse(json.loads(text))


def scheme_versions(database: Database) -> list[Scheme]:
    """Return every scheme the project has had, oldest first."""
    rows = database.execute("SELECT content FROM scheme_version ORDER BY id")
    return [scheme_file.parse(json.loads(text)) for (text,) in rows]


def scheme_history(database: Database) -> list[tuple[Scheme, str]]:
    """Return every scheme the project has had with the time it came, oldest first."""
    rows = database.execute("SELECT content, created FROM scheme_version ORDER BY id")
    return [(scheme_file.parse(json.loads(text)), created) for text, created in rows]


def add_scheme(database: Database, scheme: Scheme, now: str) -> None:
    """Store a new version of the scheme, which becomes the current one."""
    content = json.dumps(scheme_file.to_json(scheme), ensure_ascii=False)
    database.execute(
        "INSERT INTO scheme_version (scheme, version, content, created) VALUES (?, ?, ?, ?)",
        (scheme.id, scheme.version, content, now),
    )
