"""The limits: what a bare loop over sqlite3 and orjson needs for the same work."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import orjson

SCHEMA = """
CREATE TABLE article (id INTEGER PRIMARY KEY, name TEXT UNIQUE, text TEXT, meta TEXT);
CREATE TABLE span (article INTEGER, id TEXT, label TEXT, start INTEGER, end INTEGER, text TEXT,
                   attributes TEXT, created TEXT, modified TEXT);
"""


def load(source: Path, target: Path) -> None:
    """Read a native JSONL file into two tables, in one transaction."""
    target.unlink(missing_ok=True)
    database = sqlite3.connect(target)
    database.executescript("PRAGMA journal_mode=WAL;" + SCHEMA)
    with source.open("rb") as lines:
        for number, line in enumerate(lines):
            record = orjson.loads(line)
            row = (number, record["id"], record["text"], orjson.dumps(record["meta"]))
            database.execute("INSERT INTO article VALUES (?,?,?,?)", row)
            spans = (
                (
                    *(number, s["id"], s["label"], s["start"], s["end"], s["text"]),
                    *(orjson.dumps(s.get("attributes", {})), s["created"], s["modified"]),
                )
                for s in record["spans"]
            )
            database.executemany("INSERT INTO span VALUES (?,?,?,?,?,?,?,?,?)", spans)
    database.execute("CREATE INDEX span_article ON span (article)")
    database.commit()
    database.close()


def dump(source: Path, target: Path) -> None:
    """Write the two tables as JSONL."""
    database = sqlite3.connect(source)
    with target.open("wb") as file:
        for number, name, text, meta in database.execute("SELECT * FROM article"):
            rows = database.execute("SELECT * FROM span WHERE article = ?", (number,))
            spans = [
                {
                    "id": r[1],
                    "label": r[2],
                    "start": r[3],
                    "end": r[4],
                    "text": r[5],
                    "attributes": orjson.loads(r[6]),
                    "created": r[7],
                    "modified": r[8],
                }
                for r in rows
            ]
            record = {"id": name, "text": text, "meta": orjson.loads(meta), "spans": spans}
            file.write(orjson.dumps(record) + b"\n")
    database.close()


if __name__ == "__main__":
    {"load": load, "dump": dump}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
