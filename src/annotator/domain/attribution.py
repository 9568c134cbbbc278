"""The well-known relation and label ids that attribution gives a meaning to.

Labels and relations are data of the scheme; these few ids are a convention of scheme files. A
scheme that lacks one simply lacks the convenience built on it.
"""

from __future__ import annotations

from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.scheme import AttributeKind, Scheme
from annotator.domain.span import Span

SAID_BY = "SAID_BY"
ABOUT = "ABOUT"
CONTINUES = "CONTINUES"
SAME_AS = "SAME_AS"
CUED_BY = "CUED_BY"

TYPE, MARKING = "type", "marking"
SPEAKER_EXPR, UNKNOWN, EXPLICIT, PRONOUN = "speaker_expr", "unknown", "explicit", "pronoun"
# how a thing is mentioned; the other attributes of a mention are the thing's own
MENTION = "mention"


def needs_speaker(scheme: Scheme, span: Span) -> bool:
    """Tell whether a span may be said by somebody and does not say that nobody knows by whom."""
    relation = scheme.relation(SAID_BY)
    if relation is None or span.label not in relation.sources:
        return False
    return span.attributes.get(SPEAKER_EXPR) != UNKNOWN


def speakers(layer: Layer, span: Span) -> list[Span]:
    """Return the spans a quote is said by, through what it continues where it has none itself."""
    seen: set[SpanId] = set()
    current = span.id
    while current not in seen:
        seen.add(current)
        found = [layer.spans[t] for t in layer.targets(current, SAID_BY) if t in layer.spans]
        earlier = layer.targets(current, CONTINUES)
        if found or not earlier:
            return found
        current = earlier[0]
    return []


def display_name(layer: Layer, text: str, mention: Span) -> str:
    """Return the name of who a mention refers to: the entity's, else the mention's own words."""
    entity = layer.entities.get(mention.entity) if mention.entity else None
    return entity.name if entity and entity.name else mention.quoted(text)


def entity_attribute(scheme: Scheme, label: str) -> str | None:
    """Return the id of the attribute that stands for the entity under a label."""
    found = scheme.label(label)
    kinds = found.attributes if found else ()
    return next((a.id for a in kinds if a.kind is AttributeKind.ENTITY), None)
