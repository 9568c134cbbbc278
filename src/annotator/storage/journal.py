"""The journal: every step, undo, redo, import and replacement, in order, never rewritten.

An entry refers to people by row id, so that a renamed person keeps her history. `active` of a step
is derived: it says that the step is done and not undone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.changes import Step
from annotator.domain.ids import ArticleId
from annotator.domain.records import step_from_record, step_record
from annotator.domain.span import Json
from annotator.storage.database import Database, Row
from annotator.storage.people import People, Reference
from annotator.storage.rows import dumps


class EntryKind(StrEnum):
    """What an entry says; DO, UNDO and REDO concern steps, REPLACE a layer an import replaced."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    REPLACE = "replace"
    BIN = "bin"
    RESTORE = "restore"
    SCHEME = "scheme"


STEP_KINDS = (EntryKind.DO, EntryKind.UNDO, EntryKind.REDO, EntryKind.REPLACE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry; `step` is what it did (of an undo: the step that takes back)."""

    seq: int
    at: str
    person: str | None
    kind: EntryKind
    name: str
    active: bool
    reference: int | None
    step: Step | None
    details: dict[str, Json]


class Journal:
    """The journal of a project."""

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._people = people

    def append_step(self, step: Step, person: str | None, now: str, kind: EntryKind) -> int:
        """Write a step that was just done; return its number."""
        content = _recoded(step_record(step), self._people.reference)
        active = kind is EntryKind.DO
        seq = self._append(kind, step.name, person, now, content=content, active=active)
        self._link(seq, (key.article for key in step.layers))
        return seq

    def append_reversal(self, entry: Entry, person: str | None, now: str, kind: EntryKind) -> int:
        """Write that a step was undone or redone."""
        active = kind is EntryKind.REDO
        seq = self._append(kind, entry.name, person, now, content={}, reference=entry.seq)
        self._database.execute(
            "UPDATE journal SET active = ? WHERE seq = ?", (int(active), entry.seq)
        )
        assert entry.step is not None
        self._link(seq, (key.article for key in entry.step.layers))
        return seq

    def append_note(
        self,
        kind: EntryKind,
        name: str,
        person: str | None,
        now: str,
        *,
        details: dict[str, Json],
        articles: Iterable[ArticleId] = (),
    ) -> int:
        """Write that something happened which is no step: an import, the bin."""
        seq = self._append(kind, name, person, now, content={"details": details})
        self._link(seq, articles)
        return seq

    def set_details(self, seq: int, details: dict[str, Json]) -> None:
        """Complete the entry of an import within its own transaction."""
        content = dumps({"details": details})
        self._database.execute("UPDATE journal SET content = ? WHERE seq = ?", (content, seq))

    def to_undo(self, person: str | None) -> int | None:
        """Return the number of the newest step of a person that is not undone."""
        found: int | None = self._database.value(
            "SELECT max(seq) FROM journal WHERE kind = 'do' AND person IS ? AND active = 1",
            (self._row(person),),
        )
        return found

    def to_redo(self, person: str | None) -> int | None:
        """Return the number of the step to redo: one undone since the newest step was done."""
        row = self._row(person)
        newest = max(
            self._database.value(
                "SELECT coalesce(max(seq), 0) FROM journal"
                " WHERE kind = 'do' AND person IS ? AND active = ?",
                (row, active),
            )
            for active in (0, 1)
        )
        found: int | None = self._database.value(
            "SELECT min(d.seq) FROM journal u JOIN journal d ON d.seq = u.reference"
            " WHERE u.seq > ? AND u.kind = 'undo' AND u.person IS ? AND d.active = 0",
            (newest, row),
        )
        return found

    def name(self, seq: int) -> str:
        """Return the name of an entry's step."""
        return str(self._database.value("SELECT name FROM journal WHERE seq = ?", (seq,)))

    def entry(self, seq: int) -> Entry:
        """Return one entry."""
        row = self._database.one(f"{_SELECT} WHERE j.seq = ?", (seq,))
        if row is None:
            raise LookupError(f"no journal entry {seq}")
        return self._entry(row)

    def entries(self, article: ArticleId) -> Iterator[Entry]:
        """Yield the entries that concern an article, newest first."""
        rows = self._database.execute(
            f"{_SELECT} WHERE j.seq IN (SELECT x.seq FROM journal_article x WHERE x.article ="
            " (SELECT id FROM article WHERE uid = ?1) UNION"
            " SELECT imported FROM article WHERE uid = ?1 AND imported IS NOT NULL)"
            " ORDER BY j.seq DESC",
            (article,),
        )
        return map(self._entry, rows)

    def notes(self, kind: EntryKind) -> Iterator[Entry]:
        """Yield the entries of a kind, oldest first."""
        return map(self._entry, self._database.execute(f"{_SELECT} WHERE j.kind = ?", (str(kind),)))

    def last(self) -> int:
        """Return the number of the newest entry; 0 for an empty journal."""
        return int(self._database.value("SELECT coalesce(max(seq), 0) FROM journal"))

    def _append(
        self,
        kind: EntryKind,
        name: str,
        person: str | None,
        now: str,
        *,
        content: dict[str, Json],
        active: bool = False,
        reference: int | None = None,
    ) -> int:
        self._database.execute(
            _INSERT,
            (now, self._row(person), str(kind), name, reference, int(active), dumps(content)),
        )
        return self._database.last_id

    def _link(self, seq: int, articles: Iterable[ArticleId]) -> None:
        self._database.executemany(
            "INSERT INTO journal_article (article, seq) SELECT id, ? FROM article WHERE uid = ?",
            [(seq, article) for article in dict.fromkeys(articles)],
        )

    def _row(self, person: str | None) -> int | None:
        return None if person is None else self._people.row(person)

    def _entry(self, row: Row) -> Entry:
        seq, at, person, kind, name, reference, active, content = row
        record = _recoded(json.loads(content), self._people.referred)
        return Entry(
            seq=seq,
            at=at,
            person=None if person is None else self._people.name(person),
            kind=EntryKind(kind),
            name=name,
            active=bool(active),
            reference=reference,
            step=_step(EntryKind(kind), name, record),
            details=record.get("details") or {},
        )


_INSERT = (
    "INSERT INTO journal (at, person, kind, name, reference, active, content)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
# The content of an undo or redo is that of the step it speaks of.
_SELECT = (
    "SELECT j.seq, j.at, j.person, j.kind, j.name, j.reference, j.active,"
    " CASE WHEN j.kind IN ('undo', 'redo') THEN d.content ELSE j.content END"
    " FROM journal j LEFT JOIN journal d ON d.seq = j.reference"
)


def _step(kind: EntryKind, name: str, record: dict[str, Json]) -> Step | None:
    if kind not in STEP_KINDS:
        return None
    step = step_from_record(name, record)
    return step.inverse if kind is EntryKind.UNDO else step


def _recoded(
    record: dict[str, Json], convert: Callable[[str], Reference] | Callable[[Reference], str]
) -> dict[str, Json]:
    """Exchange names and row ids in a step's record, in place."""
    turn: Callable[[Json], Json] = convert
    for change in record.get("changes", ()):
        if change["layer"][1] is not None:
            change["layer"][1] = turn(change["layer"][1])
        if change["kind"] in {"Span", "Relation", "Decision"}:
            for side in ("before", "after"):
                _recode_item(change.get(side) or {}, turn)
    return record


def _recode_item(item: dict[str, Json], turn: Callable[[Json], Json]) -> None:
    for reference in item.get("from_layers", ()):
        reference["annotator"] = turn(reference["annotator"])
    if item.get("decided_by"):
        item["decided_by"] = turn(item["decided_by"])
