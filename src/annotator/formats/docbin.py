"""spaCy DocBin, the binary training file of spaCy; needs the optional extra `spacy`.

The tokens are ours, cut at every edge of a span; white space that is no single space is a token
of its own, so the text of a document is exact. All spans stand in the span group `sc`, those that
share no text also in `ents`. The whole file is in memory, as it is whenever spaCy reads it.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, BinaryIO

from annotator.domain.article import Article
from annotator.domain.errors import Rejection, UserError
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Json, Span
from annotator.formats.fields import BadField
from annotator.formats.flat import Flat
from annotator.formats.foreign import (
    HEAD_KEYS,
    Draft,
    Taker,
    json_bytes,
    layer_head,
    single_layers,
)
from annotator.formats.holds import all_but
from annotator.formats.records import Labelled, ReadContext, Record
from annotator.formats.strict_json import BadJson, parse
from annotator.formats.tokens import Tokens

GROUP = "sc"
_HEAD, _ID, _META, _DIRECTION = "annotator", "article_id", "meta", "direction"
_SIZE_LIMIT = 2 * 1024 * 1024 * 1024
_LOST_HEAD = ("entities",)


def _own_losses(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:
    for span in layer.index:
        if any(article.text[start:end] == " " for start, end in span.pieces):
            yield "no_token", span.quoted(article.text)
        elif any(_has_lost_edge(article.text, start, end) for start, end in span.pieces):
            yield "edge_in_space", span.quoted(article.text)


def _has_lost_edge(text: str, start: int, end: int) -> bool:
    starts, ends, position = set(), set(), 0
    for word, space in zip(*words_and_spaces(text, (start, end)), strict=True):
        starts.add(position)
        ends.add(position + len(word))
        position += len(word) + space
    return start not in starts or end not in ends


HOLDS = all_but(
    *("split", "span_ids", "attributes", "notes", "flags", "origin", "times", "provenance"),
    *("relations", "relation_ids", "relation_provenance"),
    *("entities", "entity_details", "unmentioned_entities"),
    own=_own_losses,
)


def _spacy() -> Any:
    try:
        import_module("spacy.tokens")
        import_module("spacy.vocab")
        return import_module("spacy")
    except ImportError as error:
        raise UserError(
            "DocBin needs the library spaCy: install it with pip install 'annotator[spacy]'."
        ) from error


def words_and_spaces(text: str, edges: Iterable[int]) -> tuple[list[str], list[bool]]:
    """Return the words of a text, white space among them, and whether a space follows each."""
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for start, end in Tokens(text, edges):
        _add_gap(text[position:start], words, spaces)
        words.append(text[start:end])
        spaces.append(False)
        position = end
    _add_gap(text[position:], words, spaces)
    return words, spaces


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Add the white space between two tokens; a first space belongs to the token before."""
    if gap[:1] == " " and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield one DocBin with a document for each article and layer."""
    spacy = _spacy()
    vocab = spacy.vocab.Vocab()
    bin_of = spacy.tokens.DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
    for article, layer in single_layers(articles):
        bin_of.add(_doc(spacy, vocab, article, layer, scheme))
    yield bin_of.to_bytes()


def _doc(spacy: Any, vocab: Any, article: Article, layer: Layer | None, scheme: Scheme) -> Any:
    spans = layer.index.ordered if layer else []
    edges = [edge for span in spans for piece in span.pieces for edge in piece]
    words, spaces = words_and_spaces(article.text, edges)
    doc = spacy.tokens.Doc(vocab, words=words, spaces=spaces)
    doc.spans[GROUP] = [one for span in spans for one in _doc_spans(doc, span)]
    doc.ents = [one for span in Flat(spans).kept for one in _doc_spans(doc, span)]
    doc.user_data = _user_data(article, layer, scheme)
    return doc


def _doc_spans(doc: Any, span: Span) -> list[Any]:
    found = [
        doc.char_span(*piece, label=span.label, alignment_mode="contract") for piece in span.pieces
    ]
    return [one for one in found if one is not None]


def _user_data(article: Article, layer: Layer | None, scheme: Scheme) -> dict[str, str]:
    head = {k: v for k, v in layer_head(layer).items() if k not in _LOST_HEAD}
    data = {_ID: article.id, _META: json_bytes(dict(article.meta)).decode()}
    if article.direction != scheme.direction:
        data[_DIRECTION] = article.direction
    return data | ({_HEAD: json_bytes(head).decode()} if head else {})


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield what each document of a DocBin holds: its span group, or its entities without one."""
    taker = Taker(name, context)
    try:
        spacy = _spacy()
    except UserError as error:
        yield taker.reject(None, None, str(error))
        return
    data = source.read(_SIZE_LIMIT + 1)
    try:
        _check_size(data)
        bin_of = spacy.tokens.DocBin().from_bytes(data)
        docs = bin_of.get_docs(spacy.vocab.Vocab())
        for number, doc in enumerate(docs, 1):
            yield _taken(doc, number, taker)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, zlib.error) as error:
        reason = f"the file is no DocBin that we can read ({str(error) or type(error).__name__})"
        yield taker.reject(None, None, " ".join(reason.split())[:300])


def _check_size(data: bytes) -> None:
    """Unpack without keeping anything, so that a swelling file is refused before spaCy has it."""
    stream = io.BytesIO(data)
    unpack = zlib.decompressobj()
    size = 0
    while part := unpack.unconsumed_tail or stream.read(1024 * 1024):
        size += len(unpack.decompress(part, 16 * 1024 * 1024))
        if size > _SIZE_LIMIT:
            raise ValueError("it unpacks to more than 2 GiB")
    if not unpack.eof:
        raise ValueError("it is cut off")


def _taken(doc: Any, number: int, taker: Taker) -> Record | Rejection:
    try:
        draft = _draft(doc)
    except (BadField, BadJson) as error:
        return taker.reject(number, error.field, f"document {number}: {error}")
    return taker.take(draft, number)


def _draft(doc: Any) -> Draft:
    known = {key: value for key, value in doc.user_data.items() if isinstance(key, str)}
    draft = Draft(doc.text, id=str(known.get(_ID, "")), direction=str(known.get(_DIRECTION, "")))
    draft.meta = _object(known.get(_META))
    draft.head = {k: v for k, v in _object(known.get(_HEAD)).items() if k in HEAD_KEYS}
    groups = [(key, list(group)) for key, group in doc.spans.items()]
    spans = [span for _, group in groups for span in group] or list(doc.ents)
    for number, span in enumerate(spans):
        item = {"label": span.label_, "start": span.start_char, "end": span.end_char}
        draft.add_span(item, f"span {number + 1}")
    return draft


def _object(text: Json) -> dict[str, Json]:
    value = parse(text.encode()) if isinstance(text, str) else {}
    return value if isinstance(value, dict) else {}
