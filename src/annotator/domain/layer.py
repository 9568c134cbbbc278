"""A layer: all that one annotator, or gold, holds on one article; immutable, changed by `apply`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from annotator.domain.ids import ArticleId, EntityId, RelationId, SpanId
from annotator.domain.index import SpanIndex
from annotator.domain.span import Attributes, Entity, Relation, SourceRef, Span


class Status(StrEnum):
    """How far a layer is."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"
    SKIPPED = "skipped"


class LayerKey(NamedTuple):
    """Whose layer on which article; `annotator` is None for gold."""

    article: ArticleId
    annotator: str | None

    @property
    def is_gold(self) -> bool:
        """Tell whether this is the gold layer."""
        return self.annotator is None


class SchemeRef(NamedTuple):
    """The scheme a layer was made under."""

    id: str
    version: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A case settled without a gold item: *both wrong* or *guideline unclear*."""

    id: str
    verdict: str
    from_layers: tuple[SourceRef, ...] = ()
    reason: str = ""
    decided_by: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class LayerState:
    """What a layer says of the article as a whole."""

    status: Status = Status.NEW
    document: Attributes = field(default_factory=dict)
    note: str = ""
    flag: bool = False
    scheme: SchemeRef | None = None


Item = Span | Relation | Entity | Decision | LayerState


@dataclass(frozen=True)
class Layer:
    """The items of one layer by id, and the index over its spans.

    `state` is None for a layer that nobody has begun; it then has no items either.
    """

    key: LayerKey
    state: LayerState | None = None
    spans: Mapping[SpanId, Span] = field(default_factory=dict)
    relations: Mapping[RelationId, Relation] = field(default_factory=dict)
    entities: Mapping[EntityId, Entity] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    @cached_property
    def index(self) -> SpanIndex:
        """The span index; `apply` hands it on, so that it is built once a layer is opened."""
        return SpanIndex(self.spans.values())

    @cached_property
    def _ends(self) -> dict[SpanId, list[Relation]]:
        ends: dict[SpanId, list[Relation]] = {}
        for relation in self.relations.values():
            ends.setdefault(relation.source, []).append(relation)
            if relation.target != relation.source:
                ends.setdefault(relation.target, []).append(relation)
        return ends

    @property
    def status(self) -> Status:
        """The status; `NEW` where nobody has begun."""
        return self.state.status if self.state else Status.NEW

    @property
    def is_empty(self) -> bool:
        """Tell whether the layer holds no item at all besides its state."""
        return not (self.spans or self.relations or self.entities or self.decisions)

    def relations_of(self, span: SpanId) -> list[Relation]:
        """Return the relations that begin or end at a span."""
        return self._ends.get(span, [])

    def targets(self, span: SpanId, label: str) -> list[SpanId]:
        """Return the spans that relations of a type lead to from a span."""
        return [r.target for r in self.relations_of(span) if r.label == label and r.source == span]

    def mentions(self, entity: EntityId) -> list[Span]:
        """Return the spans that refer to an entity, in reading order."""
        return [span for span in self.index if span.entity == entity]

    def apply(self, changes: Iterable[Change]) -> Layer:
        """Return the layer after changes; each must find its item as `before` says."""
        tables = _Tables(self)
        removed: dict[SpanId, Span] = {}
        added: dict[SpanId, Span] = {}
        for change in changes:
            tables.put(change)
            if isinstance(change.before, Span) and added.pop(change.before.id, None) is None:
                removed[change.before.id] = change.before
            if isinstance(change.after, Span):
                added[change.after.id] = change.after
        layer = replace(self, **tables.as_fields())
        layer.__dict__["index"] = self.index.replaced(removed.values(), added.values())
        if tables.relations is self.relations:
            layer.__dict__["_ends"] = self._ends
        return layer


class _Tables:
    """Copies of a layer's tables on first write, so that one edit copies one table."""

    def __init__(self, layer: Layer) -> None:
        self.state = layer.state
        self.spans = layer.spans
        self.relations = layer.relations
        self.entities = layer.entities
        self.decisions = layer.decisions
        self._own: set[str] = set()

    def put(self, change: Change) -> None:
        name = _table_of(change.kind)
        if name == "state":
            _expect(self.state, change)
            self.state = change.after  # type: ignore[assignment]
            return
        if name not in self._own:
            setattr(self, name, dict(getattr(self, name)))
            self._own.add(name)
        table = getattr(self, name)
        _expect(table.get(change.id), change)
        if change.after is None:
            del table[change.id]
        else:
            table[change.id] = change.after

    def as_fields(self) -> dict[str, Any]:
        names = ("state", "spans", "relations", "entities", "decisions")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Change:
    """One item before and after; making has no `before`, deleting no `after`."""

    layer: LayerKey
    before: Item | None
    after: Item | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a before or an after")

    @property
    def kind(self) -> type[Item]:
        """The class of the item."""
        return type(self.after if self.after is not None else self.before)  # type: ignore[return-value]

    @property
    def id(self) -> str:
        """The id of the item; empty for the state, of which a layer has one."""
        item = self.after if self.after is not None else self.before
        return "" if isinstance(item, LayerState) else item.id  # type: ignore[union-attr]

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.layer, self.after, self.before)


class Stale(ValueError):
    """A change does not fit: its item is not as `before` says."""


def _expect(present: Item | None, change: Change) -> None:
    if present != change.before:
        raise Stale(f"{change.kind.__name__} {change.id or change.layer} is not as expected")


def _table_of(kind: type[Item]) -> str:
    return {
        Span: "spans",
        Relation: "relations",
        Entity: "entities",
        Decision: "decisions",
        LayerState: "state",
    }[kind]
