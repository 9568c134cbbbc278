"""Telling a file's format from its first bytes, where a suffix means several."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from annotator.formats import doccano, hugging_face, label_studio_read, prodigy
from annotator.formats.foreign import Object
from annotator.formats.strict_json import BadJson, parse

Recogniser = Callable[[PurePath, bytes], bool]
_KEY = re.compile(rb'"([A-Za-z_]\w*)"\s*:\s*(.)', re.ASCII)
_ENTRY = b"PK\x03\x04"
_ENTRY_HEAD = 30


def first_object(head: bytes) -> Object:
    """Return the first line's object; where it is longer than the head, its keys as found."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return {}
    try:
        value = parse(line)
    except BadJson:
        return _keys(line)
    return value if isinstance(value, dict) else {}


def _keys(line: bytes) -> Object:
    found: Object = {}
    for key, mark in _KEY.findall(line):
        found.setdefault(key.decode(), [] if mark == b"[" else "")
    return found


def _of_line(recognises: Callable[[Object], bool]) -> Recogniser:
    def told(path: PurePath, head: bytes) -> bool:  # noqa: ARG001
        line = first_object(head)
        return "format" not in line and recognises(line)

    return told


is_doccano = _of_line(doccano.recognises)
is_prodigy = _of_line(prodigy.recognises)
is_hugging_face = _of_line(hugging_face.recognises)


def is_label_studio(path: PurePath, head: bytes) -> bool:  # noqa: ARG001
    """Tell a list of tasks."""
    return label_studio_read.recognises(head)


def entry_names(head: bytes) -> list[str]:
    """Return the names of the files at the beginning of a zip archive."""
    names = []
    place = head.find(_ENTRY) if head.startswith(_ENTRY) else -1
    while place >= 0 and place + _ENTRY_HEAD <= len(head):
        length = int.from_bytes(head[place + 26 : place + 28], "little")
        start = place + _ENTRY_HEAD
        names.append(head[start : start + length].decode(errors="replace"))
        place = head.find(_ENTRY, start)
    return names


def _holds_suffix(*suffixes: str) -> Recogniser:
    def told(path: PurePath, head: bytes) -> bool:  # noqa: ARG001
        return any(name.endswith(suffixes) for name in entry_names(head))

    return told


is_brat_zip = _holds_suffix(".ann")
is_xmi_zip = _holds_suffix(".xmi")
_is_tsv_zip = _holds_suffix(".tsv")


def is_tsv(path: PurePath, head: bytes) -> bool:
    """Tell WebAnno TSV from a table, alone or in a zip of folders for each document."""
    plain = head.removeprefix(b"\xef\xbb\xbf").startswith(b"#FORMAT=WebAnno TSV")
    return plain or (_is_tsv_zip(path, head) and all("/" in n for n in entry_names(head)))


def is_cas_json(path: PurePath, head: bytes) -> bool:  # noqa: ARG001
    """Tell a CAS in JSON, alone or in a zip of folders for each document."""
    if b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head:
        return True
    names = entry_names(head)
    return bool(names) and all(n.endswith(".json") and "/" in n for n in names)
