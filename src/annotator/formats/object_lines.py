"""JSONL of other programs: each line as an object, or the rejection of the line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from annotator.domain.errors import Rejection
from annotator.formats.fields import describe
from annotator.formats.foreign import Object, Taker
from annotator.formats.lines import LINE_LIMIT, lines
from annotator.formats.strict_json import BadJson, parse


class ObjectLine(NamedTuple):
    """An object of a file with the line it stands on, and the line itself."""

    number: int
    data: Object
    raw: str


def object_lines(source: BinaryIO, taker: Taker) -> Iterator[ObjectLine | Rejection]:
    """Yield the objects of a JSONL file; blank lines are passed over."""
    found = False
    for number, data, too_long in lines(source):
        raw = data.decode(errors="backslashreplace")
        if too_long:
            found = True
            reason = f"the line is longer than {LINE_LIMIT // 1024**2} MiB"
            yield taker.reject(number, None, reason, raw)
        elif data.strip():
            found = True
            yield _object(number, data.strip(), raw, taker)
    if not found:
        yield taker.reject(None, None, "the file is empty")


def _object(number: int, data: bytes, raw: str, taker: Taker) -> ObjectLine | Rejection:
    try:
        value = parse(data)
    except BadJson as error:
        return taker.reject(number, error.field, str(error), raw)
    if not isinstance(value, dict):
        reason = f"the line must be a JSON object, not {describe(value)}"
        return taker.reject(number, None, reason, raw)
    return ObjectLine(number, value, raw)
