"""The types of our CAS files: one span layer and one relation layer, as INCEpTION makes them."""

from __future__ import annotations

from typing import Any

from annotator.domain.scheme import Scheme

SPAN, RELATION = "webanno.custom.Span", "webanno.custom.Relation"
ARTICLE = "webanno.custom.Article"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"  # noqa: S105
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
ANNOTATION, DOCUMENT = "uima.tcas.Annotation", "uima.tcas.DocumentAnnotation"
STRING, INTEGER = "uima.cas.String", "uima.cas.Integer"
SOURCE, TARGET = "Governor", "Dependent"
LABEL, IDENTIFIER, PIECE, EXTRAS = "label", "identifier", "piece", "extras"
HEAD, RECORD = "head", "record"
OURS = {LABEL, IDENTIFIER, PIECE, EXTRAS, SOURCE, TARGET}
# what a feature cannot be called: dkpro-cassis keeps features as attributes of Python objects
_TAKEN = OURS | {"begin", "end", "sofa", "type", "self", "xmiID", "get", "set", "value"}
# what the annotation editors need but people did not mark
IGNORED = {ANNOTATION, DOCUMENT, TOKEN, SENTENCE, METADATA, ARTICLE}


def feature_name(attribute: str) -> str:
    """Return a name that a feature may have: ours must not be shadowed by an attribute."""
    return f"attribute_{attribute}" if attribute in _TAKEN else attribute


def text_attributes(scheme: Scheme) -> list[str]:
    """Return the attributes that become features: those whose names are names in Java too."""
    names = dict.fromkeys(a.id for label in scheme.labels for a in label.attributes)
    return [name for name in names if name.isidentifier() and name.isascii()]


def type_system(cassis: Any, scheme: Scheme) -> Any:
    """Return the type system for a scheme."""
    types = cassis.TypeSystem()
    types.create_type(name=TOKEN, supertypeName=ANNOTATION)
    types.create_type(name=SENTENCE, supertypeName=ANNOTATION)
    metadata = types.create_type(name=METADATA, supertypeName=DOCUMENT)
    for name in ("documentTitle", "documentId"):
        types.create_feature(domainType=metadata, name=name, rangeType=STRING)
    span = types.create_type(name=SPAN, supertypeName=ANNOTATION)
    for name in (LABEL, IDENTIFIER, EXTRAS, *map(feature_name, text_attributes(scheme))):
        types.create_feature(domainType=span, name=name, rangeType=STRING)
    types.create_feature(domainType=span, name=PIECE, rangeType=INTEGER)
    relation = types.create_type(name=RELATION, supertypeName=ANNOTATION)
    for name in (LABEL, IDENTIFIER, EXTRAS):
        types.create_feature(domainType=relation, name=name, rangeType=STRING)
    for name in (SOURCE, TARGET):
        types.create_feature(domainType=relation, name=name, rangeType=SPAN)
    article = types.create_type(name=ARTICLE, supertypeName=ANNOTATION)
    for name in (HEAD, RECORD):
        types.create_feature(domainType=article, name=name, rangeType=STRING)
    return types
