"""From the records of other programs to ours, all through the checks of native lines.

A reader of another format fills a `Draft` and names where each item stands in its file; the draft
becomes a record or a rejection. `layer_head` and `span_extras` are how writers put what is ours
alone into keys that the other format leaves free.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import orjson

from annotator.domain import records
from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.layer import Layer
from annotator.domain.span import Json, Span
from annotator.formats.fields import BadField
from annotator.formats.jsonl import record_of
from annotator.formats.jsonl_items import SchemeView
from annotator.formats.records import Labelled, ReadContext, Record, rejection
from annotator.formats.strict_json import BadJson, refuse_unstorable

Object = dict[str, Json]
HEAD_KEYS = (
    *("annotator", "gold", "status", "scheme", "document", "note", "flag"),
    *("entities", "decisions"),
)
EXTRA_KEYS = (
    *("attributes", "entity", "note", "flag", "origin", "created", "modified"),
    *("from_layers", "verdict", "reason", "decided_by"),
)
_ITEM = re.compile(r"(spans|relations|entities)\[(\d+)\]\.?(.*)", re.DOTALL)


@dataclass(slots=True)
class Draft:
    """One article with one layer, in native shapes; `places` and `lines` name items for errors."""

    text: str
    id: str = ""
    meta: Object = field(default_factory=dict)
    direction: str = ""
    head: Object = field(default_factory=dict)
    spans: list[Object] = field(default_factory=list)
    relations: list[Object] = field(default_factory=list)
    notices: dict[str, int] = field(default_factory=dict)
    _places: dict[str, list[tuple[str, int | None]]] = field(default_factory=dict)

    def add_span(self, data: Object, place: str, line: int | None = None) -> None:
        """Add a span as a native object, and how the file names it."""
        self.spans.append(data)
        self._places.setdefault("spans", []).append((place, line))

    def add_relation(self, data: Object, place: str, line: int | None = None) -> None:
        """Add a relation as a native object, and how the file names it."""
        self.relations.append(data)
        self._places.setdefault("relations", []).append((place, line))

    def notice(self, what: str) -> None:
        """Count something that was read but is worth telling."""
        self.notices[what] = self.notices.get(what, 0) + 1

    def place(self, name: str) -> tuple[str, int | None]:
        """Return how the file names a native field, and its line where an item has its own."""
        if found := _ITEM.fullmatch(name):
            list_name, number, rest = found.groups()
            places = self._places.get(list_name, [])
            if int(number) < len(places):
                place, line = places[int(number)]
                return f"{place} {rest}".rstrip(), line
        return name, None

    def native(self) -> Object:
        """Return the native object of all it holds."""
        data = {key: self.head[key] for key in HEAD_KEYS if key in self.head}
        data |= {"text": self.text, "meta": self.meta, "direction": self.direction}
        return data | {"id": self.id, "spans": self.spans, "relations": self.relations}


class Taker:
    """Turns the drafts of one file into records and rejections."""

    def __init__(self, file: str, context: ReadContext) -> None:
        self.file = file
        self.context = context
        self.view = SchemeView(context)

    def take(self, draft: Draft, line: int | None, raw: str = "") -> Record | Rejection:
        """Return the record of a draft, or why it cannot be taken."""
        data = draft.native()
        try:
            refuse_unstorable(data)
            record = record_of(data, self.file, line, self.context, self.view)
        except BadJson as error:
            return self.reject(line, error.field, str(error), raw)
        except BadField as error:
            place, own_line = draft.place(error.field)
            problem = str(error).removeprefix(error.field).lstrip()
            return self.reject(own_line or line, place, f"{place} {problem}", raw)
        told = tuple(sorted(draft.notices.items()))
        return _with_notices(record, told) if told else record

    def reject(self, line: int | None, place: str | None, reason: str, raw: str = "") -> Rejection:
        """Return a rejection at a line of the file."""
        return rejection(self.file, line, place, reason, raw)


def _with_notices(record: Record, told: tuple[tuple[str, int], ...]) -> Record:
    return replace(record, notices=record.notices + told)


def single_layers(articles: Iterable[Labelled]) -> Iterator[tuple[Article, Layer | None]]:
    """Yield each article with each layer begun, gold last; with None where there is none."""
    for article, layers in articles:
        begun = sorted(
            (layer for layer in layers if layer.state),
            key=lambda layer: (layer.key.is_gold, layer.key.annotator or ""),
        )
        yield from ((article, layer) for layer in (begun or (None,)))


def layer_head(layer: Layer | None) -> Object:
    """Return what a layer says besides its spans and relations, without what is empty."""
    if layer is None or layer.state is None:
        return {}
    whose = {"gold": True} if layer.key.is_gold else {"annotator": layer.key.annotator}
    head = whose | {k: v for k, v in records.state_record(layer.state).items() if v}
    if layer.entities:
        found = sorted(layer.entities.values(), key=lambda entity: (len(entity.id), entity.id))
        head["entities"] = [records.entity_record(entity) for entity in found]
    if layer.decisions:
        decided = sorted(layer.decisions.values(), key=lambda one: (one.start or 0, one.id))
        head["decisions"] = [records.decision_record(one) for one in decided]
    return head


def span_extras(span: Span) -> Object:
    """Return what a span has besides id, label and pieces, without what is empty."""
    record = records.span_record(span)
    return {key: record[key] for key in EXTRA_KEYS if key in record}


def native_span(identity: str, label: str, pieces: Iterable[tuple[int, int]]) -> Object:
    """Return a span in native shape; one piece as `start` and `end`."""
    ordered = sorted(pieces)
    data: Object = {"id": identity, "label": label, "start": ordered[0][0], "end": ordered[-1][1]}
    if len(ordered) > 1:
        data["pieces"] = [list(piece) for piece in ordered]
    return data


def json_bytes(value: Json) -> bytes:
    """Return compact JSON in UTF-8, of numbers of any size."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode()


def json_line(value: Json) -> bytes:
    """Return a line of a JSONL file."""
    return json_bytes(value) + b"\n"


def without_empty(data: Mapping[str, Json]) -> Object:
    """Return an object without what is empty."""
    return {key: value for key, value in data.items() if value not in ("", None, [], {}, False)}
