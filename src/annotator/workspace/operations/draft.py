"""A step in the making: the layer as it will be, and the changes that lead there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected, Step
from annotator.domain.errors import UserError
from annotator.domain.ids import EntityId, RelationId, SpanId, new_id
from annotator.domain.layer import Change, Item, Layer, LayerKey, LayerState, Status
from annotator.domain.scheme import LabelType
from annotator.domain.span import Entity, Json, Relation, Span
from annotator.workspace.operations.provenance import by_hand

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


class Draft:
    """The changes of one step to one layer; `layer` already has them."""

    def __init__(self, ws: Workspace, key: LayerKey) -> None:
        self.ws = ws
        self.key = key
        self.scheme = ws.scheme
        self.article = ws.article(key.article)
        self.text = self.article.text
        self.layer: Layer = ws.layer(key)
        self.now = ws.now()
        self.changes: list[Change] = []

    def put(self, before: Item | None, after: Item | None) -> None:
        """Make, change or delete an item; putting what is there changes nothing."""
        if before != after:
            change = Change(self.key, before, after)
            self.changes.append(change)
            self.layer = self.layer.apply((change,))

    def put_all(self, made: list[Item]) -> None:
        """Make many items at once."""
        changes = [Change(self.key, None, item) for item in made]
        self.changes += changes
        self.layer = self.layer.apply(changes)

    def change_span(self, span: Span, **values: object) -> Span:
        """Change fields of a span and stamp it; return what it became."""
        after = replace(span, **values)  # type: ignore[arg-type]
        if after != span:
            after = replace(after, modified=self.now)
            self.put(span, after)
        return after

    def begin(self) -> None:
        """Make sure that the layer is begun: work on a new or skipped article starts it."""
        state = self.layer.state
        if state is None:
            self.put(None, LayerState(Status.STARTED, scheme=self.scheme.ref))
        elif state.status in {Status.NEW, Status.SKIPPED}:
            self.put(state, replace(state, status=Status.STARTED, scheme=self.scheme.ref))

    def state(self) -> LayerState:
        """Return the layer's state, that of a new layer where nobody has begun."""
        return self.layer.state or LayerState(scheme=self.scheme.ref)

    def run(
        self, name: str, selected: str | None = None, details: Mapping[str, Json] | None = None
    ) -> Affected:
        """Do the step; without changes only the selection is answered."""
        if not self.changes:
            return Affected(selected=selected)
        if self.key.is_gold:
            changes = by_hand(self.changes, self.ws.present or "")
            return self.ws.run(Step(name, changes, details or {}), selected=selected)
        step = Step(name, tuple(self.changes), details or {})
        return self.ws.run(step, selected=selected, applied={self.key: self.layer})

    def span(self, span_id: str) -> Span:
        """Return a span; raise `UserError` where it is gone."""
        found = self.layer.spans.get(SpanId(span_id))
        if found is None:
            raise UserError("This span is no longer there.")
        return found

    def relation(self, relation_id: str) -> Relation:
        """Return a relation; raise `UserError` where it is gone."""
        found = self.layer.relations.get(RelationId(relation_id))
        if found is None:
            raise UserError("This link is no longer there.")
        return found

    def entity(self, entity_id: str) -> Entity:
        """Return an entity; raise `UserError` where it is gone."""
        found = self.layer.entities.get(EntityId(entity_id))
        if found is None:
            raise UserError("This entity is no longer there.")
        return found

    def label(self, label_id: str) -> LabelType:
        """Return a label of the scheme; raise `UserError` where it has none such."""
        found = self.scheme.label(label_id)
        if found is None:
            raise UserError(f"The label scheme has no label {label_id}.")
        return found


def fresh_span_id() -> SpanId:
    """Return the id of a new span."""
    return SpanId(new_id())
