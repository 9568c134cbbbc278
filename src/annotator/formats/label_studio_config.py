"""The labelling configuration that a Label Studio project needs before it takes our tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from annotator.domain.scheme import AttributeKind, AttributeType, LabelType, Scheme
from annotator.formats.label_studio_read import (
    LABEL_CONTROL,
    LAYER_CONTROL,
    TEXT_OBJECT,
    control_name,
)
from annotator.formats.records import Labelled

_SEVERAL = {AttributeKind.LIST}
_FREE = {AttributeKind.TEXT, AttributeKind.TEXT_LIST}


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:  # noqa: ARG001
    """Yield the configuration for the labels, attributes and relations of a scheme."""
    yield "\n".join(_lines(scheme)).encode() + b"\n"


def _lines(scheme: Scheme) -> Iterator[str]:
    yield "<View>"
    yield from _list(
        "  ", f"<Labels {_names(LABEL_CONTROL)}>", map(_label, scheme.labels), "Labels"
    )
    relations = [f"<Relation value={quoteattr(relation.id)}/>" for relation in scheme.relations]
    yield from _list("  ", "<Relations>", relations, "Relations")
    yield f'  <Text name="{TEXT_OBJECT}" value="$text"/>'
    for label in scheme.labels:
        for attribute in label.attributes:
            yield from _control(label, attribute)
    yield f'  <TextArea {_names(LAYER_CONTROL)} editable="true" rows="2"/>'
    yield "</View>"


def _names(control: str) -> str:
    return f'name={quoteattr(control)} toName="{TEXT_OBJECT}"'


def _label(label: LabelType) -> str:
    return f"<Label value={quoteattr(label.id)} background={quoteattr(label.color.light)}/>"


def _list(indent: str, opening: str, inside: Iterable[str], name: str) -> Iterator[str]:
    yield indent + opening
    for one in inside:
        yield f"{indent}  {one}"
    yield f"{indent}</{name}>"


def _control(label: LabelType, attribute: AttributeType) -> Iterator[str]:
    where = f'perRegion="true" whenTagName="{LABEL_CONTROL}" whenLabelValue={quoteattr(label.id)}'
    names = _names(control_name(label.id, attribute.id))
    if attribute.choices:
        choice = "multiple" if attribute.kind in _SEVERAL else "single"
        inside = [f"<Choice value={quoteattr(one.value)}/>" for one in attribute.choices]
        yield from _list("  ", f'<Choices {names} choice="{choice}" {where}>', inside, "Choices")
    elif attribute.kind in _FREE:
        yield f"  <TextArea {names} {where}/>"
