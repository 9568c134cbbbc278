"""JSON from strangers: what RFC 8259 leaves open and Python lets pass is refused here.

Refused: keys given twice, NaN and infinities, halves of characters, NUL, nesting without end.
What the keys mean belongs in the readers.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import NoReturn

import orjson

from annotator.domain.span import Json

DEPTH_LIMIT = 100


class BadJson(ValueError):
    """The bytes are not JSON we take; `str()` says why, `field` where it is known."""

    def __init__(self, reason: str, field: str | None = None) -> None:
        super().__init__(reason)
        self.field = field


def parse(raw: bytes, *, whole: tuple[str, ...] = ()) -> Json:
    """Return the value of one JSON text in UTF-8; raise `BadJson` with the reason.

    Numbers under the top-level keys named in `whole` may come rounded where they do not fit
    64 bits: for parts that take no such number anyway.
    """
    try:
        value = orjson.loads(raw)
        again = orjson.dumps(value)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return parse_strictly(raw)
    if again == raw or _nothing_lost(raw, again, value, whole):
        if b"\\u0000" in raw:
            refuse_unstorable(value)
        return value
    return parse_strictly(raw)


def _nothing_lost(raw: bytes, again: bytes, value: Json, whole: tuple[str, ...]) -> bool:
    """Tell for sure that no key stood twice and no number was rounded; doubt is False.

    A key that was dropped took at least its two quotation marks with it; marks inside of texts
    stand in both as often, unless the file wrote them by their number.
    """
    if raw.count(b'"') != again.count(b'"') or b"\\u0022" in raw:
        return False
    if isinstance(value, dict):
        return not any(_has_fraction(v) for k, v in value.items() if k not in whole)
    return not _has_fraction(value)


def _has_fraction(value: Json) -> bool:
    kind = type(value)
    if kind is dict:
        return any(map(_has_fraction, value.values()))
    return kind is float or (kind is list and any(map(_has_fraction, value)))


def parse_strictly(raw: bytes) -> Json:
    """Do what `parse` does, in several times the time and with the exact reason."""
    try:
        value = json.loads(
            raw.decode(),
            object_pairs_hook=_distinct,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except UnicodeDecodeError as error:
        raise BadJson(f"not UTF-8: byte {error.start + 1} does not fit") from error
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")
        raise BadJson(f"broken JSON: {what} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise BadJson("objects or lists are nested too deeply") from error
    except BadJson:
        raise
    except ValueError as error:
        raise BadJson("a whole number has too many digits") from error
    refuse_unstorable(value)
    return value


def _distinct(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise BadJson(f"the key {twice!r} stands twice in one object", twice)
    return found


def _no_number(word: str) -> NoReturn:
    raise BadJson(f"{word} is no number in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise BadJson(f"the number {digits[:20]} is too large")
    return number


def refuse_unstorable(value: Json) -> None:
    """Raise `BadJson` for what no database holds: NUL, half characters, endless nesting."""
    for field, text in _texts(value, "", 0):
        if "\x00" in text:
            raise BadJson(f"{field} holds a NUL at character {text.index(chr(0))}", field)
        if not text.isascii() and (half := _lone_surrogate(text)) is not None:
            raise BadJson(f"{field} holds half of a character at character {half}", field)


def _texts(value: Json, field: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield every text in a value, keys included, with the field it stands in."""
    if depth > DEPTH_LIMIT:
        top = re.split(r"[.\[]", field, maxsplit=1)[0]
        raise BadJson(f"{top} is nested too deeply", top)
    if isinstance(value, str):
        yield field or "the text", value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield f"a key of {field}" if field else "a key", key
            yield from _texts(inner, f"{field}.{key}" if field else key, depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{field}[{number}]", depth + 1)


def _lone_surrogate(text: str) -> int | None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def too_deep(value: Json) -> bool:
    """Tell whether a value is nested deeper than we keep."""
    level: list[Json] = [value]
    for _ in range(DEPTH_LIMIT):
        inner = [v for one in level for v in _inside(one)]
        if not inner:
            return False
        level = inner
    return True


def _inside(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
