"""The word index: which articles hold some words, quickly; where in the text is the caller's work.

Texts are indexed folded, so that all spellings of a word are one. The index knows whole words in
their order; it holds no text.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence

from annotator.persian.fold import fold_key
from annotator.storage.database import Database

# What the tokenizer takes for letters: everything outside ASCII. Signs there become spaces first.
_BEYOND_LETTERS = re.compile(r"[^\x00-\x7f\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06fc]")
_WORD = re.compile(r"[0-9a-z\x80-\U0010ffff]+")
# Rating hundreds of thousands of articles would take longer than anybody waits.
_RATED_AT_MOST = 2000


def index_key(text: str) -> str:
    """Return what is indexed of a text: folded, with signs beyond ASCII as spaces."""
    return _BEYOND_LETTERS.sub(_letter_or_space, fold_key(text))


def words(text: str) -> list[str]:
    """Return the words of a query as the index knows them."""
    return _WORD.findall(index_key(text))


def phrase(tokens: Sequence[str], *, prefix: bool = False) -> str:
    """Return the expression for words one after the other; with `prefix` the last may go on."""
    return f'"{" ".join(tokens)}"' + (" *" if prefix else "")


def every(tokens: Iterable[str]) -> str:
    """Return the expression for words anywhere in an article."""
    return " AND ".join(f'"{token}"' for token in tokens)


def either(expressions: Iterable[str]) -> str:
    """Return the expression for any of several."""
    return " OR ".join(expressions)


def count(database: Database, expression: str) -> int:
    """Return how many articles outside the bin an expression finds."""
    return int(
        database.value(
            "SELECT count(*) FROM word WHERE word MATCH ?"
            " AND rowid NOT IN (SELECT id FROM article WHERE binned = 1)",
            (expression,),
        )
    )


def find(database: Database, expression: str, found: int, limit: int, offset: int) -> list[int]:
    """Return the row ids of a page of articles, the best first; many stay in import order."""
    order = "bm25(word), rowid" if found <= _RATED_AT_MOST else "rowid"
    rows = database.execute(
        "SELECT rowid FROM word WHERE word MATCH ?"
        " AND rowid NOT IN (SELECT id FROM article WHERE binned = 1)"
        f" ORDER BY {order} LIMIT ? OFFSET ?",
        (expression, limit, offset),
    )
    return [row for (row,) in rows]


def ranked(database: Database, expression: str, among: Collection[int] | None) -> array[int]:
    """Return the row ids of all articles outside the bin that an expression finds.

    The best come first; many stay in import order. `among` are the only ones wanted.
    """
    binned = {row for (row,) in database.execute("SELECT id FROM article WHERE binned = 1")}
    rows = database.execute("SELECT rowid FROM word WHERE word MATCH ?", (expression,))
    found: array[int] = array("q")
    found.extend(row for (row,) in rows if row not in binned and (among is None or row in among))
    if 1 < len(found) <= _RATED_AT_MOST:
        marks = ", ".join("?" * len(found))
        rated = database.execute(
            f"SELECT rowid FROM word WHERE word MATCH ? AND +rowid IN ({marks})"
            " ORDER BY bm25(word), rowid",
            (expression, *found),
        )
        found = array("q", [row for (row,) in rated])
    return found


def find_all(database: Database, expression: str) -> Iterator[int]:
    """Yield the row ids of all articles that an expression finds, in import order."""
    rows = database.execute(
        "SELECT rowid FROM word WHERE word MATCH ?"
        " AND rowid NOT IN (SELECT id FROM article WHERE binned = 1) ORDER BY rowid",
        (expression,),
    )
    return (row for (row,) in list(rows))


def _letter_or_space(match: re.Match[str]) -> str:
    return match[0] if match[0].isalnum() else " "
