"""Verdicts of the lead on what annotators made differently; each is one step, undone like any other.

How gold comes to hold what was decided is `gold`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from annotator.agreement.cases import Case
from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.span import AttributeValue, Piece, Provenance, SourceRef, Span, merge_pieces
from annotator.workspace import roles
from annotator.workspace.operations.gold import GoldDraft, run_gold
from annotator.workspace.operations.spans import new_span, snapped
from annotator.workspace.review import LinkCase, Question, Review, case_refs, review

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


class Verdict(StrEnum):
    """What a lead may decide; only the last two leave gold without an item."""

    TAKE = "take"
    MERGED = "merged"
    OWN = "own"
    BOTH_WRONG = "both_wrong"
    UNCLEAR = "unclear"


_WITHOUT = (Verdict.BOTH_WRONG, Verdict.UNCLEAR)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def take(
    ws: Workspace, found: Review, question: Question, annotator: str, *, reason: str = ""
) -> Affected:
    """Let gold hold what one annotator made; where she made nothing, that nothing stands here."""
    draft = _begin(ws, found)
    letter = verdict_of(found, annotator)
    if isinstance(question, LinkCase):
        draft.link(_ready(found, question), [annotator], letter, reason)
    else:
        _take(draft, question, annotator, letter, reason)
    return _end(ws, draft, question, letter)


def merge(ws: Workspace, found: Review, question: Question, *, reason: str = "") -> Affected:
    """Let gold hold what all made: extents of one label joined, each label, every link."""
    draft = _begin(ws, found)
    if isinstance(question, LinkCase):
        names = list(_ready(found, question).relations)
        draft.link(question, names, Verdict.MERGED, reason)
    else:
        draft.settle(question, _merged(question, reason, draft.judge))
    return _end(ws, draft, question, Verdict.MERGED)


def own(  # noqa: PLR0917 -- what it takes to say a span
    ws: Workspace,
    found: Review,
    case: Case,
    label: str,
    start: int,
    end: int,
    *,
    reason: str = "",
) -> Affected:
    """Let gold hold an answer of the lead's own, snapped by the rule of its label."""
    draft = _begin(ws, found)
    kind = draft.draft.label(label)
    piece = snapped(draft.draft.text, kind, start, end)
    name, model = next((n, span) for n, span in case.spans.items() if span is not None)
    made = replace(new_span(draft.draft, kind, (piece,), model), entity=model.entity)
    if not kind.has_entity:
        made = replace(made, entity=None)
    provenance = Provenance(case_refs(case), Verdict.OWN, reason, draft.judge)
    draft.settle(case, [(made, name, provenance)])
    return _end(ws, draft, case, Verdict.OWN)


def decide(
    ws: Workspace, found: Review, question: Question, verdict: Verdict, *, reason: str = ""
) -> Affected:
    """Settle a question without a gold item: nobody is right, or the guideline does not say."""
    if verdict not in _WITHOUT:
        raise ValueError(f"{verdict} leaves an item")
    draft = _begin(ws, found)
    if isinstance(question, LinkCase):
        draft.link(_ready(found, question), [], verdict, reason)
    else:
        draft.settle(question, [])
        draft.decide(case_refs(question), verdict, reason, question)
    return _end(ws, draft, question, verdict)


def settle_plain(
    ws: Workspace, articles: Iterable[ArticleId], *, trifles: bool = True, unanimous: bool = True
) -> Affected:
    """Settle what all agree on, and what differs by trifles, in one step.

    Of a trifle that extent stands which the rule of the label gives.
    """
    drafts = []
    for article in articles:
        found = review(ws, article)
        wanted = [c for c in found.plain if (trifles if c.is_trifle else unanimous)]
        if wanted:
            draft = _begin(ws, found)
            for case in wanted:
                draft.settle(case, [_plain(draft, case)])
            draft.carry(_places(found, wanted))
            drafts.append(draft)
    count = sum(len(one.review.plain) for one in drafts)
    return run_gold(ws, drafts, "settle_plain", count=count)


def verdict_of(found: Review, annotator: str) -> str:
    """Return the letter that stands for an annotator: `a` for the first by name, and so on."""
    return _LETTERS[list(found.layers).index(annotator) % len(_LETTERS)]


def _begin(ws: Workspace, found: Review) -> GoldDraft:
    roles.check_lead(ws)
    return GoldDraft(ws, replace(found, gold=ws.layer(found.gold.key)))


def _end(ws: Workspace, draft: GoldDraft, question: Question, verdict: str) -> Affected:
    if isinstance(question, Case):
        draft.carry(_places(draft.review, [question]))
    start, end = draft.review.place(question)
    text = draft.draft.text[start:end]
    words = text if len(text) <= 60 else text[:59] + "…"
    return run_gold(ws, [draft], "settle", verdict=str(verdict), text=words)


def _places(found: Review, wanted: Sequence[Case]) -> list[int]:
    identities = {id(case) for case in wanted}
    by_refs = {case_refs(case) for case in wanted}
    return [
        place
        for place, case in enumerate(found.cases)
        if id(case) in identities or case_refs(case) in by_refs
    ]


def _ready(found: Review, link: LinkCase) -> LinkCase:
    if not found.is_ready(link):
        raise UserError("Settle the spans that this link joins first.")
    return link


def _take(draft: GoldDraft, case: Case, name: str, letter: str, reason: str) -> None:
    span = case.spans[name]
    refs = _first(case_refs(case), name)
    if span is None:
        draft.settle(case, [])
        draft.decide(refs, letter, reason, case)
    else:
        draft.settle(case, [(span, name, Provenance(refs, letter, reason, draft.judge))])


def _plain(draft: GoldDraft, case: Case) -> tuple[Span, str, Provenance]:
    name, span = next((n, s) for n, s in case.spans.items() if s is not None)
    if case.is_unanimous:
        return span, name, Provenance(case_refs(case), Verdict.MERGED, "", draft.judge)
    wanted = _by_rule(draft, span)
    for other, theirs in case.spans.items():
        if theirs is not None and theirs.pieces == wanted:
            refs = _first(case_refs(case), other)
            letter = verdict_of(draft.review, other)
            return theirs, other, Provenance(refs, letter, "", draft.judge)
    provenance = Provenance(case_refs(case), Verdict.MERGED, "", draft.judge)
    return replace(span, pieces=wanted), name, provenance


def _by_rule(draft: GoldDraft, span: Span) -> tuple[Piece, ...]:
    kind = draft.draft.scheme.label(span.label)
    return merge_pieces(snapped(draft.draft.text, kind, *piece) for piece in span.pieces)


def _merged(case: Case, reason: str, judge: str) -> list[tuple[Span, str, Provenance]]:
    by_label: dict[str, list[tuple[str, Span]]] = {}
    for name, span in case.spans.items():
        if span is not None:
            by_label.setdefault(span.label, []).append((name, span))
    made = []
    for members in by_label.values():
        owner, first = next(((n, s) for n, s in members if s.entity), members[0])
        refs = tuple(SourceRef(n, s.id) for n, s in members)
        spans = [span for _, span in members]
        joined = replace(
            first,
            pieces=merge_pieces(piece for span in spans for piece in span.pieces),
            attributes=_joined_attributes(spans),
        )
        made.append((joined, owner, Provenance(refs, Verdict.MERGED, reason, judge)))
    return made


def _joined_attributes(spans: Sequence[Span]) -> dict[str, AttributeValue]:
    """Join lists of values; of single ones the first that is set stands."""
    joined: dict[str, AttributeValue] = {}
    for span in spans:
        for name, value in span.attributes.items():
            known = joined.get(name)
            if isinstance(known, tuple) and isinstance(value, tuple):
                joined[name] = tuple(dict.fromkeys(known + value))
            elif not known:
                joined[name] = value
    return joined


def _first(refs: Sequence[SourceRef], name: str) -> tuple[SourceRef, ...]:
    """Put the references of one annotator before the others."""
    return tuple(sorted(refs, key=lambda ref: ref.annotator != name))
