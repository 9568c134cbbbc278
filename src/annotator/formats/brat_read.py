"""brat stand-off, read: pairs of .txt and .ann in a zip archive.

The folder of a pair names the annotator. Pieces with only white space and a line end between them
are one span that brat had to cut. Events become relations from their trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from annotator.domain.attribution import SAME_AS
from annotator.domain.errors import Rejection
from annotator.formats.fields import BadField
from annotator.formats.file_names import identity_of
from annotator.formats.foreign import Draft, Object, Taker, native_span
from annotator.formats.records import ReadContext, Record
from annotator.formats.strict_json import BadJson, parse
from annotator.formats.zips import MEMBER_LIMIT, Archive, Member

CONFIG = "annotation.conf"
GOLD, UNLABELLED = "_gold", "_unlabelled"
NOTE, FLAG_NOTE, ATTRIBUTE_NOTE, ENTITY = "AnnotatorNotes", "Flag", "Attribute", "entity"
_RECORD = re.compile(r"([TREAMN#*])([^\s]*)\t", re.ASCII)
_BOUND = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)", re.ASCII)
_EQUIV = "Equiv"


class _Line(NamedTuple):
    """One record of an .ann file, with lines that continue it."""

    number: int
    id: str
    body: str


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield a record for each pair of .txt and .ann in an archive, or for one such pair on disk."""
    start = source.read(2)
    source.seek(0)
    if start != b"PK":
        yield _pair_on_disk(source, Path(name), Taker(name, context))
        return
    try:
        archive = Archive(source)
    except ValueError as error:
        yield Taker(name, context).reject(None, None, str(error))
        return
    texts = [one for one in archive.names if one.endswith(".txt")]
    for path in texts:
        pair = f"{path.removesuffix('.txt')}.ann"
        marks = archive.member(pair) if pair in archive else None
        yield read_pair(archive.member(path), marks, Taker(f"{name}!{pair}", context))
    if not texts:
        yield Taker(name, context).reject(None, None, "the archive holds no .txt with its .ann")


def _pair_on_disk(source: BinaryIO, path: Path, taker: Taker) -> Record | Rejection:
    """Read an .ann file with the text of the same name beside it; its folder names nobody."""
    marks = Member(path.name, source.read(MEMBER_LIMIT))
    try:
        with path.with_suffix(".txt").open("rb") as stream:
            text = Member(f"{path.stem}.txt", stream.read(MEMBER_LIMIT))
    except OSError:
        return taker.reject(None, None, f"there is no {path.stem}.txt beside it to annotate")
    return read_pair(text, marks, taker)


def read_pair(text: Member, marks: Member | None, taker: Taker) -> Record | Rejection:
    """Return the record of a text and its annotations; None where it has no file of them."""
    for one in (text, marks):
        if one is not None and one.problem:
            return taker.reject(None, None, f"{one.name} {one.problem}")
    path = PurePosixPath(text.name)
    try:
        draft = Draft(_decoded(text), id=identity_of(path.stem))
        folder = path.parent.name
        if marks is not None and folder != UNLABELLED:
            whose = {"annotator": identity_of(folder)} if folder else {}
            draft.head = {"gold": True} if folder == GOLD else whose
            _Reader(draft, taker.context).read(_decoded(marks))
    except BadField as error:
        return taker.reject(None, error.field, str(error))
    except _BadLine as error:
        return taker.reject(error.line, error.record, str(error))
    return taker.take(draft, 1)


def _decoded(member: Member) -> str:
    try:
        return member.data.decode()
    except UnicodeDecodeError as error:
        raise BadField(member.name, f"is not UTF-8: byte {error.start + 1} does not fit") from error


class _BadLine(Exception):
    """A line that cannot be taken."""

    def __init__(self, line: _Line, problem: str) -> None:
        super().__init__(f"{line.id} {problem}")
        self.line = line.number
        self.record = line.id


class _Reader:
    """Reads the lines of one .ann file into a draft."""

    def __init__(self, draft: Draft, context: ReadContext) -> None:
        self._draft = draft
        self._same_as = SAME_AS if context.scheme.relation(SAME_AS) else _EQUIV
        self._spans: dict[str, tuple[Object, int]] = {}
        self._events: dict[str, str] = {}
        self._entities: dict[str, Object] = {}

    def read(self, text: str) -> None:
        """Fill the draft: spans first, since lines may stand in any order."""
        found = list(_records(text))
        for line in found:
            if line.id[0] == "T":
                self._span(line)
            elif line.id[0] == "E":
                self._events[line.id] = line.body.split(" ")[0].partition(":")[2]
        others = {"R": self._relation, "*": self._equivalence, "E": self._event}
        others |= {
            "A": self._attribute,
            "M": self._attribute,
            "N": self._reference,
            "#": self._note,
        }
        for line in found:
            if line.id[0] in others:
                others[line.id[0]](line)
        for span, number in self._spans.values():
            self._draft.add_span(span, span["id"], number)
        if self._entities:
            self._draft.head["entities"] = list(self._entities.values())

    def _span(self, line: _Line) -> None:
        head, _, words = line.body.partition("\t")
        bound = _BOUND.fullmatch(head.strip())
        if bound is None:
            raise _BadLine(line, "is no label with offsets (label start end;start end)")
        if line.id in self._spans:
            raise _BadLine(line, "is there twice")
        pairs = [tuple(map(int, pair.split())) for pair in bound[2].split(";")]
        pieces = [(start, end) for start, end in pairs]
        self._check_words(line, pieces, words)
        joined = joined_lines(pieces, self._draft.text)
        self._spans[line.id] = (native_span(line.id, bound[1], joined), line.number)

    def _check_words(self, line: _Line, pieces: list[tuple[int, int]], words: str) -> None:
        text = self._draft.text
        if any(not 0 <= start < end <= len(text) for start, end in pieces):
            raise _BadLine(line, f"lies outside the text of {len(text)} characters, or is empty")
        there = " ".join(text[start:end] for start, end in pieces)
        if words and words.split() != there.split():
            raise _BadLine(
                line, f"has the words {words[:60]!r}, but the text there is {there[:60]!r}"
            )

    def _target(self, line: _Line, name: str) -> str:
        name = self._events.get(name, name)
        if name not in self._spans:
            raise _BadLine(line, f"speaks of {name or 'nothing'}, which is not there")
        return name

    def _relation(self, line: _Line) -> None:
        parts = line.body.split()
        ends = [part.partition(":")[2] for part in parts[1:]]
        if len(ends) != 2:
            raise _BadLine(line, "is no relation with two ends (type Arg1:T1 Arg2:T2)")
        self._link(line, parts[0], ends[0], ends[1])

    def _link(self, line: _Line, label: str, source: str, target: str) -> None:
        link = {
            "label": label,
            "from": self._target(line, source),
            "to": self._target(line, target),
        }
        self._draft.add_relation(link, line.id, line.number)

    def _equivalence(self, line: _Line) -> None:
        """Link the members of a set to its first."""
        names = line.body.split()[1:]
        for name in names[1:]:
            self._link(line, self._same_as, name, names[0])

    def _event(self, line: _Line) -> None:
        roles = [part.partition(":") for part in line.body.split()]
        trigger = roles[0][2] if roles else ""
        for role, _, target in roles[1:]:
            self._link(line, role.rstrip("0123456789"), trigger, target)
        self._draft.notice("events_as_relations")

    def _attribute(self, line: _Line) -> None:
        name, _, rest = line.body.strip().partition(" ")
        target, _, value = rest.partition(" ")
        span = self._spans[self._target(line, target)][0]
        self._add_value(line, span, name, value or "true")

    @staticmethod
    def _add_value(line: _Line, span: Object, name: str, value: object) -> None:
        attributes = span.setdefault("attributes", {})
        if name in attributes:
            raise _BadLine(line, f"gives {name} a second value")
        attributes[name] = value

    def _reference(self, line: _Line) -> None:
        head, _, shown = line.body.partition("\t")
        parts = head.split()
        if len(parts) != 3:
            raise _BadLine(line, "is no reference (Reference T1 source:id)")
        span = self._spans[self._target(line, parts[1])][0]
        source, _, key = parts[2].partition(":")
        identity = identity_of(key) if source == ENTITY else parts[2]
        span["entity"] = identity
        self._entities.setdefault(identity, {"id": identity, "name": shown.strip()})

    def _note(self, line: _Line) -> None:
        head, _, words = line.body.partition("\t")
        kind, _, target = head.partition(" ")
        if target.strip()[:1] not in {"T", "E"}:
            self._draft.notice("ignored:note_on_relation")
            return
        span = self._spans[self._target(line, target.strip())][0]
        if kind == FLAG_NOTE:
            span["flag"] = True
        elif kind == ATTRIBUTE_NOTE:
            self._noted_attribute(line, span, words)
        else:
            span["note"] = f"{span['note']}\n{words}" if span.get("note") else words

    def _noted_attribute(self, line: _Line, span: Object, words: str) -> None:
        try:
            pair = parse(words.encode())
        except BadJson as error:
            raise _BadLine(line, f"is no attribute in JSON: {error}") from error
        if not isinstance(pair, dict):
            raise _BadLine(line, "is no attribute in JSON")
        for name, value in pair.items():
            self._add_value(line, span, name, value)


def joined_lines(pieces: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Sort pieces and join those that only a line end and white space part."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        gap = text[joined[-1][1] : start] if joined else "-"
        if not gap or (not gap.strip() and len(f"x{gap}x".splitlines()) > 1):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _records(text: str) -> Iterator[_Line]:
    """Yield the records; a line that begins none continues the one before."""
    current: _Line | None = None
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        content = line.removesuffix("\r")
        if found := _RECORD.match(content):
            if current:
                yield current
            current = _Line(number, found[1] + found[2], content[found.end() :])
        elif content.strip():
            if current is None:
                raise _BadLine(_Line(number, "the line", ""), "is none of brat's records")
            current = current._replace(body=f"{current.body} {content}")
    if current:
        yield current
