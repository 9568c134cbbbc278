"""Which span a link most likely leads to: for the target taken in hand, and for attributing a quote.

Only where spans stand and what they are named counts; nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain import attribution
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.scheme import RelationType
from annotator.domain.span import Span
from annotator.persian.names import same_name
from annotator.persian.segment import paragraph_at


def allowed(relation: RelationType, source: Span, target: Span) -> bool:
    """Tell whether a relation may lead from one span to another."""
    return source.id != target.id and relation.allows(source.label, target.label)


def likely_target(text: str, layer: Layer, relation: RelationType, span: Span) -> SpanId | None:
    """Return the likeliest target of a link: for most the nearest before, in the paragraph first.

    The same person or thing is looked for by name first, then as the last mention before; a cue
    stands beside its quote, before or after, never within.
    """
    targets = [other for other in layer.index if allowed(relation, span, other)]
    if relation.id == attribution.SAME_AS:
        found = _of_one_name(text, targets, span) or _last_before(targets, span)
        return found or _nearest(targets, span)
    first, last = paragraph_at(text, span.start)
    here = [other for other in targets if first <= other.start <= last]
    if relation.id == attribution.CUED_BY:
        beside = [other for other in here if not other.overlaps(span.start, span.end)]
        return _nearest(beside or here or targets, span)
    return _last_before(here, span) or _nearest(here or targets, span)


def quote_targets(
    text: str, layer: Layer, relations: Iterable[RelationType], quote: Span
) -> list[tuple[RelationType, SpanId]]:
    """Return the links that attribute a quote: its speaker, its cue, and what it is about.

    A speaker and a cue are looked for in the paragraph only. What a quote is about lies within
    it, of one entity the fullest mention, and not within a shorter quote inside. A relation of
    which the quote has one already is left alone.
    """
    found: list[tuple[RelationType, SpanId]] = []
    for relation in relations:
        if quote.label not in relation.sources or layer.targets(quote.id, relation.id):
            continue
        if relation.id in {attribution.SAID_BY, attribution.CUED_BY}:
            target = likely_target(text, layer, relation, quote)
            if target and paragraph_at(text, quote.start) == _paragraph(text, layer, target):
                found.append((relation, target))
        elif relation.id == attribution.ABOUT:
            found += [(relation, span.id) for span in _within(layer, relation, quote)]
    return found


def _within(layer: Layer, relation: RelationType, quote: Span) -> list[Span]:
    inside = [span for span in layer.index.overlapping(quote.start, quote.end) if span is not quote]
    covered = [span for span in inside if quote.covers(span)]
    quotes = [span for span in covered if span.label == quote.label]
    topics = [
        span
        for span in covered
        if relation.allows(quote.label, span.label)
        and not any(inner.covers(span) and inner.pieces != span.pieces for inner in quotes)
    ]
    fullest: dict[str, Span] = {}
    for span in topics:
        known = fullest.setdefault(span.entity or span.id, span)
        if span.length > known.length:
            fullest[span.entity or span.id] = span
    return list(fullest.values())


def _paragraph(text: str, layer: Layer, span: SpanId) -> tuple[int, int]:
    return paragraph_at(text, layer.spans[span].start)


def _of_one_name(text: str, targets: list[Span], span: Span) -> SpanId | None:
    words = span.quoted(text)
    named = [other for other in targets if same_name(words, other.quoted(text))]
    return max(named, key=lambda other: (other.length, -other.start)).id if named else None


def _last_before(targets: list[Span], span: Span) -> SpanId | None:
    before = [other for other in targets if other.end <= span.start]
    return max(before, key=lambda other: other.end).id if before else None


def _nearest(targets: list[Span], span: Span) -> SpanId | None:
    nearest = min(targets, key=lambda other: _distance(other, span), default=None)
    return nearest.id if nearest else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
