"""brat stand-off, written: a zip of folders, one for each annotator, with pairs of .txt and .ann.

Positions count code points. brat takes no span over a line end, so a piece is cut there; values
that are no single word stand in notes. Reading is in `brat_read`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from annotator.domain.article import Article
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Piece, Relation, Span
from annotator.formats.brat_read import (
    ATTRIBUTE_NOTE,
    CONFIG,
    ENTITY,
    FLAG_NOTE,
    GOLD,
    NOTE,
    UNLABELLED,
    joined_lines,
    read,
)
from annotator.formats.file_names import file_name
from annotator.formats.foreign import single_layers
from annotator.formats.holds import Holds, Unit
from annotator.formats.records import Labelled
from annotator.formats.zips import zipped

__all__ = ["HOLDS", "read", "write"]

_LINE_PIECE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[\w.\-]+")


def _own_losses(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:
    for span in layer.index:
        words = span.quoted(article.text)
        fragments = line_pieces(span, article.text)
        back = joined_lines(fragments, article.text)
        if not fragments:
            yield "no_token", words
            yield from (("relations", r.label) for r in layer.relations_of(span.id))
        elif len(back) != len(span.pieces):
            yield "joined", words
        elif tuple(back) != span.pieces:
            yield "edge_in_space", words
        if span.note != " ".join(span.note.splitlines()):
            yield "note_lines", span.note


HOLDS = Holds(
    Unit.CODE_POINT,
    article_ids=True,
    exact_text=True,
    bare_articles=True,
    annotators=True,
    several_layers=True,
    gold=True,
    split=True,
    attributes=True,
    notes=True,
    flags=True,
    relations=True,
    entities=True,
    own=_own_losses,
)


def line_pieces(span: Span, text: str) -> list[Piece]:
    """Return the pieces of a span cut at line ends; what would be only white space is left out."""
    return [
        Piece(*found.span())
        for piece in span.pieces
        for found in _LINE_PIECE.finditer(text, *piece)
        if found.group().strip()
    ]


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield a zip archive with the configuration that brat needs beside the documents."""
    return zipped(_entries(articles, scheme))


def _entries(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[tuple[str, bytes]]:
    yield CONFIG, _configuration(scheme).encode()
    for article, layer in single_layers(articles):
        folder = _folder(layer)
        path = f"{folder}/{file_name(article.id)}"
        yield f"{path}.txt", article.text.encode()
        yield f"{path}.ann", _annotations(article, layer).encode()


def _folder(layer: Layer | None) -> str:
    if layer is None:
        return UNLABELLED
    name = layer.key.annotator
    if name is None:
        return GOLD
    return file_name(name).replace("_", "%5F", 1) if name.startswith("_") else file_name(name)


def _annotations(article: Article, layer: Layer | None) -> str:
    if layer is None:
        return ""
    return "".join(f"{line}\n" for line in _Lines(article.text, layer).all())


class _Lines:
    """The lines of one .ann file, numbered by kind."""

    def __init__(self, text: str, layer: Layer) -> None:
        self._text = text
        self._layer = layer
        self._numbers: dict[str, int] = {}
        self._names: dict[str, str] = {}

    def all(self) -> Iterator[str]:
        """Yield all lines: each span with what belongs to it, then the relations."""
        for span in self._layer.index:
            if fragments := line_pieces(span, self._text):
                yield from self._span(span, fragments)
        for relation in sorted(self._layer.relations.values(), key=_relation_order):
            ends = [self._names.get(end) for end in (relation.source, relation.target)]
            if all(ends):
                yield f"{self._next('R')}\t{relation.label} Arg1:{ends[0]} Arg2:{ends[1]}"

    def _next(self, kind: str) -> str:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return f"{kind}{self._numbers[kind]}"

    def _span(self, span: Span, fragments: list[Piece]) -> Iterator[str]:
        name = self._names[span.id] = self._next("T")
        offsets = ";".join(f"{piece.start} {piece.end}" for piece in fragments)
        words = " ".join(self._text[piece.start : piece.end] for piece in fragments)
        yield f"{name}\t{span.label} {offsets}\t{words}"
        yield from self._attributes(span, name)
        if span.entity:
            entity = self._layer.entities.get(span.entity)
            shown = " ".join((entity.name if entity else "").split())
            yield f"{self._next('N')}\tReference {name} {ENTITY}:{file_name(span.entity)}\t{shown}"
        if span.note:
            yield self._note(NOTE, name, " ".join(span.note.splitlines()))
        if span.flag:
            yield self._note(FLAG_NOTE, name, "flag")

    def _attributes(self, span: Span, name: str) -> Iterator[str]:
        for key, value in sorted(span.attributes.items()):
            if isinstance(value, str) and _WORD.fullmatch(key) and _WORD.fullmatch(value):
                yield f"{self._next('A')}\t{key} {name} {value}"
            else:
                pair = json.dumps({key: value}, ensure_ascii=True)
                yield self._note(ATTRIBUTE_NOTE, name, pair)

    def _note(self, kind: str, name: str, words: str) -> str:
        return f"{self._next('#')}\t{kind} {name}\t{words}"


def _relation_order(relation: Relation) -> tuple[str, str, str, str]:
    return relation.source, relation.target, relation.label, relation.id


def _configuration(scheme: Scheme) -> str:
    """Return annotation.conf: entities, relations with their ends, attributes with values."""
    lines = ["[entities]", *(label.id for label in scheme.labels), "", "[relations]"]
    for relation in scheme.relations:
        ends = f"Arg1:{'|'.join(relation.sources)}, Arg2:{'|'.join(relation.targets)}"
        lines.append(f"{relation.id}\t{ends}")
    lines += ["", "[events]", "", "[attributes]"]
    for name, (labels, values) in _attribute_types(scheme).items():
        given = f", Value:{'|'.join(values)}" if values else ""
        lines.append(f"{name}\tArg:{'|'.join(labels)}{given}")
    return "\n".join(lines) + "\n"


def _attribute_types(scheme: Scheme) -> dict[str, tuple[list[str], list[str]]]:
    """Return the attributes with closed values: brat knows each name once for all labels."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for label in scheme.labels:
        for attribute in label.attributes:
            if attribute.choices:
                labels, values = found.setdefault(attribute.id, ([], []))
                labels.append(label.id)
                given = [choice.value for choice in attribute.choices]
                values.extend(value for value in given if value not in values)
    return found
