"""The label scheme of a project: labels, attributes, relations and rules, as data.

Reading and writing scheme files is `scheme_file`'s; which relation means "said by" is
`attribution`'s. A scheme here is already valid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeVar

from annotator.domain.layer import SchemeRef
from annotator.domain.span import Attributes, AttributeValue, Json


class Name(NamedTuple):
    """A name in both languages of the program."""

    fa: str
    en: str

    def get(self, language: str) -> str:
        """Return the name in a language (`fa` or `en`), else in the other."""
        return (self.fa or self.en) if language.startswith("fa") else (self.en or self.fa)


class Color(NamedTuple):
    """A label's colour as #RRGGBB for light and dark ground."""

    light: str
    dark: str


class Overlap(StrEnum):
    """How spans of one label may share text."""

    NONE = "none"
    NEST = "nest"
    FREE = "free"


class Guillemets(StrEnum):
    """Whether quotation marks at an edge belong to the span; KEEP leaves them as marked."""

    IN = "in"
    OUT = "out"
    KEEP = "keep"


class AttributeKind(StrEnum):
    """What values an attribute takes; LIST holds several of its values, TEXT_LIST free texts."""

    CHOICE = "choice"
    LIST = "list"
    TEXT = "text"
    TEXT_LIST = "text_list"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class AttributeChoice:
    """One value an attribute may take."""

    value: str
    name: Name


@dataclass(frozen=True, slots=True)
class AttributeType:
    """An attribute of a label, or of the article itself (`Scheme.document`)."""

    id: str
    name: Name
    kind: AttributeKind = AttributeKind.CHOICE
    choices: tuple[AttributeChoice, ...] = ()
    required: bool = False
    default: str = ""
    auto: bool = False
    extra: Mapping[str, Json] = field(default_factory=dict)

    def unknown_values(self, value: AttributeValue) -> list[str]:
        """Return the given values that a closed list does not have."""
        given = [value] if isinstance(value, str) else list(value)
        known = {choice.value for choice in self.choices}
        return [one for one in given if known and one not in known]

    def choice_name(self, value: str, language: str) -> str:
        """Return the name of a value in a language, or the value where it is not listed."""
        for choice in self.choices:
            if choice.value == value:
                return choice.name.get(language)
        return value


@dataclass(frozen=True, slots=True)
class EdgePolicy:
    """What never stands at an edge of a span, and what becomes of quotation marks there."""

    trim: str = ""
    guillemets: Guillemets = Guillemets.KEEP


@dataclass(frozen=True, slots=True)
class LabelType:
    """A label that spans may carry."""

    id: str
    name: Name
    color: Color
    key: str = ""
    help: Name = field(default_factory=lambda: Name("", ""))
    edges: EdgePolicy = field(default_factory=EdgePolicy)
    same_label_overlap: Overlap = Overlap.FREE
    attributes: tuple[AttributeType, ...] = ()
    optional: bool = False
    extra: Mapping[str, Json] = field(default_factory=dict)

    def attribute(self, attribute_id: str) -> AttributeType | None:
        """Return an attribute type by id."""
        return _by_id(self.attributes, attribute_id)

    @property
    def has_entity(self) -> bool:
        """Tell whether mentions under this label may share an entity."""
        return any(a.kind is AttributeKind.ENTITY for a in self.attributes)

    def defaults(self) -> Attributes:
        """Return the attribute values a new span begins with."""
        return {a.id: a.default for a in self.attributes if a.default}


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation that may link spans; `maximum` None is no limit."""

    id: str
    name: Name
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    minimum: int = 0
    maximum: int | None = None
    same_label: bool = False
    optional: bool = False
    extra: Mapping[str, Json] = field(default_factory=dict)

    def allows(self, source_label: str, target_label: str) -> bool:
        """Tell whether spans of these labels may stand at its ends."""
        ends = source_label in self.sources and target_label in self.targets
        return ends and (not self.same_label or source_label == target_label)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A label scheme at one version."""

    id: str
    version: int
    name: Name
    labels: tuple[LabelType, ...]
    relations: tuple[RelationType, ...] = ()
    document: tuple[AttributeType, ...] = ()
    language: str = "fa"
    direction: str = "rtl"
    different_labels_overlap: Overlap = Overlap.FREE
    extra: Mapping[str, Json] = field(default_factory=dict)

    @property
    def ref(self) -> SchemeRef:
        """The id and version."""
        return SchemeRef(self.id, self.version)

    def label(self, label_id: str) -> LabelType | None:
        """Return a label by id."""
        return _by_id(self.labels, label_id)

    def relation(self, relation_id: str) -> RelationType | None:
        """Return a relation type by id."""
        return _by_id(self.relations, relation_id)

    def document_attribute(self, attribute_id: str) -> AttributeType | None:
        """Return an attribute of the article itself by id."""
        return _by_id(self.document, attribute_id)

    def label_for_key(self, key: str) -> LabelType | None:
        """Return the label that a digit of the keyboard stands for."""
        return next((label for label in self.labels if label.key and label.key == key), None)


_T = TypeVar("_T", AttributeType, LabelType, RelationType)


def _by_id(items: Iterable[_T], wanted: str) -> _T | None:
    return next((item for item in items if item.id == wanted), None)
