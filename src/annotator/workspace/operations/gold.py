"""Gold in the making: copies of annotators' items with where they come from, and who decided.

What a verdict means is `adjudicate`'s. Gold keeps one span for each annotator's span it was made
from; entities are matched by mentions that were taken before; links follow where both ends stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.agreement.cases import Case
from annotator.domain.changes import Affected, Step
from annotator.domain.errors import UserError
from annotator.domain.ids import EntityId, RelationId, SpanId, new_id
from annotator.domain.layer import Change, Decision, LayerKey, Status
from annotator.domain.span import Entity, Json, Provenance, Relation, SourceRef, Span
from annotator.persian.fold import name_key
from annotator.workspace.operations.coreference import retie
from annotator.workspace.operations.draft import Draft, fresh_span_id
from annotator.workspace.operations.provenance import stamped
from annotator.workspace.review import LinkCase, Review, case_refs, with_gold

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace

ORIGIN = "adjudication"


class GoldDraft:
    """Changes of one step to the gold layer of one article."""

    def __init__(self, ws: Workspace, found: Review) -> None:
        self.review = found
        self.draft = Draft(ws, LayerKey(found.article.id, None))
        self.judge = ws.present or ""
        self.gold_of = dict(found.gold_of)
        self.draft.begin()
        self._tied: dict[EntityId, None] = {}

    # ── spans ────────────────────────────────────────────────────────────────────────────────

    def settle(self, case: Case, made: Sequence[tuple[Span, str, Provenance]]) -> None:
        """Let gold hold these spans for a case and nothing else; each with whose entity it bears.

        The first keeps the id of what stood there before, so that links to it stay.
        """
        refs = case_refs(case)
        self._forget_decisions(refs, of_spans=True)
        old = list(dict.fromkeys(self.gold_of[ref] for ref in refs if ref in self.gold_of))
        for extra in old[len(made) :]:
            self._drop(extra)
        for place, (span, owner, provenance) in enumerate(made):
            self._put(span, owner, provenance, old[place] if place < len(old) else None)
        for entity in self._tied:
            retie(self.draft, entity)
        self._tied.clear()

    def decide(
        self, refs: Sequence[SourceRef], verdict: str, reason: str, case: Case | None
    ) -> None:
        """Keep a decision that leaves no gold item; without a case it is on a link."""
        start, end = (case.start, case.end) if case else (None, None)
        made = Decision(new_id(), verdict, tuple(refs), reason, self.judge, start, end)
        self.draft.put(None, made)

    def _put(self, span: Span, owner: str, provenance: Provenance, identity: SpanId | None) -> None:
        before = self.draft.layer.spans[identity] if identity else None
        after = replace(
            span,
            id=identity or fresh_span_id(),
            entity=self._entity(owner, span),
            note="",
            flag=False,
            origin=ORIGIN,
            created=before.created if before else self.draft.now,
            modified=self.draft.now,
            provenance=provenance,
        )
        self.draft.put(before, after)
        for ref in [r for r, known in self.gold_of.items() if known == after.id]:
            del self.gold_of[ref]
        self.gold_of |= dict.fromkeys(provenance.from_layers, after.id)
        for entity in (before.entity if before else None, after.entity):
            if entity:
                self._tied[entity] = None

    def _drop(self, identity: SpanId) -> None:
        span = self.draft.layer.spans[identity]
        for relation in list(self.draft.layer.relations_of(identity)):
            self.draft.put(relation, None)
        self.draft.put(span, None)
        for ref in [r for r, known in self.gold_of.items() if known == identity]:
            del self.gold_of[ref]
        if span.entity:
            self._tied[span.entity] = None

    # ── entities ─────────────────────────────────────────────────────────────────────────────

    def _entity(self, owner: str, span: Span) -> EntityId | None:
        """Return the gold entity that answers the one a span bears in its owner's layer."""
        layer = self.review.layers.get(owner)
        if layer is None or span.entity is None:
            return None
        mentions = [SourceRef(owner, mention.id) for mention in layer.mentions(span.entity)]
        answers = [
            (gold.provenance is not None and gold.provenance.from_layers[0] != ref, gold.entity)
            for ref in mentions
            if (gold := self.draft.layer.spans.get(self.gold_of.get(ref, SpanId("")))) is not None
            and gold.entity
        ]
        if answers:
            return min(answers, key=lambda answer: answer[0])[1]
        entity = layer.entities.get(span.entity) or Entity(span.entity, "")
        return self._namesake(owner, entity) or self._new_entity(entity)

    def _namesake(self, owner: str, entity: Entity) -> EntityId | None:
        """Return a gold entity of the same name that no mention of the same owner claims."""
        layer = self.review.layers[owner]
        claimed = {
            self.draft.layer.spans[gold].entity
            for ref, gold in self.gold_of.items()
            if ref.annotator == owner and ref.id in layer.spans and gold in self.draft.layer.spans
        }
        wanted = name_key(entity.name)
        for known in self.draft.layer.entities.values():
            free = known.id not in claimed and known.kind == entity.kind
            if free and wanted and name_key(known.name) == wanted:
                return known.id
        return None

    def _new_entity(self, entity: Entity) -> EntityId:
        made = replace(entity, id=EntityId(new_id()))
        self.draft.put(None, made)
        return made.id

    # ── links ────────────────────────────────────────────────────────────────────────────────

    def carry(self, touched: Iterable[int]) -> None:
        """Take over the links of these cases on which nobody disagrees, where both ends stand."""
        places = set(touched)
        now = with_gold(self.review, self.draft.layer)
        for link in self.review.links:
            if link.is_unanimous and link.ends & places and now.is_ready(link):
                name = next(iter(link.relations))
                self._link(link, [name], Provenance(link.refs, "merged", "", self.judge))

    def link(self, link: LinkCase, names: Sequence[str], verdict: str, reason: str) -> None:
        """Let gold hold the links that these people made, in place of what it held."""
        refs = set(link.refs)
        self._forget_decisions(link.refs, of_spans=False)
        for relation in list(self.draft.layer.relations.values()):
            made = relation.provenance
            if made and relation.label == link.label and refs & set(made.from_layers):
                self.draft.put(relation, None)
        if not self._link(link, names, Provenance(link.refs, verdict, reason, self.judge)):
            self.decide(link.refs, verdict, reason, None)

    def _link(self, link: LinkCase, names: Sequence[str], provenance: Provenance) -> bool:
        there = False
        for name in names:
            for relation in link.relations.get(name, ()):
                source = self.gold_of.get(SourceRef(name, relation.source))
                target = self.gold_of.get(SourceRef(name, relation.target))
                if source and target and self._may_link(link.label, source, target):
                    there = True
                    self._put_link(link.label, source, target, provenance)
        return there

    def _may_link(self, label: str, source: SpanId, target: SpanId) -> bool:
        kind, spans = self.draft.scheme.relation(label), self.draft.layer.spans
        allowed = kind is None or kind.allows(spans[source].label, spans[target].label)
        return source != target and allowed

    def _put_link(self, label: str, source: SpanId, target: SpanId, made: Provenance) -> None:
        layer, kind = self.draft.layer, self.draft.scheme.relation(label)
        present = layer.targets(source, label)
        if target in present:
            return
        if kind is not None and kind.maximum is not None and len(present) >= kind.maximum:
            raise UserError(f"There are already {kind.maximum} links {label}: take one away first.")
        self.draft.put(None, Relation(RelationId(new_id()), label, source, target, made))

    def _forget_decisions(self, refs: Sequence[SourceRef], *, of_spans: bool) -> None:
        for decision in list(self.draft.layer.decisions.values()):
            if (decision.start is not None) is of_spans and set(refs) & set(decision.from_layers):
                self.draft.put(decision, None)

    # ── the step ─────────────────────────────────────────────────────────────────────────────

    def finished(self) -> tuple[Change, ...]:
        """Return all changes, gold being done where nothing is open any more."""
        if with_gold(self.review, self.draft.layer).is_settled:
            state = self.draft.state()
            self.draft.put(self.draft.layer.state, replace(state, status=Status.DONE))
        return stamped(self.draft.changes, Provenance((), "merged", "", self.judge))


def run_gold(ws: Workspace, drafts: Sequence[GoldDraft], name: str, **details: Json) -> Affected:
    """Do what several drafts hold as one step."""
    changes = tuple(change for draft in drafts for change in draft.finished())
    return ws.run(Step(name, changes, details)) if changes else Affected()
