"""Scheme files: the JSON (or TOML, same keys) shape, read with clear errors and written back.

What a newer or foreign file says beyond the known keys is kept in `extra` and written back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from annotator.domain.errors import SchemeError
from annotator.domain.scheme import (
    AttributeChoice,
    AttributeKind,
    AttributeType,
    Color,
    EdgePolicy,
    Guillemets,
    LabelType,
    Name,
    Overlap,
    RelationType,
    Scheme,
)
from annotator.domain.span import Json

FORMAT = "annotator-scheme/1"
_HEX_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_ID = re.compile(r"[^\s\x00-\x1f]{1,64}")
_SCHEME_KEYS = {
    *("format", "id", "version", "name", "language", "text_direction"),
    *("labels", "relations", "document", "different_labels_overlap"),
}
_LABEL_KEYS = {
    *("id", "key", "fa", "en", "layer", "help_fa", "help_en"),
    *("attributes", "color", "edges", "same_label_overlap"),
}
_ATTRIBUTE_KEYS = {"id", "fa", "en", "type", "values", "required", "default", "auto"}
_RELATION_KEYS = {"id", "fa", "en", "from", "to", "min", "max", "same_label", "layer"}
_OPTIONAL = "optional"
_NEUTRAL = {"light": "#5F656E", "dark": "#9AA3AD"}


def parse_text(text: str, *, toml: bool = False) -> Scheme:
    """Read a scheme from the text of a file; raise `SchemeError` with the place and reason."""
    try:
        data = _from_toml(text) if toml else json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SchemeError(
            "", f"the file is not valid {'TOML' if toml else 'JSON'} ({error})"
        ) from error
    return parse(data)


def _from_toml(text: str) -> Json:
    # loaded here: every window reads a scheme at its start, hardly one of them in TOML
    import tomllib

    return tomllib.loads(text)


def parse(data: Json) -> Scheme:
    """Build a scheme from parsed JSON or TOML; raise `SchemeError` with the place and reason."""
    top = _Place(data, "")
    if top.text("format", FORMAT) != FORMAT:
        raise SchemeError("format", f"this program reads {FORMAT!r}, not {top.text('format')!r}")
    scheme = Scheme(
        id=top.identifier("id"),
        version=top.number("version", 1, least=1) or 1,
        name=_name(top.data.get("name", ""), "name"),
        labels=tuple(map(_label, top.items("labels"))),
        relations=tuple(map(_relation, top.items("relations", missing_ok=True))),
        document=tuple(map(_attribute, top.items("document", missing_ok=True))),
        language=top.text("language", "fa"),
        direction=top.choice("text_direction", {"rtl": "rtl", "ltr": "ltr"}.__getitem__, "rtl"),
        different_labels_overlap=top.choice("different_labels_overlap", Overlap, "free"),
        extra=top.rest(_SCHEME_KEYS),
    )
    _check_whole(scheme)
    return scheme


def to_json(scheme: Scheme) -> dict[str, Json]:
    """Return the scheme in the shape of a scheme file."""
    return {
        "format": FORMAT,
        "id": scheme.id,
        "version": scheme.version,
        "name": {"fa": scheme.name.fa, "en": scheme.name.en},
        "language": scheme.language,
        "text_direction": scheme.direction,
        "labels": [_label_json(label) for label in scheme.labels],
        "relations": [_relation_json(relation) for relation in scheme.relations],
        "document": [_attribute_json(attribute) for attribute in scheme.document],
        "different_labels_overlap": str(scheme.different_labels_overlap),
        **scheme.extra,
    }


def to_text(scheme: Scheme) -> str:
    """Return the text of the scheme's JSON file, with a final line feed."""
    return json.dumps(to_json(scheme), ensure_ascii=False, indent=1) + "\n"


_T = TypeVar("_T")


class _Place:
    """An object of the file and where it stands, for errors that name the place."""

    def __init__(self, data: Json, place: str) -> None:
        if not isinstance(data, Mapping):
            raise SchemeError(place, "an object with keys is expected here")
        self.data = data
        self.place = place

    def at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str):
            reason = "is missing" if value is None else "must be a text in quotation marks"
            raise SchemeError(self.at(key), reason)
        return value

    def identifier(self, key: str) -> str:
        value = self.text(key)
        if not _ID.fullmatch(value):
            raise SchemeError(self.at(key), "must be 1 to 64 characters without spaces")
        return value

    def flag(self, key: str) -> bool:
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise SchemeError(self.at(key), "must be true or false")
        return value

    def number(self, key: str, default: int | None, *, least: int) -> int | None:
        value = self.data.get(key, default)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise SchemeError(self.at(key), f"must be a whole number of at least {least}")
        return value

    def choice(self, key: str, kind: Callable[[str], _T], default: str) -> _T:
        value = self.text(key, default)
        try:
            return kind(value)
        except (ValueError, KeyError) as error:
            raise SchemeError(self.at(key), f"{value!r} is not one of the known values") from error

    def items(self, key: str, *, missing_ok: bool = False) -> list[_Place]:
        value = self.data.get(key, [] if missing_ok else None)
        if not isinstance(value, list):
            raise SchemeError(self.at(key), "must be a list")
        places = [_Place(item, f"{self.at(key)}[{i}]") for i, item in enumerate(value)]
        _check_distinct([(p.text("id") if "id" in p.data else "", p.place) for p in places])
        return places

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise SchemeError(self.at(key), "must be a list of texts")
        return tuple(value)

    def rest(self, known: set[str]) -> dict[str, Json]:
        return {key: value for key, value in self.data.items() if key not in known}


def _name(value: Json, place: str) -> Name:
    if isinstance(value, str):
        return Name(value, value)
    names = _Place(value, place)
    return Name(names.text("fa", ""), names.text("en", ""))


def _own_name(item: _Place) -> Name:
    identity = item.data.get("id", "")
    return Name(
        item.text("fa", item.text("en", identity)), item.text("en", item.text("fa", identity))
    )


def _label(item: _Place) -> LabelType:
    color = _Place(item.data.get("color", _NEUTRAL), item.at("color"))
    edges = _Place(item.data.get("edges", {}), item.at("edges"))
    return LabelType(
        id=item.identifier("id"),
        name=_own_name(item),
        color=Color(_color(color, "light"), _color(color, "dark")),
        key=item.text("key", ""),
        help=Name(item.text("help_fa", ""), item.text("help_en", "")),
        edges=EdgePolicy(edges.text("trim", ""), edges.choice("guillemets", Guillemets, "keep")),
        same_label_overlap=item.choice("same_label_overlap", Overlap, "free"),
        attributes=tuple(map(_attribute, item.items("attributes", missing_ok=True))),
        optional=item.text("layer", "core") == _OPTIONAL,
        extra=item.rest(_LABEL_KEYS),
    )


def _color(item: _Place, key: str) -> str:
    value = item.text(key)
    if not _HEX_COLOR.fullmatch(value):
        raise SchemeError(item.at(key), f"{value!r} is not a colour like #1C5FA8")
    return value


def _attribute(item: _Place) -> AttributeType:
    values = tuple(map(_choice, item.items("values", missing_ok=True)))
    kind = item.choice("type", AttributeKind, "choice")
    if kind is AttributeKind.CHOICE and not values:
        raise SchemeError(item.at("values"), "an attribute without a type needs its values listed")
    attribute = AttributeType(
        id=item.identifier("id"),
        name=_own_name(item),
        kind=kind,
        choices=values,
        required=item.flag("required"),
        default=item.text("default", ""),
        auto=item.flag("auto"),
        extra=item.rest(_ATTRIBUTE_KEYS),
    )
    if attribute.default and attribute.unknown_values(attribute.default):
        raise SchemeError(item.at("default"), f"{attribute.default!r} is not among its values")
    return attribute


def _choice(item: _Place) -> AttributeChoice:
    value = item.text("value")
    return AttributeChoice(value, Name(item.text("fa", value), item.text("en", value)))


def _relation(item: _Place) -> RelationType:
    return RelationType(
        id=item.identifier("id"),
        name=_own_name(item),
        sources=item.texts("from"),
        targets=item.texts("to"),
        minimum=item.number("min", 0, least=0) or 0,
        maximum=item.number("max", None, least=1),
        same_label=item.flag("same_label"),
        optional=item.text("layer", "core") == _OPTIONAL,
        extra=item.rest(_RELATION_KEYS),
    )


def _check_distinct(ids: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for identity, place in ids:
        if identity and identity in seen:
            raise SchemeError(place, f"the id {identity!r} is already used at {seen[identity]}")
        seen[identity] = place


def _check_whole(scheme: Scheme) -> None:
    if not scheme.labels:
        raise SchemeError("labels", "a scheme needs at least one label")
    known = {label.id for label in scheme.labels}
    for i, relation in enumerate(scheme.relations):
        for end in (*relation.sources, *relation.targets):
            if end not in known:
                raise SchemeError(f"relations[{i}]", f"there is no label {end!r}")
    _check_distinct([(label.key, f"labels[{i}].key") for i, label in enumerate(scheme.labels)])


def _label_json(label: LabelType) -> dict[str, Json]:
    return {
        "id": label.id,
        **({"key": label.key} if label.key else {}),
        "fa": label.name.fa,
        "en": label.name.en,
        "layer": _OPTIONAL if label.optional else "core",
        **({"help_fa": label.help.fa} if label.help.fa else {}),
        **({"help_en": label.help.en} if label.help.en else {}),
        "attributes": [_attribute_json(attribute) for attribute in label.attributes],
        "color": {"light": label.color.light, "dark": label.color.dark},
        "edges": {"trim": label.edges.trim, "guillemets": str(label.edges.guillemets)},
        "same_label_overlap": str(label.same_label_overlap),
        **label.extra,
    }


def _attribute_json(attribute: AttributeType) -> dict[str, Json]:
    values = [{"value": c.value, "fa": c.name.fa, "en": c.name.en} for c in attribute.choices]
    typed = attribute.kind is not AttributeKind.CHOICE
    return {
        "id": attribute.id,
        "required": attribute.required,
        **({"type": str(attribute.kind)} if typed else {}),
        **({"default": attribute.default} if attribute.default else {}),
        **({"auto": True} if attribute.auto else {}),
        "fa": attribute.name.fa,
        "en": attribute.name.en,
        **({"values": values} if values else {}),
        **attribute.extra,
    }


def _relation_json(relation: RelationType) -> dict[str, Json]:
    return {
        "id": relation.id,
        "fa": relation.name.fa,
        "en": relation.name.en,
        "from": list(relation.sources),
        "to": list(relation.targets),
        "min": relation.minimum,
        "max": relation.maximum,
        **({"same_label": True} if relation.same_label else {}),
        **({"layer": _OPTIONAL} if relation.optional else {}),
        **relation.extra,
    }
