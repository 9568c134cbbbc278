"""What happened to an article, in words: one row for each entry of its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotator.domain.layer import Layer, Status
from annotator.domain.scheme import AttributeType, Scheme
from annotator.domain.span import Json
from annotator.ui import i18n, wording
from annotator.ui.models.rows import relation_name, scheme_name

_STEPS = {"do", "import", "bin", "restore"}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry; `undone`: it was taken back since."""

    seq: int
    when: str
    who: str
    what: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """An earlier state to look at: the layer, the places that differ from now, and how much."""

    layer: Layer
    places: tuple[tuple[int, int], ...]
    summary: str
    may_restore: bool


def sentence(name: str, kind: str, details: Mapping[str, Json], scheme: Scheme) -> str:
    """Return in words what an entry did: the step and what it was about."""
    text = wording.step(name)
    if kind not in _STEPS:
        text = f"{wording.step(kind)}: {text}"
    said = [part for key, value in details.items() if (part := _said(key, value, scheme))]
    return f"{text} · {' · '.join(said)}" if said else text


def compared(then: Layer, now: Layer) -> tuple[tuple[tuple[int, int], ...], str]:
    """Return where spans of two states differ, and in a sentence how many."""
    back = [span for key, span in then.spans.items() if key not in now.spans]
    gone = [span for key, span in now.spans.items() if key not in then.spans]
    changed = [s for key, s in then.spans.items() if key in now.spans and now.spans[key] != s]
    places = {(p.start, p.end) for span in (*back, *gone, *changed) for p in span.pieces}
    parts = [
        i18n.fill(template, count=len(found))
        for template, found in (
            (i18n.translate("History", "{count} spans that are not there now"), back),
            (i18n.translate("History", "{count} spans of now are missing"), gone),
            (i18n.translate("History", "{count} spans differ"), changed),
        )
        if found
    ]
    links = set(then.relations.items()) ^ set(now.relations.items())
    if links or then.state != now.state or then.entities != now.entities:
        parts.append(
            i18n.translate("History", "links, entities or the article's own values differ")
        )
    same = i18n.translate("History", "This is how it stands now.")
    return tuple(sorted(places)), " · ".join(parts) or same


def _said(key: str, value: Json, scheme: Scheme) -> str:
    if value in (None, "", [], {}):
        return ""
    say = _SAYINGS.get(key)
    return say(value, scheme) if say else ""


def _label(value: Json, scheme: Scheme) -> str:
    name = scheme_name(scheme, str(value))
    return name if name != value else relation_name(scheme, str(value))


def _attribute_name(value: Json, scheme: Scheme) -> str:
    found = _attribute(scheme, str(value))
    return found.name.get(i18n.language()) if found else str(value)


def _values(value: Json, scheme: Scheme) -> str:
    values = [value] if isinstance(value, str) else list(value)
    return "، ".join(_value_name(scheme, str(one)) for one in values)


_SAYINGS: dict[str, Callable[[Json, Scheme], str]] = {
    "label": _label,
    "text": lambda value, _: f"«{value}»",
    "entity": lambda value, _: str(value),
    "attribute": _attribute_name,
    "value": _values,
    "status": lambda value, _: wording.status(Status(value)),
    "count": lambda value, _: i18n.digits(f"×{value}") if value != 1 else "",
    "files": lambda value, _: "، ".join(map(str, value)),
    "articles": lambda value, _: i18n.fill(i18n.translate("History", "articles: {n}"), n=value),
    "at": lambda value, _: i18n.moment_text(str(value)),
}


def _attributes(scheme: Scheme) -> list[AttributeType]:
    return [*scheme.document, *(a for label in scheme.labels for a in label.attributes)]


def _attribute(scheme: Scheme, wanted: str) -> AttributeType | None:
    return next((one for one in _attributes(scheme) if one.id == wanted), None)


def _value_name(scheme: Scheme, value: str) -> str:
    for one in _attributes(scheme):
        if any(choice.value == value for choice in one.choices):
            return one.choice_name(value, i18n.language())
    return value
