"""Label Studio tasks in JSON, read: whole tasks with annotations and predictions, or bare ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from annotator.domain.errors import Rejection
from annotator.domain.scheme import AttributeKind
from annotator.domain.span import Json
from annotator.formats import fields
from annotator.formats.fields import BadField
from annotator.formats.foreign import EXTRA_KEYS, HEAD_KEYS, Draft, Object, Taker, native_span
from annotator.formats.json_array import Element, elements
from annotator.formats.records import ReadContext, Record
from annotator.formats.strict_json import BadJson, parse

ARTICLE_ID, DIRECTION = "article_id", "direction"
TEXT_OBJECT, LABEL_CONTROL, LAYER_CONTROL = "text", "label", "layer"
OWN, PIECE_OF, SUFFIX = "annotator", "piece_of", "suffix"
PREDICTION = "prediction"
_TEXT_KEYS = ("text", "body", "content", "article", "dialogue")
_DATA = re.compile(rb'"data"\s*:\s*\{')
_TASK_KEYS = ("data", "annotations", "predictions", "completions")
_DIRECTIONS = {"left": ((1, 0),), "right": ((0, 1),), "bi": ((0, 1), (1, 0))}


def control_name(label: str, attribute: str) -> str:
    """Return the name of the control for an attribute: two labels may have the same attribute."""
    return f"{label}.{attribute}"


def recognises(head: bytes) -> bool:
    """Tell from the beginning of a file whether it is a list of tasks."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_json = start[:1] in {b"[", b"{"} and b'"format"' not in start[:200]
    return is_json and _DATA.search(start) is not None


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield a record for each annotation and prediction of each task; the article where none is."""
    taker = Taker(name, context)
    found = False
    for element in elements(source):
        found = True
        yield from _task(element, taker)
    if not found:
        yield taker.reject(None, None, "the file holds no task")


def _task(element: Element, taker: Taker) -> Iterator[Record | Rejection]:
    line, raw = element.line, element.data.decode(errors="backslashreplace")
    try:
        drafts = _TaskReader(_parsed_task(element), taker.context).drafts()
    except (BadJson, BadField) as error:
        yield taker.reject(line, error.field, str(error), raw)
        return
    for draft in drafts:
        if isinstance(draft, BadField):
            yield taker.reject(line, draft.field, str(draft), raw)
        else:
            yield taker.take(draft, line, raw)


def _parsed_task(element: Element) -> Object:
    if element.problem:
        raise BadJson(element.problem)
    task = parse(element.data)
    if not isinstance(task, dict):
        raise BadField("a task", f"must be an object, not {fields.describe(task)}")
    return task


class _TaskReader:
    """Reads one task."""

    def __init__(self, task: Object, context: ReadContext) -> None:
        self._task = task
        self._context = context
        data = fields.mapping(task, "data") if "data" in task else task
        self._text_key = next(
            (k for k in _TEXT_KEYS if type(data.get(k)) is str),
            next((k for k, v in data.items() if type(v) is str and k != ARTICLE_ID), ""),
        )
        if not self._text_key:
            raise BadField("data", "has no text to annotate")
        self._data = data
        self._names: set[str] = set()

    def drafts(self) -> list[Draft | BadField]:
        """Return one draft for each annotation and prediction, a bare one where there is none."""
        found: list[Draft | BadField] = []
        key = "annotations" if "annotations" in self._task else "completions"
        for number, item in enumerate(fields.objects(self._task, key)):
            found.append(self._tried(item, f"{key}[{number}]", is_prediction=False))
        for number, item in enumerate(fields.objects(self._task, "predictions")):
            found.append(self._tried(item, f"predictions[{number}]", is_prediction=True))
        return found or [self._bare()]

    def _bare(self) -> Draft:
        data = self._data
        draft = Draft(data[self._text_key], id=fields.text(data, ARTICLE_ID, "data."))
        draft.direction = fields.text(data, DIRECTION, "data.")
        left_out = {self._text_key, ARTICLE_ID, DIRECTION, *_TASK_KEYS}
        draft.meta = {k: fields.keep(v, k) for k, v in data.items() if k not in left_out}
        if data is not self._task:
            draft.meta |= fields.mapping(self._task, "meta")
        return draft

    def _tried(self, item: Object, place: str, *, is_prediction: bool) -> Draft | BadField:
        try:
            return self._annotation(item, place, is_prediction=is_prediction)
        except BadField as error:
            return error

    def _annotation(self, item: Object, place: str, *, is_prediction: bool) -> Draft:
        draft = self._bare()
        reader = _ResultReader(draft, self._context, place, is_prediction=is_prediction)
        reader.read(fields.objects(item, "result", place + "."))
        draft.head = reader.head
        if not (draft.head.get("gold") or draft.head.get("annotator")):
            who = _model(item) if is_prediction else _person(item, self._context)
            draft.head["annotator"] = self._distinct(who)
        if fields.flag(item, "was_cancelled", place + "."):
            draft.head.setdefault("status", "skipped")
        if fields.flag(item, "ground_truth", place + ".") and not draft.head.get("gold"):
            draft.notice("ground_truth")
        return draft

    def _distinct(self, who: str) -> str:
        """Return a name that no other annotation of this task has."""
        name, number = who, 1
        while name in self._names:
            number += 1
            name = f"{who} ({number})"
        self._names.add(name)
        return name


def _model(item: Object) -> str:
    version = item.get("model_version")
    return version if isinstance(version, str) and version else PREDICTION


def _person(item: Object, context: ReadContext) -> str:
    who = item.get("completed_by")
    if isinstance(who, dict):
        named = who.get("email") or who.get("username") or who.get("id")
        return str(named) if named else context.annotator
    if isinstance(who, str) and who:
        return who
    return f"user-{who}" if type(who) is int else context.annotator


class _ResultReader:
    """Reads the result of one annotation: regions, what belongs to them, relations, the layer."""

    def __init__(
        self, draft: Draft, context: ReadContext, place: str, *, is_prediction: bool
    ) -> None:
        self.head: Object = {}
        self._draft = draft
        self._scheme = context.scheme
        self._place = place
        self._origin = {"origin": PREDICTION} if is_prediction else {}
        self._suffix = ""
        self._regions: dict[str, tuple[Object, str]] = {}
        self._pieces: dict[str, list[tuple[int, int]]] = {}

    def read(self, result: list[Object]) -> None:
        """Fill the draft and the head."""
        self._read_layer(result)
        places = [f"{self._place}.result[{number}]" for number in range(len(result))]
        numbered = list(zip(result, places, strict=True))
        for item, place in numbered:
            if "labels" in _value(item) and item.get("type") != "relation":
                self._region(item, place)
        for item, place in numbered:
            if item.get("type") == "relation":
                self._relation(item, place)
            elif "labels" not in _value(item) and item.get("from_name") != LAYER_CONTROL:
                self._attribute(item, place)
        for identity, (span, place) in self._regions.items():
            self._draft.add_span(_with_pieces(span, self._pieces[identity]), place)

    def _read_layer(self, result: list[Object]) -> None:
        for item in result:
            given = _value(item).get("text")
            if item.get("from_name") == LAYER_CONTROL and isinstance(given, list) and given:
                self.head = self._parsed(given[0])
        suffix = self.head.pop(SUFFIX, "")
        self._suffix = suffix if isinstance(suffix, str) else ""

    def _parsed(self, text: Json) -> Object:
        try:
            head = parse(text.encode()) if isinstance(text, str) else None
        except BadJson:
            head = None
        if not isinstance(head, dict):
            self._draft.notice("ignored:layer")
            return {}
        return {key: value for key, value in head.items() if key in {*HEAD_KEYS, SUFFIX}}

    def _id(self, item: Object, key: str, place: str) -> str:
        value = item.get(key)
        if type(value) not in {str, int}:
            raise BadField(f"{place}.{key}", "is missing" if value is None else "must be a text")
        return str(value).removesuffix(self._suffix) if self._suffix else str(value)

    def _region(self, item: Object, place: str) -> None:
        value = _value(item)
        start = fields.whole_number(value, "start", place + ".value.")
        end = fields.whole_number(value, "end", place + ".value.")
        meta = _object(item, "meta")
        own = _object(meta, OWN)
        if isinstance(own.get(PIECE_OF), str):
            self._piece(own[PIECE_OF], (start, end), place)
            return
        for number, label in enumerate(_labels(value, place)):
            identity = self._id(item, "id", place) + (f"-{number + 1}" if number else "")
            if identity in self._regions:
                raise BadField(f"{place}.id", f"{identity!r} is used already in this annotation")
            span: Object = {"id": identity, "label": label, "start": start, "end": end}
            if isinstance(value.get("text"), str):
                span["text"] = value["text"]
            span |= self._origin | {key: own[key] for key in EXTRA_KEYS if key in own}
            span |= _note(meta)
            self._regions[identity] = (span, place)
            self._pieces[identity] = [(start, end)]

    def _piece(self, first: str, piece: tuple[int, int], place: str) -> None:
        identity = self._without_suffix(first)
        if identity not in self._pieces:
            raise BadField(f"{place}.meta", f"is a piece of {identity!r}, which is not there")
        self._pieces[identity].append(piece)

    def _without_suffix(self, identity: str) -> str:
        return identity.removesuffix(self._suffix) if self._suffix else identity

    def _relation(self, item: Object, place: str) -> None:
        ends = (self._id(item, "from_id", place), self._id(item, "to_id", place))
        direction = item.get("direction") or "right"
        labels = item.get("labels") or []
        if direction not in _DIRECTIONS or not isinstance(labels, list):
            raise BadField(f"{place}.direction", "must be left, right or bi, with labels in a list")
        for first, second in _DIRECTIONS[direction]:
            for label in labels or [""]:
                link = {"label": label, "from": ends[first], "to": ends[second]}
                self._draft.add_relation(link, place)

    def _attribute(self, item: Object, place: str) -> None:
        value, control = _value(item), fields.text(item, "from_name", place + ".")
        given = value.get("choices", value.get("text", value.get("rating")))
        given = [str(given)] if isinstance(given, str | int | float) else given
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            self._draft.notice(f"ignored:{item.get('type')}")
            return
        identity = self._id(item, "id", place)
        if identity not in self._regions:
            self._document(control, given)
            return
        span = self._regions[identity][0]
        name = control.removeprefix(control_name(span["label"], ""))
        label = self._scheme.label(span["label"]) if isinstance(span["label"], str) else None
        kind = label.attribute(name) if label else None
        attributes = span.setdefault("attributes", {})
        attributes[name] = _shaped(given, kind.kind if kind else None)

    def _document(self, control: str, given: list[str]) -> None:
        kind = self._scheme.document_attribute(control)
        document = self.head.setdefault("document", {})
        if isinstance(document, dict):
            document[control] = _shaped(given, kind.kind if kind else None)


def _shaped(given: list[str], kind: AttributeKind | None) -> Json:
    """Return values as a list where the attribute is one, or where there are several."""
    if kind in {AttributeKind.LIST, AttributeKind.TEXT_LIST} or len(given) != 1:
        return given
    return given[0]


def _value(item: Object) -> Object:
    return _object(item, "value")


def _object(item: Object, key: str) -> Object:
    value = item.get(key)
    return value if isinstance(value, dict) else {}


def _note(meta: Object) -> Object:
    """Return the note that Label Studio shows on a region."""
    lines = meta.get("text")
    if isinstance(lines, list) and all(isinstance(line, str) for line in lines):
        return {"note": "\n".join(lines)}
    return {}


def _with_pieces(span: Object, pieces: list[tuple[int, int]]) -> Object:
    if len(pieces) == 1:
        return span
    rest = {key: value for key, value in span.items() if key != "text"}
    return rest | native_span(span["id"], span["label"], pieces)


def _labels(value: Object, place: str) -> list[str]:
    labels = value["labels"]
    if not isinstance(labels, list) or not labels or not all(isinstance(x, str) for x in labels):
        raise BadField(f"{place}.value.labels", "must be a list of label names")
    return labels
