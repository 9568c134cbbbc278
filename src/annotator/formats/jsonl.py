"""Native JSONL: one object a line, one line for an article and layer, read to the letter.

The items of a line are read in `jsonl_items`; JSON itself in `strict_json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import orjson

from annotator.domain import records
from annotator.domain.article import (
    PUBLISHED,
    SOURCE,
    TITLE,
    URL,
    Article,
    id_from_text,
    text_hash,
)
from annotator.domain.errors import Rejection
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, LayerKey, LayerState, SchemeRef, Status
from annotator.domain.scheme import Scheme
from annotator.domain.span import Json, Span, reading_order
from annotator.formats import fields
from annotator.formats.fields import BadField
from annotator.formats.jsonl_items import ItemReader, SchemeView
from annotator.formats.lines import LINE_LIMIT, lines
from annotator.formats.records import WHOLE_FILE, Labelled, ReadContext, Record, rejection
from annotator.formats.strict_json import BadJson, parse, parse_strictly

FORMAT = "annotator/1"
OFFSET_UNIT = "codepoint"
DIRECTIONS = ("rtl", "ltr", "auto")
KEYS = frozenset(
    ("format", "id", "text", "text_sha256", "offset_unit", "direction", "meta", "annotator")
) | {"gold", "status", "scheme", "document", "note", "flag", "spans", "relations", "entities"}
LINE_KEYS = KEYS | {"decisions"}
KNOWN = (TITLE, SOURCE, URL, PUBLISHED)
_STATE_KEYS = ("status", "document", "note", "flag")
_ITEM_KEYS = ("spans", "relations", "entities", "decisions")
_SIZES = ("spans", "relations")

_Object = dict[str, Json]


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield what each line of a native file holds, or why it cannot be taken."""
    view = SchemeView(context)
    found = False
    for number, data, too_long in lines(source):
        if too_long:
            found = True
            reason = f"the line is longer than {LINE_LIMIT // 1024**2} MiB"
            yield rejection(name, number, None, reason, _as_text(data))
        elif data.strip():
            found = True
            yield parse_line(data, name, number, context, view)
    if not found:
        yield rejection(name, WHOLE_FILE, None, "the file is empty", "")


def parse_line(
    data: bytes, file: str, number: int, context: ReadContext, view: SchemeView | None = None
) -> Record | Rejection:
    """Return what one line holds, or its rejection."""
    view = view or SchemeView(context)
    data = data.strip()
    try:
        try:
            return record_of(parse(data, whole=_SIZES), file, number, context, view)
        except BadField:
            # numbers may have been rounded: the reason has to name what stands in the file
            return record_of(parse_strictly(data), file, number, context, view)
    except BadJson as error:
        return rejection(file, number, error.field, str(error), _as_text(data))
    except BadField as error:
        return rejection(file, number, error.field, str(error), _as_text(data))


def _as_text(data: bytes) -> str:
    return data.decode(errors="backslashreplace")


def record_of(
    data: Json, file: str, number: int | None, context: ReadContext, view: SchemeView
) -> Record:
    """Return what the value of one line holds; raise `BadField` at the first bad field."""
    if not isinstance(data, dict):
        raise BadField("the line", f"must be a JSON object, not {fields.describe(data)}")
    _check_head(data)
    article = _article(data, context)
    items = ItemReader(data, article.text, view)
    layer = _layer(data, article, items, context)
    return Record(
        file,
        number,
        article,
        layer,
        own_id=bool(data.get("id")),
        notices=_notices(data, items),
        unknown_labels=items.unknown_labels() if view.add else (),
        unknown_relations=items.unknown_relations() if view.add else (),
    )


def _check_head(data: _Object) -> None:
    for key, wanted in (("format", FORMAT), ("offset_unit", OFFSET_UNIT)):
        if (given := fields.text(data, key)) and given != wanted:
            raise BadField(key, f"is {given!r}, and this program reads only {wanted!r}")
    direction = fields.text(data, "direction")
    if direction and direction not in DIRECTIONS:
        raise BadField("direction", f"is {direction!r}, not one of {', '.join(DIRECTIONS)}")


def _article(data: _Object, context: ReadContext) -> Article:
    text = fields.text(data, "text")
    if not text:
        raise BadField("text", "is empty" if "text" in data else "is missing")
    sha256 = text_hash(text)
    given = fields.text(data, "text_sha256")
    if given and given.lower() != sha256:
        raise BadField("text_sha256", "does not match the text: one of them was changed")
    identity = fields.name(data, "id") or id_from_text(text)
    direction = fields.text(data, "direction") or context.scheme.direction
    return Article(ArticleId(identity), text, _meta(data), direction, sha256)


def _meta(data: _Object) -> _Object:
    """Return the metadata, joined by what else stands in the line and has no other place."""
    meta = fields.mapping(data, "meta")
    if data.keys() <= LINE_KEYS:
        return meta
    return {k: fields.keep(v, k) for k, v in data.items() if k not in LINE_KEYS} | meta


def _notices(data: _Object, items: ItemReader) -> tuple[tuple[str, int], ...]:
    """Count the keys that no native file has: those of a line are in `meta`, others are lost."""
    kept = sorted(data.keys() - LINE_KEYS) if not data.keys() <= LINE_KEYS else ()
    meta = data.get("meta") or {}
    lost = {**items.ignored, **{key: 1 for key in kept if key in meta}}
    told = [(f"kept_in_meta:{key}", 1) for key in kept if key not in meta]
    return (*told, *((f"ignored:{key}", count) for key, count in sorted(lost.items())))


def _layer(
    data: _Object, article: Article, items: ItemReader, context: ReadContext
) -> Layer | None:
    gold = fields.flag(data, "gold")
    annotator = fields.name(data, "annotator")
    if gold and annotator:
        raise BadField("annotator", "stands on a gold line, which has none")
    state = _state(data, context)
    if not (gold or annotator or any(data.get(key) for key in (*_STATE_KEYS, *_ITEM_KEYS))):
        return None
    return Layer(
        LayerKey(article.id, None if gold else annotator or context.annotator),
        state,
        items.spans,
        items.relations,
        items.entities,
        items.decisions,
    )


def _state(data: _Object, context: ReadContext) -> LayerState:
    return LayerState(
        _status(data, context),
        fields.attributes(data, "document"),
        fields.text(data, "note"),
        fields.flag(data, "flag"),
        _scheme_ref(data),
    )


def _status(data: _Object, context: ReadContext) -> Status:
    given = fields.text(data, "status")
    if not given:
        begun = any(data.get(key) for key in _ITEM_KEYS)
        return context.status or (Status.STARTED if begun else Status.NEW)
    try:
        return Status(given)
    except ValueError as error:
        raise BadField("status", f"is {given!r}, not one of {', '.join(Status)}") from error


def _scheme_ref(data: _Object) -> SchemeRef | None:
    given = fields.mapping(data, "scheme")
    if not given:
        return None
    return SchemeRef(
        fields.name(given, "id", "scheme."), fields.whole_number(given, "version", "scheme.")
    )


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:  # noqa: ARG001
    """Yield the lines of a native file, each with its line feed."""
    for article, layers in articles:
        yield from lines_of(article, layers)


def lines_of(article: Article, layers: Sequence[Layer]) -> Iterator[bytes]:
    """Yield one line for each layer, by annotator and gold last; one line where there is none."""
    begun = sorted((layer for layer in layers if layer.state), key=_annotator_order)
    head = _head(article)
    if not begun:
        yield _line(head | {"spans": [], "relations": [], "entities": []})
    for layer in begun:
        yield _line(head | _layer_record(layer, article.text))


def _annotator_order(layer: Layer) -> tuple[bool, str]:
    return layer.key.is_gold, layer.key.annotator or ""


def _head(article: Article) -> _Object:
    return {
        "format": FORMAT,
        "id": article.id,
        "text": article.text,
        "text_sha256": article.sha256,
        "offset_unit": OFFSET_UNIT,
        "direction": article.direction,
        "meta": dict(sorted(article.meta.items(), key=_meta_order)),
    }


def _meta_order(item: tuple[str, Json]) -> tuple[int, str]:
    key = item[0]
    return (KNOWN.index(key) if key in KNOWN else len(KNOWN), key)


def _layer_record(layer: Layer, text: str) -> _Object:
    spans = sorted(layer.spans.values(), key=reading_order)
    whose = {"gold": True} if layer.key.is_gold else {"annotator": layer.key.annotator}
    state = records.state_record(layer.state) if layer.state else {}
    record = whose | {key: value for key, value in state.items() if value}
    record["spans"] = [records.span_record(span, text) for span in spans]
    record["relations"] = _relation_records(layer, spans)
    entities = sorted(layer.entities.values(), key=lambda entity: (len(entity.id), entity.id))
    record["entities"] = [records.entity_record(entity) for entity in entities]
    if layer.decisions:
        decided = sorted(layer.decisions.values(), key=lambda one: (one.start or 0, one.id))
        record["decisions"] = [records.decision_record(one) for one in decided]
    return record


def _relation_records(layer: Layer, spans: Sequence[Span]) -> list[_Object]:
    """Return relations by their source in reading order, then target, type and id."""
    if not layer.relations:
        return []
    place = {span.id: number for number, span in enumerate(spans)}
    found = sorted(
        layer.relations.values(), key=lambda r: (place[r.source], place[r.target], r.label, r.id)
    )
    return [records.relation_record(relation) for relation in found]


def _line(record: _Object) -> bytes:
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        return _long_way(record)


def _long_way(record: _Object) -> bytes:
    """Write what orjson does not: whole numbers of more than 64 bits in the metadata."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode() + b"\n"
