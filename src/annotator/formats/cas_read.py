"""UIMA CAS, read: XMI or JSON, ours or of INCEpTION, alone or in a zip with the type system.

XML goes through a parser that refuses document types and entities before dkpro-cassis sees it.
Any annotation that is no token or sentence is a span; one with a governor and a dependent is a
relation.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from annotator.domain.errors import Rejection
from annotator.formats import cas_types as types
from annotator.formats.cas import TYPE_SYSTEM, cassis
from annotator.formats.fields import BadField
from annotator.formats.file_names import identity_of
from annotator.formats.foreign import EXTRA_KEYS, HEAD_KEYS, Draft, Object, Taker, native_span
from annotator.formats.records import ReadContext, Record
from annotator.formats.strict_json import BadJson, parse
from annotator.formats.zips import MEMBER_LIMIT, Archive, Member

_SUFFIXES = (".xmi", ".json")
_LABELS = (types.LABEL, "value", "identifier", "PosValue")
_LAYER_TYPES = ("webanno.", "custom.", "inception.")
_SKIPPED = ("de.tudarmstadt.ukp.dkpro.core.api.", "de.tudarmstadt.ukp.clarin.", "uima.")
_TAKEN = "de.tudarmstadt.ukp.dkpro.core.api.ner."


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield a record for each CAS of a zip, or for a single file."""
    taker = Taker(name, context)
    cassis()
    start = source.read(2)
    source.seek(0)
    if start != b"PK":
        data = source.read(MEMBER_LIMIT + 1)
        yield _taken(Member(name, data), _system_on_disk(Path(name)), taker)
        return
    try:
        archive = Archive(source)
    except ValueError as error:
        yield taker.reject(None, None, str(error))
        return
    yield from _members(archive, name, context, taker)


def _system_on_disk(path: Path) -> Member | None:
    """Return the type system beside a file that stands alone."""
    try:
        with path.with_name(TYPE_SYSTEM).open("rb") as stream:
            return Member(TYPE_SYSTEM, stream.read(MEMBER_LIMIT))
    except (OSError, ValueError):
        return None


def _members(
    archive: Archive, name: str, context: ReadContext, taker: Taker
) -> Iterator[Record | Rejection]:
    systems = {one for one in archive.names if PurePosixPath(one).name == TYPE_SYSTEM}
    files = [one for one in archive.names if PurePosixPath(one).suffix in _SUFFIXES]
    for path in files:
        beside = str(PurePosixPath(path).with_name(TYPE_SYSTEM))
        system = beside if beside in systems else TYPE_SYSTEM
        kept = archive.member(system) if system in systems else None
        yield _taken(archive.member(path), kept, Taker(f"{name}!{path}", context))
    if not files:
        yield taker.reject(None, None, "the archive holds no .xmi and no .json")


def _taken(member: Member, system: Member | None, taker: Taker) -> Record | Rejection:
    if member.problem or len(member.data) > MEMBER_LIMIT:
        problem = member.problem or f"is larger than {MEMBER_LIMIT // 1024**2} MiB"
        return taker.reject(None, None, f"{member.name} {problem}")
    try:
        draft = _DraftReader(_loaded(member, system), member.name).draft()
    except (BadField, BadJson) as error:
        return taker.reject(None, error.field, str(error))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # what the library makes of a broken file is any of these
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        return taker.reject(None, None, f"is no CAS that we can read ({reason})")
    return taker.take(draft, None)


def _loaded(member: Member, system: Member | None) -> Any:
    """Load a CAS; the library only warns of positions that are none, which we refuse."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        cas = _load(member, system)
    for one in told:
        if "offset" in str(one.message):
            raise BadField("begin or end", f"fits no character of the text ({one.message})")
    return cas


def _load(member: Member, system: Member | None) -> Any:
    library = cassis()
    if not member.data.lstrip().startswith(b"<"):
        parse(member.data)
        return library.load_cas_from_json(member.data.decode())
    if system is None or system.problem:
        raise BadField(TYPE_SYSTEM, "is missing beside the XMI file")
    for one in (member, system):
        _refuse_entities(one.data)
    known = library.load_typesystem(io.BytesIO(system.data))
    return library.load_cas_from_xmi(io.BytesIO(member.data), typesystem=known)


def _refuse_entities(data: bytes) -> None:
    """Raise ValueError for a document type, an entity or broken XML."""
    try:
        for _, element in iterparse(io.BytesIO(data), forbid_dtd=True):
            element.clear()
    except DefusedXmlException as error:
        raise ValueError("it declares a document type or entities, which we refuse") from error
    except ParseError as error:
        raise ValueError(f"broken XML: {error}") from error


class _DraftReader:
    """Reads one CAS."""

    def __init__(self, cas: Any, name: str) -> None:
        text = cas.sofa_string
        if not isinstance(text, str) or not text:
            raise BadField("sofaString", "is empty or missing: the file has no text")
        self._cas = cas
        self._path = PurePosixPath(name)
        self._text = text
        self._spans: dict[str, tuple[Object, list[tuple[int, int]]]] = {}
        self._named: dict[int, str] = {}

    def draft(self) -> Draft:
        """Return the article and layer."""
        draft = Draft(self._text)
        self._read_head(draft)
        all_found = [one for one in self._cas.select_all_annotations() if _is_mark(one.type)]
        links = [one for one in all_found if _is_link(one)]
        for one in all_found:
            if not _is_link(one):
                self._span(one)
        for identity, (span, pieces) in self._spans.items():
            draft.add_span(span | native_span(identity, span["label"], pieces), f"span {identity}")
        for number, one in enumerate(links):
            self._relation(draft, one, f"relation {number + 1}")
        return draft

    def _read_head(self, draft: Draft) -> None:
        ours = self._first(types.ARTICLE)
        if ours is not None:
            about = _object(ours.get(types.RECORD))
            draft.id = about.get("id") or ""
            draft.meta = about.get("meta") or {}
            draft.direction = about.get("direction") or ""
            draft.head = {k: v for k, v in _object(ours.get(types.HEAD)).items() if k in HEAD_KEYS}
            return
        about = self._first(types.METADATA)
        title = about.get("documentTitle") if about is not None else None
        if isinstance(title, str):
            draft.meta["title"] = title
        if self._path.parent.name:
            draft.head["annotator"] = identity_of(self._path.stem)

    def _first(self, name: str) -> Any:
        if not self._cas.typesystem.contains_type(name):
            return None
        return next(iter(self._cas.select(name)), None)

    def _span(self, one: Any) -> None:
        number = one.get(types.PIECE) if _has(one, types.PIECE) else None
        given = one.get(types.IDENTIFIER) if one.type.name == types.SPAN else None
        identity = given or f"s{len(self._named) + 1}"
        self._named[id(one)] = identity
        piece = (self._position(one.begin), self._position(one.end))
        if identity in self._spans:
            if not number:
                raise BadField(f"span {identity}", "is there twice")
            self._spans[identity][1].append(piece)
            return
        self._spans[identity] = (self._content(one), [piece])

    def _position(self, value: Any) -> int:
        """Return a position, which the library has made a code point, or has failed to."""
        if type(value) is not int:
            raise BadField("begin or end", "is missing, outside the text or inside a character")
        return value

    def _content(self, one: Any) -> Object:
        names = {f.name for f in one.type.all_features} - types.OURS - {"begin", "end", "sofa"}
        label_from = next((n for n in _LABELS if _has(one, n) and one.get(n)), "")
        label = one.get(label_from) if label_from else one.type.name.rsplit(".", 1)[-1]
        extras = _object(one.get(types.EXTRAS)) if _has(one, types.EXTRAS) else {}
        span = {key: extras[key] for key in EXTRA_KEYS if key in extras}
        attributes = dict(span.get("attributes") or {})
        for name in sorted(names - {label_from}):
            if isinstance(value := one.get(name), str):
                attributes[name.removeprefix("attribute_")] = value
        return span | {"label": label} | ({"attributes": attributes} if attributes else {})

    def _relation(self, draft: Draft, one: Any, place: str) -> None:
        ends = [self._named.get(id(one.get(key))) for key in (types.SOURCE, types.TARGET)]
        if None in ends:
            raise BadField(place, "has an end that is no span of ours")
        label_from = next((n for n in _LABELS if _has(one, n) and one.get(n)), "")
        label = one.get(label_from) if label_from else one.type.name.rsplit(".", 1)[-1]
        item = {"label": label, "from": ends[0], "to": ends[1]}
        if one.type.name == types.RELATION and one.get(types.IDENTIFIER):
            item["id"] = one.get(types.IDENTIFIER)
        extras = _object(one.get(types.EXTRAS)) if _has(one, types.EXTRAS) else {}
        draft.add_relation(item | {k: v for k, v in extras.items() if k in EXTRA_KEYS}, place)


def _has(one: Any, name: str) -> bool:
    return one.type.get_feature(name) is not None


def _is_mark(kind: Any) -> bool:
    name = kind.name
    if name in types.IGNORED or not _has_ends(kind):
        return False
    return name.startswith(_TAKEN) or not name.startswith(_SKIPPED)


def _has_ends(kind: Any) -> bool:
    return kind.get_feature("begin") is not None and kind.get_feature("end") is not None


def _is_link(one: Any) -> bool:
    return _has(one, types.SOURCE) and _has(one, types.TARGET)


def _object(text: Any) -> Object:
    value = parse(text.encode()) if isinstance(text, str) and text else {}
    return value if isinstance(value, dict) else {}
