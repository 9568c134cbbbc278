"""Typed access to the fields of a stranger's JSON object; every error names the field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from annotator.domain.span import Attributes, Json
from annotator.formats.strict_json import too_deep
from annotator.persian.fold import bad_name_characters

Object = Mapping[str, Json]
_NO_TEXT = "must be a text in quotation marks"


class BadField(Exception):
    """A field that cannot be taken; `problem` goes on where the name of the field ends."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field} {problem}")
        self.field = field


def describe(value: Json) -> str:
    """Name a value for an error: what it is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"the fraction {value}"
    if isinstance(value, int):
        return f"the number {value}" if abs(value) < 10**20 else "a very large number"
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, list) else "an object"


def wrong(field: str, wanted: str, value: Json) -> NoReturn:
    """Raise for a value of another type than wanted."""
    raise BadField(field, f"{wanted}, not {describe(value)}")


def text(data: Object, key: str, place: str = "") -> str:
    """Return a text, empty where it is missing or null."""
    value = data.get(key)
    if type(value) is str:
        return value
    return "" if value is None else wrong(place + key, _NO_TEXT, value)


def flag(data: Object, key: str, place: str = "") -> bool:
    """Return true or false, false where it is missing or null."""
    value = data.get(key)
    if value is None or value is False or value is True:
        return bool(value)
    return wrong(place + key, "must be true or false", value)


def whole_number(data: Object, key: str, place: str = "") -> int:
    """Return a whole number; neither true nor 1.0 is one."""
    value = data.get(key)
    if type(value) is int:
        return value
    if value is None:
        raise BadField(place + key, "is missing")
    return wrong(place + key, "must be a whole number", value)


def name(data: Object, key: str, place: str = "") -> str:
    """Return a text to show as a name or id: no control or direction characters in it."""
    value = text(data, key, place)
    if not (value.isascii() and value.isprintable()):
        check_name(value, place + key)
    return value


def check_name(value: str, field: str) -> None:
    """Raise for a name with characters that could disguise it or break a line."""
    if bad := bad_name_characters(value):
        codes = ", ".join(f"U+{ord(char):04X}" for char in bad)
        raise BadField(field, f"holds characters that no name may hold ({codes})")


def objects(data: Object, key: str, place: str = "") -> list[dict[str, Json]]:
    """Return a list of objects, empty where it is missing or null."""
    value = data.get(key)
    if value is None:
        return []
    if type(value) is not list:
        wrong(place + key, "must be a list", value)
    for number, one in enumerate(value):
        if type(one) is not dict:
            wrong(f"{place}{key}[{number}]", "must be an object", one)
    return value


def mapping(data: Object, key: str, place: str = "") -> dict[str, Json]:
    """Return an object of free content, empty where it is missing or null."""
    value = data.get(key)
    if value is None:
        return {}
    if type(value) is not dict:
        wrong(place + key, "must be an object", value)
    keep(value, place + key)
    return value


def keep(value: Json, field: str) -> Json:
    """Return a value that is kept as it is; raise where it is nested too deeply to keep."""
    if type(value) in {dict, list} and too_deep(value):
        raise BadField(field, "is nested too deeply")
    return value


def attributes(data: Object, key: str, place: str = "") -> Attributes:
    """Return attributes: texts as they are, lists of texts as tuples."""
    value = data.get(key)
    if value is None:
        return {}
    if type(value) is not dict:
        wrong(place + key, "must be an object", value)
    return {k: v if type(v) is str else _texts(v, f"{place}{key}.{k}") for k, v in value.items()}


def _texts(value: Json, field: str) -> tuple[str, ...]:
    if type(value) is not list or not all(type(one) is str for one in value):
        found = describe(value)
        found = "a list with other things" if found == "a list" else found
        raise BadField(field, f"must be a text or a list of texts, not {found}")
    return tuple(value)
