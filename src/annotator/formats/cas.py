"""UIMA CAS for INCEpTION, written: a zip with one file an article and layer, as XMI or JSON.

Positions count UTF-16 units, made from ours by dkpro-cassis at the edge. Attributes with plain
values are features; what else we have of a span stands in its feature `extras`, what we have of
the layer and article in one annotation over the text. Reading is in `cas_read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.layer import Layer
from annotator.domain.records import relation_record
from annotator.domain.scheme import Scheme
from annotator.domain.span import Relation, Span
from annotator.formats import cas_types as types
from annotator.formats.file_names import file_name
from annotator.formats.foreign import json_bytes, layer_head, single_layers, span_extras
from annotator.formats.holds import Unit, all_but
from annotator.formats.records import Labelled
from annotator.formats.tokens import tokens_for
from annotator.formats.zips import zipped
from annotator.persian.segment import sentence_spans

TYPE_SYSTEM = "TypeSystem.xml"
# XML 1.0 has no place for these: INCEpTION writes a space instead, and so do we
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINK_KEYS = ("id", "label", "from", "to")


def _xmi_losses(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:  # noqa: ARG001
    if NOT_XML.search(article.text):
        yield "text_changed", article.title


HOLDS = all_but(unit=Unit.UTF16)
HOLDS_XMI = all_but(unit=Unit.UTF16, own=_xmi_losses)


def cassis() -> Any:
    """Return the library dkpro-cassis; `UserError` where it is not installed."""
    try:
        return import_module("cassis")
    except ImportError as error:
        raise UserError(
            "CAS needs the library dkpro-cassis: install it with pip install dkpro-cassis."
        ) from error


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield a zip of CAS files in JSON."""
    return zipped(_entries(articles, scheme, ".json"))


def write_xmi(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:
    """Yield a zip of CAS files in XMI, with their type system."""
    return zipped(_entries(articles, scheme, ".xmi"))


def _entries(
    articles: Iterable[Labelled], scheme: Scheme, suffix: str
) -> Iterator[tuple[str, bytes]]:
    library = cassis()
    system = types.type_system(library, scheme)
    if suffix == ".xmi":
        yield TYPE_SYSTEM, system.to_xml().encode()
    for article, layer in single_layers(articles):
        whose = "_unlabelled" if layer is None else layer.key.annotator or "_gold"
        path = f"{file_name(article.id)}/{file_name(whose)}{suffix}"
        made = _Builder(library, system, article, layer, scheme, xml=suffix == ".xmi").cas()
        yield path, (made.to_xmi() if suffix == ".xmi" else made.to_json()).encode()


class _Builder:
    """Builds the CAS of one article and layer; positions go in as code points."""

    def __init__(  # noqa: PLR0917
        self,
        library: Any,
        system: Any,
        article: Article,
        layer: Layer | None,
        scheme: Scheme,
        xml: bool,
    ) -> None:
        self._system = system
        self._article = article
        self._layer = layer
        self._features = types.text_attributes(scheme)
        self._clean = (lambda text: NOT_XML.sub(" ", text)) if xml else str
        self._cas = library.Cas(typesystem=system)
        self._cas.sofa_string = self._clean(article.text)
        self._cas.sofa_mime = "text/plain"
        self._anchors: dict[str, Any] = {}

    def cas(self) -> Any:
        """Return the CAS with everything in it."""
        article, layer = self._article, self._layer
        end = len(article.text)
        titles = {"documentTitle": self._clean(article.title), "documentId": article.id}
        self._add(types.METADATA, 0, end, titles)
        about = {"id": article.id, "meta": dict(article.meta), "direction": article.direction}
        head = json_bytes(layer_head(layer)) if layer else b""
        record = {types.RECORD: _escaped(json_bytes(about)), types.HEAD: _escaped(head)}
        self._add(types.ARTICLE, 0, end, record)
        spans = layer.index.ordered if layer else []
        for start, stop in sentence_spans(article.text):
            self._add(types.SENTENCE, start, stop, {})
        for start, stop in tokens_for(article.text, spans):
            self._add(types.TOKEN, start, stop, {})
        for span in spans:
            self._span(span)
        for relation in sorted(layer.relations.values(), key=_by_id) if layer else ():
            self._relation(relation)
        return self._cas

    def _add(self, name: str, start: int, end: int, features: dict[str, Any]) -> Any:
        made = self._system.get_type(name)(begin=start, end=end, **features)
        self._cas.add(made)
        return made

    def _span(self, span: Span) -> None:
        extras = span_extras(span)
        attributes = extras.pop("attributes", {})
        plain = {n: v for n, v in attributes.items() if n in self._features and _is_plain(v)}
        if rest := {n: v for n, v in attributes.items() if n not in plain}:
            extras["attributes"] = rest
        features = {types.feature_name(n): v for n, v in plain.items()}
        features |= {types.LABEL: span.label, types.IDENTIFIER: span.id}
        for number, piece in enumerate(span.pieces, 1):
            own = (
                features | {types.EXTRAS: _escaped(json_bytes(extras))}
                if number == 1
                else {
                    types.LABEL: span.label,
                    types.IDENTIFIER: span.id,
                }
            )
            if span.is_split:
                own = own | {types.PIECE: number}
            made = self._add(types.SPAN, *piece, own)
            self._anchors.setdefault(span.id, made)

    def _relation(self, relation: Relation) -> None:
        target = self._anchors[relation.target]
        record = relation_record(relation)
        features = {
            types.LABEL: relation.label,
            types.IDENTIFIER: relation.id,
            types.SOURCE: self._anchors[relation.source],
            types.TARGET: target,
        }
        if made := {key: value for key, value in record.items() if key not in _LINK_KEYS}:
            features[types.EXTRAS] = _escaped(json_bytes(made))
        self._add(types.RELATION, target.begin, target.end, features)


def _by_id(relation: Relation) -> str:
    return relation.id


def _is_plain(value: object) -> bool:
    return isinstance(value, str) and value != "" and not NOT_XML.search(value)


def _escaped(data: bytes) -> str:
    """Return JSON in which everything that XML cannot hold stands by its number."""
    return NOT_XML.sub(lambda found: f"\\u{ord(found.group()):04x}", data.decode())
