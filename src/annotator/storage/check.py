"""What SQLite and our own digests say of a project file; each finding is one sentence.

SQLite's checks see a broken structure, not changed content: of single flipped bits they miss most.
So every text is compared with its hash, and every span with the words it was made on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

import apsw

from annotator.domain import scheme_file
from annotator.domain.article import text_hash
from annotator.domain.errors import SchemeError
from annotator.domain.span import PIECE_JOINT
from annotator.storage.database import Database

_FINDINGS_OF_SQLITE = 20


def findings(database: Database) -> Iterator[str]:
    """Yield what is wrong with a project, nothing where all is well."""
    for check in (_structure, _schemes, _texts, _spans, _counts, _journal, _index):
        try:
            yield from check(database)
        except apsw.Error as error:
            yield f"The file is damaged: {error}."
            return


def _structure(database: Database) -> Iterator[str]:
    for (found,) in database.execute(f"PRAGMA integrity_check({_FINDINGS_OF_SQLITE})"):
        if found != "ok":
            yield f"The file is damaged: {found}."
    for table, row, parent, _ in database.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} belongs to a row of {parent} that is not there."


def _schemes(database: Database) -> Iterator[str]:
    rows = list(database.execute("SELECT scheme, version, content FROM scheme_version"))
    if not rows:
        yield "The project has no label scheme."
    for scheme, version, content in rows:
        try:
            scheme_file.parse(json.loads(content))
        except (ValueError, SchemeError) as error:
            yield f"The label scheme {scheme} version {version} cannot be read: {error}"


def _texts(database: Database) -> Iterator[str]:
    rows = database.execute(
        "SELECT a.uid, b.sha256, b.text, b.meta FROM article a LEFT JOIN body b ON b.article = a.id"
    )
    for uid, sha256, text, meta in rows:
        if text is None:
            yield f"Article {uid}: the text is missing."
        elif text_hash(text) != sha256:
            yield f"Article {uid}: the text is not the one that was imported (SHA-256 differs)."
        elif not _is_json(meta):
            yield f"Article {uid}: the metadata cannot be read."


def _spans(database: Database) -> Iterator[str]:
    rows = database.execute(
        "SELECT l.article, coalesce(p.name, 'gold'), s.uid, s.start, s.\"end\", s.pieces,"
        " s.attributes, s.provenance, s.quote FROM layer l JOIN span s ON s.layer = l.id"
        " LEFT JOIN person p ON p.id = l.person ORDER BY l.article"
    )
    for article, spans in groupby(rows, key=itemgetter(0)):
        uid, text = database.one(_TEXT, (article,)) or (article, "")
        for _, person, span, *row in spans:
            if reason := _span_fault(row, text):
                yield f"Article {uid}, layer of {person}, span {span}: {reason}."


_TEXT = "SELECT a.uid, b.text FROM article a JOIN body b ON b.article = a.id WHERE a.id = ?"


def _span_fault(row: Sequence[Any], text: str) -> str | None:
    start, end, pieces, attributes, provenance, quote = row
    if not all(_is_json(one) for one in (pieces, attributes, provenance) if one is not None):
        return "its pieces or values cannot be read"
    parts = [(start, end)] if pieces is None else [tuple(part) for part in json.loads(pieces)]
    if not _in_order(parts) or (parts[0][0], parts[-1][1]) != (start, end):
        return "its pieces do not fit together"
    if end > len(text):
        return "it reaches beyond the end of the text"
    if PIECE_JOINT.join(text[first:last] for first, last in parts) != quote:
        return "its words are not those that were labelled"
    return None


def _in_order(parts: Sequence[tuple[int, ...]]) -> bool:
    flat = [edge for part in parts for edge in part]
    return len(flat) == 2 * len(parts) > 0 and all(a < b for a, b in pairwise(flat))


def _counts(database: Database) -> Iterator[str]:
    kept = {row[0]: row[1:] for row in database.execute("SELECT id, spans, flags FROM layer")}
    found = dict.fromkeys(kept, (0, 0)) | {
        row[0]: row[1:]
        for row in database.execute("SELECT layer, count(*), sum(flag) FROM span GROUP BY layer")
    }
    labels = Counter(
        {(a, b): n for a, b, n in database.execute("SELECT * FROM label_count WHERE spans <> 0")}
    )
    counted = Counter(
        {
            (a, b): n
            for a, b, n in database.execute(
                "SELECT layer, label, count(*) FROM span GROUP BY layer, label"
            )
        }
    )
    wrong = {layer for layer in kept if kept[layer] != found.get(layer)}
    wrong |= {
        layer for layer, label in labels | counted if labels[layer, label] != counted[layer, label]
    }
    if wrong:
        yield f"The counts of {len(wrong)} layers are not those of their spans."


def _journal(database: Database) -> Iterator[str]:
    for seq, content in database.execute("SELECT seq, content FROM journal"):
        if not _is_json(content):
            yield f"Entry {seq} of the history cannot be read."


def _index(database: Database) -> Iterator[str]:
    missing = database.value(
        "SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM word_docsize)"
    )
    if missing:
        yield f"The search does not know {missing} articles."


def _is_json(text: object) -> bool:
    try:
        json.loads(str(text))
    except ValueError:
        return False
    return True
