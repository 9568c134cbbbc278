"""A label scheme while somebody edits it: the JSON of a scheme file, changed part by part.

A path leads to a part: `("labels", 2)`, `("labels", 2, "attributes", 0)`, `("relations", 1)`,
`("document", 0)`; the empty path is the scheme itself. What is valid says `domain.scheme_file`.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

from annotator.domain import scheme_file
from annotator.domain.errors import SchemeError
from annotator.domain.scheme import Scheme
from annotator.ui.i18n import QT_TRANSLATE_NOOP, translate
from annotator.workspace.schemes import Renaming

Path = tuple[str | int, ...]
Part = dict[str, Any]
SECTIONS = ("labels", "relations", "document")
_WAS = "\0was"
_PLACE = re.compile(r"(\w+)\[(\d+)\]")
_COLORS = (
    ("#0066AF", "#62B0F0"),
    ("#007159", "#45C9A5"),
    ("#A84500", "#F2955A"),
    ("#844BAA", "#C79AE6"),
    ("#8A5A00", "#E0B25A"),
    ("#A8325E", "#F08FB3"),
    ("#5F656E", "#9AA3AD"),
)
_NEW = {
    "labels": QT_TRANSLATE_NOOP("SchemeDraft", "New label"),
    "attributes": QT_TRANSLATE_NOOP("SchemeDraft", "New attribute"),
    "document": QT_TRANSLATE_NOOP("SchemeDraft", "New attribute"),
    "relations": QT_TRANSLATE_NOOP("SchemeDraft", "New relation"),
}
_STEMS = {"labels": "LABEL", "attributes": "attribute", "document": "attribute"}


class SchemeDraft:
    """The scheme as it stands in the editor; every part remembers the id it began with."""

    def __init__(self, scheme: Scheme) -> None:
        self.data: Part = copy.deepcopy(scheme_file.to_json(scheme))
        for section in ("labels", "relations"):
            for part in self.data[section]:
                part[_WAS] = part["id"]

    def part(self, path: Path) -> Part:
        """Return the part at a path, to be read."""
        found: Any = self.data
        for step in path:
            found = found[step]
        assert isinstance(found, dict)
        return found

    def first_id(self, path: Path) -> str:
        """Return the id that a label or relation has in the project; empty for a new one."""
        return str(self.part(path).get(_WAS, ""))

    def paths(self) -> Iterator[Path]:
        """Yield the paths of all parts, each before what it holds."""
        for section in SECTIONS:
            for place, part in enumerate(self.data[section]):
                yield (section, place)
                for inner in range(len(part.get("attributes", ()))):
                    yield (section, place, "attributes", inner)

    def set(self, path: Path, key: str, value: object) -> None:
        """Give a part a value; None takes it away. A label's new id reaches the relations."""
        part = self.part(path)
        if key == "id" and path[:1] == ("labels",) and len(path) == 2:
            self._rename_ends(part["id"], value)
        if value is None:
            part.pop(key, None)
        else:
            part[key] = value

    def add(self, path: Path) -> Path:
        """Add a part to a list, such as `("labels",)`; return the path of the new one."""
        siblings = self._list(path)
        kind = str(path[-1])
        siblings.append(self._fresh(kind, siblings))
        return (*path, len(siblings) - 1)

    def remove(self, path: Path) -> Path:
        """Take a part away; return the path to look at next."""
        siblings, place = self._list(path[:-1]), int(path[-1])
        gone = siblings.pop(place)
        if path[0] == "labels" and len(path) == 2:
            self._rename_ends(gone["id"], None)
        return (*path[:-1], min(place, len(siblings) - 1)) if siblings else path[:-2]

    def move(self, path: Path, step: int) -> Path:
        """Move a part up (-1) or down (1) in its list; return where it stands then."""
        siblings, place = self._list(path[:-1]), int(path[-1])
        other = place + step
        if not 0 <= other < len(siblings):
            return path
        siblings[place], siblings[other] = siblings[other], siblings[place]
        return (*path[:-1], other)

    def scheme(self) -> Scheme:
        """Return the scheme; raise `SchemeError` where it is not valid yet."""
        return scheme_file.parse(self._plain())

    def error(self) -> SchemeError | None:
        """Return what is not valid yet, None where all is well."""
        try:
            self.scheme()
        except SchemeError as error:
            return error
        return None

    def renaming(self) -> Renaming:
        """Return the ids of labels and relations that changed, old to new."""
        return Renaming(self._renamed("labels"), self._renamed("relations"))

    def _plain(self) -> Part:
        plain = dict(self.data)
        for section in ("labels", "relations"):
            plain[section] = [
                {key: value for key, value in part.items() if key != _WAS}
                for part in self.data[section]
            ]
        return plain

    def _renamed(self, section: str) -> dict[str, str]:
        present = {part["id"] for part in self.data[section]}
        return {
            part[_WAS]: part["id"]
            for part in self.data[section]
            if part.get(_WAS, part["id"]) not in present
        }

    def _rename_ends(self, old: object, new: object) -> None:
        for relation in self.data["relations"]:
            for end in ("from", "to"):
                renamed = [new if one == old else one for one in relation[end]]
                relation[end] = [one for one in renamed if one is not None]

    def _list(self, path: Path) -> list[Part]:
        found: list[Part] = self.part(path[:-1])[str(path[-1])]
        return found

    def _fresh(self, kind: str, siblings: list[Part]) -> Part:
        taken = {part["id"] for part in siblings}
        stem = _STEMS.get(kind, "RELATION")
        identity = next(f"{stem}_{n}" for n in range(1, 10_000) if f"{stem}_{n}" not in taken)
        name = translate("SchemeDraft", _NEW[kind])
        part = {"id": identity, "fa": name, "en": name}
        return part | _MAKERS.get(kind, _fresh_attribute)(siblings)


def path_of(place: str) -> Path:
    """Return the path of the part that a `SchemeError.place` speaks of, values left aside."""
    path: list[str | int] = []
    for name, number in _PLACE.findall(place):
        if name in (*SECTIONS, "attributes"):
            path += [name, int(number)]
    return tuple(path)


def _fresh_label(siblings: list[Part]) -> Part:
    keys = {part.get("key") for part in siblings}
    key = next((str(n) for n in range(1, 10) if str(n) not in keys), None)
    used = {part["color"]["light"] for part in siblings}
    light, dark = next((pair for pair in _COLORS if pair[0] not in used), _COLORS[-1])
    return {
        **({"key": key} if key else {}),
        "attributes": [],
        "color": {"light": light, "dark": dark},
        "edges": {"trim": " \u200c،؛:.", "guillemets": "out"},
        "same_label_overlap": "none",
    }


def _fresh_relation(_siblings: list[Part]) -> Part:
    return {"from": [], "to": [], "min": 0, "max": None}


def _fresh_attribute(_siblings: list[Part]) -> Part:
    return {"required": False, "type": "text"}


_MAKERS: dict[str, Callable[[list[Part]], Part]] = {
    "labels": _fresh_label,
    "relations": _fresh_relation,
}
