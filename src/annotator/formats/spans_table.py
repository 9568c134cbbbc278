"""A table of spans for people: one row a span, with its words, context, attributes and links.

It is for looking and counting, and cannot be read back: the texts of the articles are not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from annotator.domain.article import PUBLISHED, SOURCE, Article
from annotator.domain.layer import Layer
from annotator.domain.records import attributes_record
from annotator.domain.scheme import AttributeKind, Scheme
from annotator.domain.span import AttributeValue, Span
from annotator.formats import sheets
from annotator.formats.holds import Holds, Unit
from annotator.formats.records import Labelled

_CONTEXT = 40
_BEFORE = ("article", "title", "source", "published", "annotator", "layer_status", "id", "label")
_PLACE = ("start", "end", "pieces", "before", "text", "after")
_AFTER = ("entity", "entity_name", "relations", "note", "flag", "origin", "created", "modified")
_OTHERS = "other_attributes"
JOINT = "; "


def _own_losses(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:
    if not layer.spans:
        yield "empty_layers", ""
    for span in layer.index:
        if len(span.quoted(article.text)) >= sheets.CELL_LIMIT:
            yield "text_cut", span.quoted(article.text)


HOLDS = Holds(
    Unit.CODE_POINT,
    article_ids=True,
    annotators=True,
    several_layers=True,
    gold=True,
    status=True,
    split=True,
    span_ids=True,
    attributes=True,
    notes=True,
    flags=True,
    origin=True,
    times=True,
    relations=True,
    entities=True,
    own=_own_losses,
)


def write_csv(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield the table as CSV."""
    return sheets.csv_bytes(rows(articles, scheme))


def write_xlsx(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield the table as an Excel workbook."""
    right_to_left = scheme.direction == "rtl"
    return sheets.xlsx_bytes(rows(articles, scheme), "spans", right_to_left=right_to_left)


def rows(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[list[str]]:
    """Yield the header and a row for each span, in reading order."""
    kinds = [a for label in scheme.labels for a in label.attributes]
    # the entity has columns of its own
    names = list(dict.fromkeys(a.id for a in kinds if a.kind is not AttributeKind.ENTITY))
    yield [*_BEFORE, *_PLACE, *names, _OTHERS, *_AFTER]
    for article, layers in articles:
        for layer in layers:
            for span in layer.index:
                yield [
                    *_identity(article, layer, span),
                    *_place(article.text, span),
                    *_attributes(span, names),
                    *_rest(layer, span),
                ]


def whose(layer: Layer) -> str:
    """Return the name of the annotator, or `gold`."""
    return "gold" if layer.key.annotator is None else layer.key.annotator


def shown(value: AttributeValue) -> str:
    """Return a value of an attribute in one cell."""
    return value if isinstance(value, str) else JOINT.join(value)


def _identity(article: Article, layer: Layer, span: Span) -> list[str]:
    about = [article.id, article.title, article.known(SOURCE), article.known(PUBLISHED)]
    return [*about, whose(layer), str(layer.status), span.id, span.label]


def _place(text: str, span: Span) -> list[str]:
    pieces = " ".join(f"{start}:{end}" for start, end in span.pieces) if span.is_split else ""
    before = text[max(span.start - _CONTEXT, 0) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    return [str(span.start), str(span.end), pieces, before, span.quoted(text), after]


def _attributes(span: Span, names: list[str]) -> list[str]:
    others = {k: v for k, v in attributes_record(span.attributes).items() if k not in names}
    cells = [shown(span.attributes.get(name, "")) for name in names]
    return [*cells, json.dumps(others, ensure_ascii=False) if others else ""]


def _rest(layer: Layer, span: Span) -> list[str]:
    entity = layer.entities.get(span.entity) if span.entity else None
    links = [r for r in layer.relations_of(span.id) if r.source == span.id]
    relations = JOINT.join(f"{r.label} {r.target}" for r in links)
    flag = "1" if span.flag else ""
    named = entity.name if entity else ""
    times = [span.created, span.modified]
    return [span.entity or "", named, relations, span.note, flag, span.origin, *times]
