"""Articles from JSON of any shape: objects in a list or one a line, keys chosen like columns.

Nothing but articles: labels come in through the formats that define where labels stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from annotator.domain.errors import Rejection
from annotator.domain.span import Json
from annotator.formats import jsonl
from annotator.formats.columns import TEXT, Place, article_of, column_keys, why_no_columns
from annotator.formats.fields import describe
from annotator.formats.foreign import json_bytes
from annotator.formats.json_array import Element, elements
from annotator.formats.lines import LINE_LIMIT, lines
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.formats.strict_json import BadJson, parse

_HEAD = 64 * 1024


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield an article for each object of a list, of lines, or of the one list in an object."""
    found = False
    for element in _elements(source):
        found = True
        yield from _taken(element, name, context)
    if not found:
        yield rejection(name, WHOLE_FILE, None, "the file is empty", "")


def names(source: BinaryIO) -> tuple[str, ...]:
    """Return the keys of the first object, also those one level down; none where it is native."""
    first = next((one for one in _elements(source) if not one.problem), None)
    if first is None:
        return ()
    value = next(iter(_objects(parse(first.data), {})), None)
    if not isinstance(value, dict) or _is_native(value):
        return ()
    inner = [
        f"{key}.{below}" for key, held in value.items() if isinstance(held, dict) for below in held
    ]
    return tuple(key for key, held in value.items() if not isinstance(held, dict)) + tuple(inner)


def _elements(source: BinaryIO) -> Iterator[Element]:
    head = source.read(_HEAD)
    source.seek(0)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[" or not _is_lines(head):
        yield from elements(source)
        return
    for number, data, too_long in lines(source):
        if too_long:
            yield Element(number, b"", f"the line is longer than {LINE_LIMIT // 1024**2} MiB")
        elif data.strip():
            yield Element(number, data.strip())


def _is_lines(head: bytes) -> bool:
    """Tell whether the first line of a file is a whole object, or longer than what was read."""
    first, end, rest = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not end or not rest.strip():
        return True
    try:
        return isinstance(parse(first), dict)
    except BadJson:
        # a broken first line is no reason to give up the others
        return rest.lstrip()[:1] == b"{"


def _taken(element: Element, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    raw = element.data.decode(errors="backslashreplace")
    if element.problem:
        yield rejection(name, element.line, None, element.problem, raw)
        return
    try:
        value = parse(element.data)
    except BadJson as error:
        yield rejection(name, element.line, error.field, str(error), raw)
        return
    for one in _objects(value, dict(context.columns)):
        if isinstance(one, dict) and _is_native(one) and not _has_chosen(one, context):
            yield jsonl.parse_line(json_bytes(one), name, element.line, context)
        elif isinstance(one, dict):
            yield _article(one, Place(name, element.line), context)
        else:
            reason = f"an article must be a JSON object, not {describe(one)}"
            yield rejection(name, element.line, None, reason, raw)


def _is_native(value: Mapping[str, Json]) -> bool:
    """Tell whether an object holds labels or says that it is native: nothing of it may be lost."""
    return "text" in value and (value.get("format") == jsonl.FORMAT or "spans" in value)


def _has_chosen(value: Mapping[str, Json], context: ReadContext) -> bool:
    """Tell whether columns were chosen that this object has: the choice may mean other files."""
    chosen = [column for _, column in context.columns if column != TEXT]
    return any(_inside(value, column) is not None for column in chosen)


def _objects(value: Json, chosen: Mapping[str, str]) -> list[Json]:
    """Return the objects of the one list in an object (`{"articles": [...]}`), else the value."""
    if isinstance(value, dict) and not _is_article(value, chosen):
        lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        if len(lists) == 1:
            return lists[0]
    return [value]


def _is_article(value: Mapping[str, Json], chosen: Mapping[str, str]) -> bool:
    text = chosen.get(TEXT)
    return TEXT in column_keys(list(value), {}) or (
        text is not None and _inside(value, text) is not None
    )


def _article(value: Mapping[str, Json], place: Place, context: ReadContext) -> Record | Rejection:
    chosen = dict(context.columns)
    cells = {key: inner for key, inner in value.items() if inner is not None}
    inside = {c: found for c in chosen.values() if (found := _inside(value, c)) is not None}
    cells |= inside
    keys = column_keys(list(cells), chosen)
    present = {key: column for key, column in chosen.items() if key == TEXT or column in cells}
    if problem := why_no_columns(keys, present, "the object"):
        return rejection(place.file, place.line, None, problem, str(value))
    return article_of(dict(zip(keys, cells.values(), strict=True)), place, context)


def _inside(value: Json, path: str) -> Json:
    """Return what stands under a key, or under keys joined by dots; None where nothing does."""
    if isinstance(value, dict) and path in value:
        return value[path]
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value
