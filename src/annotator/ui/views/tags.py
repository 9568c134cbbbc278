"""What a span is called on the page: the words of its tag and of its tooltip.

Which labels carry a tag at all follows from the scheme: names of speakers and topics need none,
since the tag of what was said already names who said it. Drawing belongs in `span_painter`.
"""

from __future__ import annotations

from html import escape

from annotator.domain.attribution import SAID_BY, display_name, needs_speaker, speakers
from annotator.domain.layer import Layer
from annotator.domain.scheme import LabelType, Scheme
from annotator.domain.span import Span

_JOINT = " · "
_FLAG = "⚑"
_COMMA = {"fa": "، ", "en": ", "}
_NOBODY = {"fa": "؟", "en": "?"}
_FSI, _PDI = "\u2068", "\u2069"


def tagged_labels(scheme: Scheme) -> frozenset[str]:
    """Return the labels whose spans carry a tag; a scheme file may say so itself by `tag`."""
    return frozenset(label.id for label in scheme.labels if _is_tagged(scheme, label))


def _is_tagged(scheme: Scheme, label: LabelType) -> bool:
    wish = label.extra.get("tag")
    if isinstance(wish, bool):
        return wish
    said_by = scheme.relation(SAID_BY)
    if label.optional or said_by is None:
        return not label.optional
    is_source = any(label.id in relation.sources for relation in scheme.relations)
    return is_source and label.id not in said_by.targets


def label_name(scheme: Scheme, span: Span, language: str) -> str:
    """Return the name of a span's label, or its id where the scheme does not know it."""
    label = scheme.label(span.label)
    return label.name.get(language) if label else span.label


def tag_texts(
    scheme: Scheme, layer: Layer, text: str, span: Span, language: str
) -> tuple[str, ...]:
    """Return the tag of a span from long to short: with its speaker, then the label alone."""
    name = label_name(scheme, span, language)
    short = f"{_FLAG} {name}" if span.flag else name
    who = speaker_names(scheme, layer, text, span, language)
    return (f"{short}{_JOINT}{_FSI}{who}{_PDI}", short) if who else (short,)


def speaker_names(scheme: Scheme, layer: Layer, text: str, span: Span, language: str) -> str:
    """Return who said a span, a question mark where that is missing, nothing where it is moot."""
    found = dict.fromkeys(display_name(layer, text, one) for one in speakers(layer, span))
    if found:
        return _COMMA[language].join(" ".join(name.split()) for name in found)
    return _NOBODY[language] if needs_speaker(scheme, span) else ""


def tooltip(scheme: Scheme, layer: Layer, text: str, spans: list[Span], language: str) -> str:
    """Return the words for hovering over spans, the innermost first, as rich text."""
    rows = []
    for span in spans:
        who = speaker_names(scheme, layer, text, span, language)
        title = f"<b>{escape(label_name(scheme, span, language))}</b>"
        flag = f"{_FLAG} " if span.flag else ""
        rows.append(f"{flag}{title}" + (f"{_JOINT}{escape(who)}" if who else ""))
        if span.note:
            rows.append(escape(span.note).replace("\n", "<br>"))
    direction = "rtl" if language == "fa" else "ltr"
    return f'<div dir="{direction}">{"<br>".join(rows)}</div>'
