"""Prodigy and spaCy JSONL: `text`, `tokens`, `spans`, `relations`, one object an article and layer.

Positions count code points, tokens beside them. The tokens are ours, cut at every edge of a span,
because a span that does not meet them is left out in training without a word. Keys of our own
stand where that program leaves keys free. A split span is one entry for each piece, all of one id.
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
    EXTRA_KEYS,
    HEAD_KEYS,
    Draft,
    Object,
    Taker,
    json_line,
    layer_head,
    native_span,
    single_layers,
    span_extras,
)
from annotator.formats.holds import all_but
from annotator.formats.object_lines import object_lines
from annotator.formats.records import Labelled, ReadContext, Record
from annotator.formats.tokens import Tokens, tokens_for

HOLDS = all_but()
ARTICLE_ID = "article_id"
REJECTED = ("reject", "ignore")
_PROVENANCE = ("from_layers", "verdict", "reason", "decided_by")
_BOOKKEEPING = ("_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id")
_KNOWN = frozenset(("text", "tokens", "spans", "relations", "meta", "answer", ARTICLE_ID)) | {
    *HEAD_KEYS,
    *_BOOKKEEPING,
    *("_timestamp", "_is_binary", "direction", "label", "options"),
}


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield what each line holds; what was answered with reject or ignore is not taken."""
    taker = Taker(name, context)
    for line in object_lines(source, taker):
        if isinstance(line, Rejection):
            yield line
            continue
        try:
            draft = _DraftReader(line.data).draft()
        except BadField as error:
            yield taker.reject(line.number, error.field, str(error), line.raw)
        else:
            yield taker.take(draft, line.number, line.raw)


def recognises(line: Object) -> bool:
    """Tell whether an object is a line of Prodigy rather than a native one."""
    if "format" in line or "text" not in line:
        return False
    has_own = any(key in line for key in ("tokens", "answer", *_BOOKKEEPING))
    return has_own and type(line.get("spans", [])) is list


class _DraftReader:
    """Reads one object."""

    def __init__(self, data: Object) -> None:
        self._data = data
        self._tokens = fields.objects(data, "tokens")
        self._by_range: dict[tuple[int, int, str], str] = {}
        self._by_last_token: dict[int, list[str]] = {}

    def draft(self) -> Draft:
        data = self._data
        answer = fields.text(data, "answer")
        if answer in REJECTED:
            raise BadField("answer", f"is {answer!r}: the work on this line was not accepted")
        draft = Draft(fields.text(data, "text"), id=fields.text(data, ARTICLE_ID))
        draft.direction = fields.text(data, "direction")
        draft.head = {key: data[key] for key in HEAD_KEYS if data.get(key) is not None}
        session = fields.text(data, "_annotator_id") or fields.text(data, "_session_id")
        if session and not draft.head.get("gold"):
            draft.head.setdefault("annotator", session)
        draft.meta = fields.mapping(data, "meta")
        for key in sorted(data.keys() - _KNOWN):
            draft.meta.setdefault(key, fields.keep(data[key], key))
        self._add_spans(draft)
        self._add_relations(draft)
        return draft

    def _add_spans(self, draft: Draft) -> None:
        together: dict[str, tuple[Object, list[tuple[int, int]], str]] = {}
        for number, item in enumerate(fields.objects(self._data, "spans")):
            place = f"spans[{number}]"
            identity = self._identity(item, number, together)
            piece = (
                fields.whole_number(item, "start", place + "."),
                fields.whole_number(item, "end", place + "."),
            )
            self._remember(identity, item, piece)
            if identity in together:
                together[identity][1].append(piece)
            else:
                together[identity] = (item, [piece], place)
        for identity, (item, pieces, place) in together.items():
            span = native_span(identity, fields.text(item, "label", place + "."), pieces)
            span |= {key: item[key] for key in EXTRA_KEYS if key in item}
            if len(pieces) == 1 and "text" in item:
                span["text"] = item["text"]
            draft.add_span(span, place)

    @staticmethod
    def _identity(item: Object, number: int, earlier: Iterable[str]) -> str:
        """Return the id of a span; only pieces, numbered as such, may repeat one."""
        given = item.get("id")
        identity = str(given) if type(given) in {int, str} and given != "" else f"s{number + 1}"
        if identity in earlier and "piece" not in item:
            raise BadField(f"spans[{number}].id", f"{identity!r} is used twice")
        return identity

    def _remember(self, identity: str, item: Object, piece: tuple[int, int]) -> None:
        label = item.get("label")
        if isinstance(label, str):
            self._by_range.setdefault((*piece, label), identity)
        if type(item.get("token_end")) is int:
            named = self._by_last_token.setdefault(item["token_end"], [])
            if identity not in named:
                named.append(identity)

    def _add_relations(self, draft: Draft) -> None:
        for number, item in enumerate(fields.objects(self._data, "relations")):
            place = f"relations[{number}]"
            relation: Object = {
                "id": fields.text(item, "id", place + "."),
                "label": fields.text(item, "label", place + "."),
                "from": self._end(item, "head", place),
                "to": self._end(item, "child", place),
            }
            relation |= {key: item[key] for key in _PROVENANCE if key in item}
            draft.add_relation(relation, place)

    def _end(self, item: Object, key: str, place: str) -> str:
        """Find the span at an end: by its own object, else by its last token."""
        given = item.get(f"{key}_span")
        if isinstance(given, dict):
            if isinstance(given.get("id"), str):
                return str(given["id"])
            wanted = (given.get("start"), given.get("end"), given.get("label"))
            if wanted in self._by_range:
                return self._by_range[wanted]
        token = fields.whole_number(item, key, place + ".")
        named = self._by_last_token.get(token, [])
        if len(named) != 1:
            problem = "no span ends with" if not named else "several spans end with"
            raise BadField(f"{place}.{key}", f"is token {token}, and {problem} it")
        return named[0]


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield one line for each article and layer."""
    for article, layer in single_layers(articles):
        yield json_line(_record(article, layer, scheme))


def _record(article: Article, layer: Layer | None, scheme: Scheme) -> Object:
    spans = layer.index.ordered if layer else []
    tokens = tokens_for(article.text, spans)
    record: Object = {"text": article.text, "meta": dict(article.meta), ARTICLE_ID: article.id}
    if article.direction != scheme.direction:
        record["direction"] = article.direction
    record |= layer_head(layer)
    record["tokens"] = [_token(tokens, number) for number in range(len(tokens))]
    record["spans"] = [entry for span in spans for entry in _entries(span, tokens)]
    if layer and layer.relations:
        found = sorted(layer.relations.values(), key=lambda r: (r.source, r.target, r.label, r.id))
        record["relations"] = [_relation(r, layer, tokens) for r in found]
    if layer:
        record["answer"] = "accept"
    return record


def _token(tokens: Tokens, number: int) -> Object:
    start, end = tokens[number]
    space = end < len(tokens.text) and tokens.text[end] == " "
    return {
        "text": tokens.text[start:end],
        "start": start,
        "end": end,
        "id": number,
        "ws": space,
    }


def _entries(span: Span, tokens: Tokens) -> Iterator[Object]:
    for number, piece in enumerate(span.pieces):
        entry = _entry(span, piece, tokens) | {"text": tokens.text[piece.start : piece.end]}
        if number == 0:
            entry |= span_extras(span)
        yield entry | ({"piece": number + 1} if span.is_split else {})


def _entry(span: Span, piece: Piece, tokens: Tokens) -> Object:
    entry: Object = {"id": span.id, "label": span.label, "start": piece.start, "end": piece.end}
    if fit := tokens.fit(*piece):
        entry |= {"token_start": fit.first, "token_end": fit.end - 1}
    return entry


def _relation(relation: Relation, layer: Layer, tokens: Tokens) -> Object:
    ends: dict[str, Json] = {}
    for key, end in (("head", relation.source), ("child", relation.target)):
        span = layer.spans[end]
        entry = _entry(span, span.pieces[0], tokens)
        ends |= {key: entry.get("token_end", 0), f"{key}_span": entry}
    record: Object = {"id": relation.id, "label": relation.label, **ends}
    made = relation.provenance
    if made:
        record["from_layers"] = [ref._asdict() for ref in made.from_layers]
        record |= {"verdict": made.verdict, "reason": made.reason, "decided_by": made.decided_by}
    return record
