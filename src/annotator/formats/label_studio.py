"""Label Studio tasks in JSON, written: one task an article, one annotation a layer.

Positions count code points. Attributes are choices or texts per region; what Label Studio has no
place for travels in the `meta` of a region, which it keeps, and in one text area for the layer.
Reading is in `label_studio_read`, the labelling configuration in `label_studio_config`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.domain.article import Article
from annotator.domain.layer import Layer, Status
from annotator.domain.scheme import AttributeKind, Scheme
from annotator.domain.span import AttributeValue, Json, Piece, Relation, Span
from annotator.formats.foreign import Object, json_bytes, layer_head, span_extras
from annotator.formats.holds import all_but
from annotator.formats.label_studio_read import (
    ARTICLE_ID,
    DIRECTION,
    LABEL_CONTROL,
    LAYER_CONTROL,
    OWN,
    PIECE_OF,
    SUFFIX,
    TEXT_OBJECT,
    control_name,
    read,
    recognises,
)
from annotator.formats.records import Labelled

__all__ = ["HOLDS", "read", "recognises", "write"]

HOLDS = all_but("relation_ids", "relation_provenance")
_CLOSED = (AttributeKind.CHOICE, AttributeKind.LIST)
_OPEN = (AttributeKind.TEXT, AttributeKind.TEXT_LIST)


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield a JSON list of tasks, one on a line."""
    joint = b"[\n"
    for article, layers in articles:
        yield joint + json_bytes(_task(article, layers, scheme))
        joint = b",\n"
    yield b"\n]\n" if joint.startswith(b",") else b"[]\n"


def _task(article: Article, layers: Iterable[Layer], scheme: Scheme) -> Object:
    data: Object = {"text": article.text, ARTICLE_ID: article.id}
    if article.direction != scheme.direction:
        data[DIRECTION] = article.direction
    used: set[str] = set()
    annotations = []
    for number, layer in enumerate(_ordered(layers), 1):
        suffix = "" if used.isdisjoint(layer.spans) else f"@{number}"
        used |= {f"{identity}{suffix}" for identity in layer.spans}
        annotations.append(_annotation(article, layer, scheme, number, suffix))
    return {"data": data, "meta": dict(article.meta), "annotations": annotations}


def _ordered(layers: Iterable[Layer]) -> list[Layer]:
    begun = [layer for layer in layers if layer.state]
    return sorted(begun, key=lambda one: (one.key.is_gold, one.key.annotator or ""))


def _annotation(article: Article, layer: Layer, scheme: Scheme, number: int, suffix: str) -> Object:
    writer = _ResultWriter(article.text, scheme, suffix)
    result = [item for span in layer.index for item in writer.regions(span)]
    result += [_relation(r.label, r.source, r.target, suffix) for r in _relations(layer)]
    head = layer_head(layer) | ({SUFFIX: suffix} if suffix else {})
    result.append(_layer_item(head, number))
    return {
        "result": result,
        "was_cancelled": layer.status is Status.SKIPPED,
        "ground_truth": layer.key.is_gold,
    }


def _relations(layer: Layer) -> list[Relation]:
    return sorted(layer.relations.values(), key=lambda r: (r.source, r.target, r.label, r.id))


def _relation(label: str, source: str, target: str, suffix: str) -> Object:
    ends = {"from_id": source + suffix, "to_id": target + suffix}
    return {"type": "relation", **ends, "direction": "right", "labels": [label]}


def _layer_item(head: Object, number: int) -> Object:
    return {
        "id": f"layer-{number}",
        "from_name": LAYER_CONTROL,
        "to_name": TEXT_OBJECT,
        "type": "textarea",
        "origin": "manual",
        "value": {"text": [json_bytes(head).decode()]},
    }


class _ResultWriter:
    """Writes the spans of one layer as regions."""

    def __init__(self, text: str, scheme: Scheme, suffix: str) -> None:
        self._text = text
        self._scheme = scheme
        self._suffix = suffix

    def regions(self, span: Span) -> Iterator[Object]:
        """Yield a region for each piece, and the attributes of the first one."""
        extras = span_extras(span)
        attributes = extras.pop("attributes", {})
        first = span.id + self._suffix
        shown, kept = self._attributes(span, attributes)
        own = extras | ({"attributes": kept} if kept else {})
        for number, piece in enumerate(span.pieces):
            identity = first if number == 0 else f"{first}+{number + 1}"
            meta = _meta(span, own) if number == 0 else {OWN: {PIECE_OF: first}}
            yield self._region(span, piece, identity, meta)
        for name, control, values in shown:
            yield self._attribute(span, first, name, control, values)

    def _region(self, span: Span, piece: Piece, identity: str, meta: Object) -> Object:
        region: Object = {
            "id": identity,
            "from_name": LABEL_CONTROL,
            "to_name": TEXT_OBJECT,
            "type": "labels",
            "origin": "prediction" if span.origin == "prediction" else "manual",
            "value": self._value(piece) | {"labels": [span.label]},
        }
        return region | ({"meta": meta} if meta else {})

    def _value(self, piece: Piece) -> Object:
        return {
            "start": piece.start,
            "end": piece.end,
            "text": self._text[piece.start : piece.end],
        }

    def _attributes(
        self, span: Span, attributes: Object
    ) -> tuple[list[tuple[str, str, list[str]]], Object]:
        """Part attributes into those a control can show, and those kept beside."""
        label = self._scheme.label(span.label)
        shown: list[tuple[str, str, list[str]]] = []
        kept: Object = {}
        for name, value in span.attributes.items():
            kind = label.attribute(name) if label else None
            if kind is None or not _showable(kind.kind, value) or kind.unknown_values(value):
                kept[name] = attributes[name]
            else:
                control = "choices" if kind.kind in _CLOSED else "textarea"
                shown.append((name, control, [value] if isinstance(value, str) else list(value)))
        return shown, kept

    def _attribute(
        self, span: Span, identity: str, name: str, control: str, values: list[str]
    ) -> Object:
        key = "choices" if control == "choices" else "text"
        return {
            "id": identity,
            "from_name": control_name(span.label, name),
            "to_name": TEXT_OBJECT,
            "type": control,
            "origin": "manual",
            "value": self._value(span.pieces[0]) | {key: values},
        }


def _showable(kind: AttributeKind, value: AttributeValue) -> bool:
    """Tell whether a control of this kind gives the value back as it is."""
    if not value:
        return False
    listed = kind in {AttributeKind.LIST, AttributeKind.TEXT_LIST}
    return kind in (*_CLOSED, *_OPEN) and listed != isinstance(value, str)


def _meta(span: Span, own: dict[str, Json]) -> Object:
    rest = {key: value for key, value in own.items() if key != "note"}
    note = {"text": [span.note]} if span.note else {}
    return note | ({OWN: rest} if rest else {})
