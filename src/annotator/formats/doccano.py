"""doccano JSONL in both shapes: triples under `label`, or objects under `entities` and `relations`.

Positions count code points. What is not text or labels becomes metadata there, which an export of
doccano gives back at the top of each line; so what we have of an article and a layer travels in
such keys. Every line has all of them: doccano refuses files whose lines differ in their keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Json, Piece, Relation, Span
from annotator.formats import fields
from annotator.formats.fields import BadField
from annotator.formats.foreign import (
    HEAD_KEYS,
    Draft,
    Object,
    Taker,
    json_line,
    layer_head,
    native_span,
    single_layers,
)
from annotator.formats.holds import all_but
from annotator.formats.object_lines import object_lines
from annotator.formats.records import Labelled, ReadContext, Record

ARTICLE_ID = "article_id"
META, LAYER, DIRECTION = "meta", "layer", "direction"
_LOST_HEAD = ("entities",)
_HEAD = tuple(key for key in HEAD_KEYS if key not in _LOST_HEAD)
# what doccano itself puts into or takes out of a line, and what is ours
_RESERVED = frozenset(
    ("id", "text", "label", "labels", "entities", "relations", "cats", "Comments")
) | {ARTICLE_ID, META, LAYER, DIRECTION}


def _overlap_setting(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:  # noqa: ARG001
    """Name a layer whose spans share text: doccano drops them unless its project allows it."""
    spans = layer.index.ordered
    if any(len(layer.index.overlapping(*piece)) > 1 for span in spans for piece in span.pieces):
        yield "overlap_setting", ""


_LOST = (
    *("split", "span_ids", "attributes", "notes", "flags", "origin", "times", "provenance"),
    *("relation_ids", "relation_provenance", "entities", "entity_details", "unmentioned_entities"),
)
HOLDS = all_but(*_LOST, own=_overlap_setting)
HOLDS_SPANS = all_but(*_LOST, "relations", own=_overlap_setting)


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield what each line of a doccano file holds, whichever shape it has."""
    taker = Taker(name, context)
    for line in object_lines(source, taker):
        if isinstance(line, Rejection):
            yield line
            continue
        try:
            draft = _draft(line.data)
        except BadField as error:
            yield taker.reject(line.number, error.field, str(error), line.raw)
        else:
            yield taker.take(draft, line.number, line.raw)


def recognises(line: Object) -> bool:
    """Tell whether an object is a line of doccano rather than of another format."""
    if "text" not in line or "spans" in line or "tokens" in line:
        return False
    return any(type(line.get(key)) is list for key in ("label", "labels", "entities", "Comments"))


def _draft(data: Object) -> Draft:
    draft = Draft(fields.text(data, "text"), id=fields.text(data, ARTICLE_ID))
    draft.direction = fields.text(data, DIRECTION)
    layer = fields.mapping(data, LAYER) if draft.id else {}
    draft.head = {key: layer[key] for key in _HEAD if layer.get(key) is not None}
    draft.meta = dict(fields.mapping(data, META)) if draft.id else {}
    ours = _RESERVED if draft.id else _RESERVED - {META, LAYER}
    for key in sorted(data.keys() - ours):
        if data[key] is not None:
            draft.meta.setdefault(key, fields.keep(data[key], key))
    if data.get("id") is not None and not draft.id:
        draft.meta["doccano_id"] = data["id"]
    if data.get("Comments"):
        draft.meta["doccano_comments"] = fields.keep(data["Comments"], "Comments")
        draft.notice("kept_in_meta:Comments")
    _add_triples(draft, data)
    _add_entities(draft, data)
    return draft


def _add_triples(draft: Draft, data: Object) -> None:
    key = "labels" if "label" not in data and "labels" in data else "label"
    triples = data.get(key) or []
    if type(triples) is not list:
        fields.wrong(key, "must be a list", triples)
    for number, triple in enumerate(triples):
        place = f"{key}[{number}]"
        if type(triple) is not list or len(triple) != 3:
            raise BadField(place, "must be [start, end, label]")
        start, end, label = triple
        draft.add_span({"label": label, "start": start, "end": end}, place)


def _add_entities(draft: Draft, data: Object) -> None:
    for number, entity in enumerate(fields.objects(data, "entities")):
        place = f"entities[{number}]"
        span = native_span(
            _id(entity, "id", place),
            fields.text(entity, "label", place + "."),
            [(_number(entity, "start_offset", place), _number(entity, "end_offset", place))],
        )
        draft.add_span(span, place)
    for number, relation in enumerate(fields.objects(data, "relations")):
        place = f"relations[{number}]"
        item = {
            "id": _id(relation, "id", place),
            "label": fields.text(relation, "type", place + "."),
            "from": _id(relation, "from_id", place),
            "to": _id(relation, "to_id", place),
        }
        draft.add_relation(item, place)


def _id(data: Object, key: str, place: str) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if type(value) not in {int, str}:
        fields.wrong(f"{place}.{key}", "must be a number or a text", value)
    return str(value)


def _number(data: Object, key: str, place: str) -> int:
    return fields.whole_number(data, key, place + ".")


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:  # noqa: ARG001
    """Yield lines with `entities` and `relations`, one for each article and layer."""
    for article, layer in single_layers(articles):
        yield json_line(_head(article, layer) | _linked(layer))


def write_spans(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:  # noqa: ARG001
    """Yield lines with triples under `label`, one for each article and layer."""
    for article, layer in single_layers(articles):
        triples = [[*piece, span.label] for piece, span in _pieces(layer)]
        yield json_line(_head(article, layer) | {"label": triples, "Comments": []})


def _head(article: Article, layer: Layer | None) -> Object:
    state = layer_head(layer)
    return {
        "text": article.text,
        ARTICLE_ID: article.id,
        DIRECTION: article.direction,
        META: dict(article.meta),
        LAYER: {key: state[key] for key in _HEAD if key in state},
    }


def _pieces(layer: Layer | None) -> list[tuple[Piece, Span]]:
    """Return every piece with its span: doccano has no split spans. Sorted as it sorts them."""
    spans = layer.index.ordered if layer else []
    found = [(piece, span) for span in spans for piece in span.pieces]
    return sorted(found, key=lambda one: (one[0], one[1].label, one[1].id))


def _linked(layer: Layer | None) -> Object:
    entities: list[Json] = []
    numbers: dict[str, int] = {}
    for number, (piece, span) in enumerate(_pieces(layer), 1):
        numbers.setdefault(span.id, number)
        offsets = {"start_offset": piece.start, "end_offset": piece.end}
        entities.append({"id": number, "label": span.label, **offsets})
    relations = [
        {"id": number, "from_id": numbers[r.source], "to_id": numbers[r.target], "type": r.label}
        for number, r in enumerate(_ordered_relations(layer, numbers), 1)
    ]
    return {"entities": entities, "relations": relations, "Comments": []}


def _ordered_relations(layer: Layer | None, numbers: dict[str, int]) -> list[Relation]:
    found = layer.relations.values() if layer else ()
    return sorted(found, key=lambda r: (numbers[r.source], numbers[r.target], r.label, r.id))
