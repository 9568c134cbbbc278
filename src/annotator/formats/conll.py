"""CoNLL in two columns with IOB2 tags: a token and its tag a line, a blank line after a sentence.

No text stands in such files: what is read back is tokens with one space between them. Spans that
share text with an outer one have no place in the one column of tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Piece
from annotator.formats.flat import Flat
from annotator.formats.foreign import Draft, Taker, single_layers
from annotator.formats.holds import Holds, Overlaps, Unit
from annotator.formats.lines import Line, lines
from annotator.formats.records import Labelled, ReadContext, Record
from annotator.formats.tokens import OUTSIDE, Tokens, iob2, token_losses, tokens_for
from annotator.persian.segment import sentence_spans

DOCUMENT = "-DOCSTART-"
_NAMED = re.compile(rf"{DOCUMENT}[ \t]+\((.*)\)$")
_TAG = re.compile(r"(?P<prefix>[BIESLU])-(?P<label>\S+)")
_TOKENS_LIMIT = 1_000_000


def _own_losses(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:
    flat = Flat(layer.spans.values())
    kept = {span.id for span in flat.kept}
    if not kept:
        yield "empty_layers", ""
    yield from token_losses(article, layer, kept)


HOLDS = Holds(
    Unit.TOKEN,
    Overlaps.NONE,
    article_ids=True,
    several_layers=True,
    bare_articles=True,
    own=_own_losses,
)


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:  # noqa: ARG001
    """Yield a document for each article and layer."""
    for article, layer in single_layers(articles):
        yield _document(article, layer).encode()


def _document(article: Article, layer: Layer | None) -> str:
    flat = Flat(layer.spans.values() if layer else ())
    tokens = tokens_for(article.text, flat.kept)
    rows = zip(tokens.words(), iob2(tokens, flat.kept), strict=True)
    ends = _sentence_ends(tokens, article.text, [p for s in flat.kept for p in s.pieces])
    parts = [f"{DOCUMENT} ({' '.join(article.id.split())})\n\n"]
    for number, (word, tag) in enumerate(rows):
        parts.append(f"{word}\t{tag}\n")
        if number in ends:
            parts.append("\n")
    return "".join(parts) if parts[-1] == "\n" or len(parts) == 1 else "".join(parts) + "\n"


def _sentence_ends(tokens: Tokens, text: str, pieces: list[Piece]) -> set[int]:
    """Return the last token of each sentence; none ends inside a span."""
    stops = {end for _, end in sentence_spans(text)}
    inside = [(piece.start, piece.end) for piece in pieces]
    return {
        number
        for number, token in enumerate(tokens)
        if token.end in stops and not any(start < token.end < end for start, end in inside)
    }


@dataclass(slots=True)
class _Document:
    """A document while its lines come in."""

    id: str
    line: int
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield an article for each document; the tag is the last column, in any of the IOB kinds."""
    taker = Taker(name, context)
    found = False
    document = _Document("", 1)
    for line in lines(source):
        found = found or bool(line.data.strip())
        try:
            begun = _take_line(line, document)
        except ValueError as error:
            yield taker.reject(line.number, None, str(error))
            return
        if begun is not None:
            yield from _finish(document, taker)
            document = begun
    yield from _finish(document, taker)
    if not found:
        yield taker.reject(None, None, "the file is empty")


def _take_line(line: Line, document: _Document) -> _Document | None:
    """Add a line to its document, or return the new one that it begins."""
    if line.too_long or len(document.words) > _TOKENS_LIMIT:
        raise ValueError("the document is too long (the rest of the file was not read)")
    text = line.data.decode().rstrip("\r")
    if text.startswith(DOCUMENT):
        named = _NAMED.match(text)
        return _Document(named.group(1) if named else "", line.number)
    if not text.strip():
        document.breaks.add(len(document.words))
        return None
    columns = text.split("\t") if "\t" in text else text.split()
    if len(columns) < 2:
        raise ValueError("the line has one column, not a token and its tag")
    document.words.append(columns[0])
    document.tags.append(columns[-1].strip())
    document.lines.append(line.number)
    return None


def _finish(document: _Document, taker: Taker) -> Iterator[Record | Rejection]:
    if not document.words:
        return
    text, starts = _joined(document)
    draft = Draft(text, id=document.id)
    draft.notice("text_rebuilt")
    try:
        spans = spans_of(document.tags)
    except _BadTag as error:
        line = document.lines[error.number]
        yield taker.reject(line, "tag", f"the tag {document.tags[error.number]!r} is none we know")
        return
    for number, (label, first, end) in enumerate(spans, 1):
        last = starts[end - 1] + len(document.words[end - 1])
        item = {"id": f"s{number}", "label": label, "start": starts[first], "end": last}
        draft.add_span(item, f"the span of {label}", document.lines[first])
    yield taker.take(draft, document.line)


def _joined(document: _Document) -> tuple[str, list[int]]:
    """Return the text, sentences on lines of their own, and where each token starts."""
    parts: list[str] = []
    starts: list[int] = []
    position = 0
    for number, word in enumerate(document.words):
        joint = "" if not number else "\n" if number in document.breaks else " "
        position += len(joint)
        starts.append(position)
        position += len(word)
        parts += (joint, word)
    return "".join(parts), starts


class _BadTag(ValueError):
    """A tag that says nothing; `number` is its token."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def spans_of(tags: list[str]) -> list[tuple[str, int, int]]:
    """Return label, first token and one past the last for tags of IOB1/2, IOBES or BILOU."""
    spans: list[tuple[str, int, int]] = []
    open_label, start = "", 0
    for number, tag in enumerate([*tags, OUTSIDE]):
        found = _TAG.fullmatch(tag)
        if found is None and tag not in {OUTSIDE, "_"}:
            raise _BadTag(number)
        prefix = found["prefix"] if found else ""
        label = found["label"] if found else ""
        if open_label and (label != open_label or prefix in "BSU"):
            spans.append((open_label, start, number))
            open_label = ""
        if label and not open_label:
            open_label, start = label, number
        if prefix and prefix in "ESLU":
            spans.append((open_label, start, number + 1))
            open_label = ""
    return spans
