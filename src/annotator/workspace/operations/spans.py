"""Marking, changing and deleting spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain import attribution
from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import SpanId
from annotator.domain.layer import LayerKey
from annotator.domain.scheme import AttributeKind, AttributeType, LabelType
from annotator.domain.span import Attributes, AttributeValue, Json, Piece, Span, merge_pieces
from annotator.persian.quotes import quote_marking, quote_type
from annotator.persian.snap import snap
from annotator.workspace.operations.coreference import leave_entity, retie
from annotator.workspace.operations.draft import Draft, fresh_span_id

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace

_AUTO = {attribution.TYPE: quote_type, attribution.MARKING: quote_marking}


def mark(
    ws: Workspace, key: LayerKey, label: str, start: int, end: int, *, exact: bool = False
) -> Affected:
    """Label `[start, end)`, snapped by the label's rule unless `exact`.

    Where that very span stands already, it is selected instead.
    """
    draft = Draft(ws, key)
    kind = draft.label(label)
    piece = snapped(draft.text, kind, start, end, exact=exact)
    there = find_same(draft, label, (piece,))
    if there is not None:
        return Affected(selected=there.id)
    draft.begin()
    span = new_span(draft, kind, (piece,))
    draft.put(None, span)
    return draft.run("mark", span.id, {"label": label, "text": _short(span, draft.text)})


def relabel(ws: Workspace, key: LayerKey, span_id: str, label: str) -> Affected:
    """Give a span another label; values that the new label knows stay."""
    draft = Draft(ws, key)
    span = draft.span(span_id)
    kind = draft.label(label)
    kept = {k: v for k, v in span.attributes.items() if _fits(kind.attribute(k), v)}
    auto = automatic(draft.text, kind, span.pieces)
    if not kind.has_entity:
        span = leave_entity(draft, span)
    draft.change_span(span, label=label, attributes={**kind.defaults(), **auto, **kept})
    return draft.run("relabel", span_id, {"label": label, "text": _short(span, draft.text)})


def resize(  # noqa: PLR0917 -- as agreed with the callers
    ws: Workspace,
    key: LayerKey,
    span_id: str,
    piece_index: int,
    start: int,
    end: int,
    *,
    exact: bool = False,
) -> Affected:
    """Move the edges of one piece of a span; pieces that then touch become one."""
    draft = Draft(ws, key)
    span = draft.span(span_id)
    if not 0 <= piece_index < len(span.pieces):
        raise UserError("This piece is no longer there.")
    piece = snapped(draft.text, draft.scheme.label(span.label), start, end, exact=exact)
    others = [other for i, other in enumerate(span.pieces) if i != piece_index]
    _set_pieces(draft, span, merge_pieces([*others, piece]))
    return draft.run("resize", span_id, {"label": span.label, "text": _short(span, draft.text)})


def add_piece(
    ws: Workspace, key: LayerKey, span_id: str, start: int, end: int, *, exact: bool = False
) -> Affected:
    """Add a piece to a span, which may then be split."""
    draft = Draft(ws, key)
    span = draft.span(span_id)
    piece = snapped(draft.text, draft.scheme.label(span.label), start, end, exact=exact)
    _set_pieces(draft, span, merge_pieces([*span.pieces, piece]))
    return draft.run("add_piece", span_id, {"label": span.label, "text": _short(span, draft.text)})


def remove_piece(ws: Workspace, key: LayerKey, span_id: str, piece_index: int) -> Affected:
    """Take a piece from a split span."""
    draft = Draft(ws, key)
    span = draft.span(span_id)
    if len(span.pieces) == 1:
        raise UserError("This span has one piece only: delete the span instead.")
    pieces = tuple(piece for i, piece in enumerate(span.pieces) if i != piece_index)
    _set_pieces(draft, span, pieces)
    return draft.run(
        "remove_piece", span_id, {"label": span.label, "text": _short(span, draft.text)}
    )


def delete(ws: Workspace, key: LayerKey, ids: Iterable[str]) -> Affected:
    """Delete spans with their links, and links; what remains of an entity is tied anew."""
    draft = Draft(ws, key)
    wanted = list(dict.fromkeys(ids))
    spans = [draft.layer.spans[SpanId(i)] for i in wanted if i in draft.layer.spans]
    for relation in list(draft.layer.relations.values()):
        ends = {relation.source, relation.target}
        if relation.id in wanted or any(span.id in ends for span in spans):
            draft.put(relation, None)
    for span in spans:
        draft.put(span, None)
    for entity in dict.fromkeys(span.entity for span in spans if span.entity):
        retie(draft, entity)
    details: dict[str, Json] = {"count": len(wanted)}
    if len(spans) == 1:
        details |= {"label": spans[0].label, "text": _short(spans[0], draft.text)}
    return draft.run("delete", details=details)


def set_attribute(
    ws: Workspace,
    key: LayerKey,
    span_id: str,
    attribute: str,
    value: AttributeValue | None,
) -> Affected:
    """Give an attribute of a span a value, or none."""
    draft = Draft(ws, key)
    span = draft.span(span_id)
    attributes = with_value(span.attributes, attribute, value)
    draft.change_span(span, attributes=attributes)
    details = {"label": span.label, "attribute": attribute, "value": value}
    return draft.run("set_attribute", span_id, details)


def set_note(ws: Workspace, key: LayerKey, span_id: str | None, text: str) -> Affected:
    """Write the note of a span, or of the article."""
    draft = Draft(ws, key)
    if span_id is None:
        draft.put(draft.layer.state, replace(draft.state(), note=text))
    else:
        draft.change_span(draft.span(span_id), note=text)
    return draft.run("set_note", span_id, {"text": text[:80]})


def set_flag(ws: Workspace, key: LayerKey, span_id: str | None, flag: bool) -> Affected:
    """Set or clear the question flag of a span, or of the article."""
    draft = Draft(ws, key)
    if span_id is None:
        draft.put(draft.layer.state, replace(draft.state(), flag=flag))
    else:
        draft.change_span(draft.span(span_id), flag=flag)
    return draft.run("set_flag" if flag else "clear_flag", span_id)


def snapped(
    text: str, label: LabelType | None, start: int, end: int, *, exact: bool = False
) -> Piece:
    """Return where a selection comes to stand under a label; raise `UserError` where nowhere."""
    start, end = max(min(start, end), 0), min(max(start, end), len(text))
    found: tuple[int, int] | None = (start, end) if start < end else None
    if not exact and label is not None:
        edges = label.edges
        found = snap(text, start, end, trim=edges.trim, guillemets=edges.guillemets.value)
    if found is None:
        raise UserError("There is nothing to label here: select some words.")
    return Piece(*found)


def new_span(
    draft: Draft, label: LabelType, pieces: tuple[Piece, ...], template: Span | None = None
) -> Span:
    """Return a new span with defaults, what the tool fills in, and a template's values."""
    copied = {
        k: v
        for k, v in (template.attributes if template else {}).items()
        if (kind := label.attribute(k)) is not None and not kind.auto
    }
    auto = automatic(draft.text, label, pieces)
    return Span(
        id=fresh_span_id(),
        label=label.id,
        pieces=pieces,
        attributes={**label.defaults(), **auto, **copied},
        created=draft.now,
        modified=draft.now,
    )


def find_same(draft: Draft, label: str, pieces: tuple[Piece, ...]) -> Span | None:
    """Return the span of a label with these very pieces."""
    near = draft.layer.index.covering(*pieces[0])
    return next((s for s in near if s.label == label and s.pieces == pieces), None)


def automatic(text: str, label: LabelType, pieces: tuple[Piece, ...]) -> Attributes:
    """Return the values that the tool fills in from the marks around a span."""
    start, end = pieces[0].start, pieces[-1].end
    values = {
        a.id: str(_AUTO[a.id](text, start, end))
        for a in label.attributes
        if a.auto and a.id in _AUTO
    }
    return {k: v for k, v in values.items() if _fits(label.attribute(k), v)}


def with_value(attributes: Attributes, attribute: str, value: AttributeValue | None) -> Attributes:
    """Return attributes with one of them set, or taken away by None or emptiness."""
    rest = {k: v for k, v in attributes.items() if k != attribute}
    if not value:
        return rest
    return {**rest, attribute: value if isinstance(value, str) else tuple(value)}


def _set_pieces(draft: Draft, span: Span, pieces: tuple[Piece, ...]) -> None:
    label = draft.scheme.label(span.label)
    attributes = dict(span.attributes)
    if label is not None:
        # a value that the tool filled in follows the edges; one that a person chose stays
        before = automatic(draft.text, label, span.pieces)
        after = automatic(draft.text, label, pieces)
        attributes |= {k: v for k, v in after.items() if attributes.get(k) == before.get(k)}
    changed = draft.change_span(span, pieces=pieces, attributes=attributes)
    if changed.entity:
        retie(draft, changed.entity)


def _fits(kind: AttributeType | None, value: AttributeValue) -> bool:
    return (
        kind is not None
        and kind.kind is not AttributeKind.ENTITY
        and not kind.unknown_values(value)
    )


def _short(span: Span, text: str) -> str:
    words = span.quoted(text)
    return words if len(words) <= 60 else words[:59] + "…"
