"""A difference between annotators as one sentence, and what each of them made as words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.agreement.cases import Case
from annotator.agreement.kinds import Kind
from annotator.domain.layer import Layer
from annotator.domain.scheme import AttributeType, Scheme
from annotator.domain.span import AttributeValue, Span
from annotator.persian.clean import for_display
from annotator.ui import i18n
from annotator.ui.i18n import QT_TRANSLATE_NOOP, translate
from annotator.ui.models.rows import scheme_name

Named = Sequence[tuple[str, Span | None]]

_EDGE_WORDS = 3
_LONGEST = 240
_KINDS = {
    Kind.AGREED: QT_TRANSLATE_NOOP("Differences", "agreed"),
    Kind.MISSING: QT_TRANSLATE_NOOP("Differences", "missing"),
    Kind.LABEL: QT_TRANSLATE_NOOP("Differences", "label"),
    Kind.BOUNDARY: QT_TRANSLATE_NOOP("Differences", "boundary"),
    Kind.TRIFLE: QT_TRANSLATE_NOOP("Differences", "signs and spaces"),
    Kind.ATTRIBUTE: QT_TRANSLATE_NOOP("Differences", "attribute"),
    Kind.ENTITY: QT_TRANSLATE_NOOP("Differences", "entity"),
    Kind.RELATION: QT_TRANSLATE_NOOP("Differences", "link"),
}


def kind_name(kind: Kind) -> str:
    """Return the name of a kind of difference."""
    return translate("Differences", _KINDS[kind])


def sentence(
    case: Case,
    named: Mapping[str, str],
    layers: Mapping[str, Layer],
    text: str,
    scheme: Scheme,
) -> str:
    """State in one sentence what is at odds; `named` says what to call each, in order to show."""
    spans = [(shown, case.spans.get(name)) for name, shown in named.items()]
    label = next(scheme_name(scheme, span.label) for _, span in spans if span is not None)
    parts = []
    if Kind.MISSING in case.kinds:
        parts.append(_missing(spans, label))
    if Kind.LABEL in case.kinds:
        parts.append(
            _each(
                spans, lambda _, s: scheme_name(scheme, s.label), translate("Differences", "Label")
            )
        )
    if Kind.BOUNDARY in case.kinds or Kind.TRIFLE in case.kinds:
        parts.append(_boundary(spans, label, text, trifle=case.is_trifle))
    parts += [_attribute(spans, name, scheme) for name in case.attributes]
    if Kind.ENTITY in case.kinds:
        by_shown = {shown: layers[name] for name, shown in named.items()}
        parts.append(_entity(spans, by_shown))
    return " ".join(part for part in parts if part)


def link_sentence(label: str, targets: Sequence[tuple[str, Sequence[str]]], scheme: Scheme) -> str:
    """State who links a span to what; `targets` are the words of each."""
    parts = [
        f"{_isolated(who)}: {'، '.join(_quoted(w) for w in words) if words else _nothing()}"
        for who, words in targets
    ]
    return f"{relation_name(scheme, label)} — {_joined(parts)}"


def relation_name(scheme: Scheme, label: str) -> str:
    """Return the name of a relation type."""
    kind = scheme.relation(label)
    return kind.name.get(i18n.language()) if kind else label


def words_of(span: Span, text: str) -> str:
    """Return the words of a span for a card, cut in the middle where they are many."""
    words = for_display(span.quoted(text)).replace("\n", " ")
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    return f"{words[:half]} … {words[-half:]}"


def short(words: str, longest: int = 40) -> str:
    """Return words for a sentence or a list, cut at the end."""
    shown = for_display(words).replace("\n", " ")
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _missing(spans: Named, label: str) -> str:
    who = listed([shown for shown, span in spans if span is not None])
    others = listed([shown for shown, span in spans if span is None])
    template = translate("Differences", "{who} marked a {label} here, {others} did not.")
    return i18n.fill(template, who=who, label=label, others=others)


def _boundary(spans: Named, label: str, text: str, *, trifle: bool) -> str:
    there = [(shown, span) for shown, span in spans if span is not None]
    starts = len({span.start for _, span in there}) > 1
    ends = len({span.end for _, span in there}) > 1
    lead = translate("Differences", "Only signs or spaces at the edges differ.") if trifle else ""
    if starts and not ends:
        template = translate("Differences", "{who} begins the {label} with {words}")
        said = [(who, _first_words(span, text)) for who, span in there]
    elif ends and not starts:
        template = translate("Differences", "{who} ends the {label} with {words}")
        said = [(who, _last_words(span, text)) for who, span in there]
    else:
        template = translate("Differences", "{who} takes the {label} to be {words}")
        said = [(who, short(span.quoted(text), 60)) for who, span in there]
    first = i18n.fill(template, who=said[0][0], label=label, words=_quoted(said[0][1]))
    rest = [f"{_isolated(who)} {_quoted(words)}" for who, words in said[1:]]
    stated = _joined([first, *rest]) + "."
    return f"{stated} {lead}".strip()


def _attribute(spans: Named, name: str, scheme: Scheme) -> str:
    label = next(span.label for _, span in spans if span is not None)
    known = scheme.label(label)
    kind = known.attribute(name) if known else None
    shown = kind.name.get(i18n.language()) if kind else name
    return _each(spans, lambda _, span: _value(span.attributes.get(name), kind), shown)


def _value(value: AttributeValue | None, kind: AttributeType | None) -> str:
    if not value:
        return _nothing()
    values = (value,) if isinstance(value, str) else value
    if kind is None:
        return listed(values)
    return listed([kind.choice_name(one, i18n.language()) for one in values])


def _entity(spans: Named, layers: Mapping[str, Layer]) -> str:
    def name(who: str, span: Span) -> str:
        entity = layers[who].entities.get(span.entity) if span.entity else None
        return entity.name if entity else _nothing()

    return _each(spans, name, translate("Differences", "Entity"))


def _each(spans: Named, said: object, heading: str) -> str:
    assert callable(said)
    parts = [
        f"{_isolated(who)} {_quoted(said(who, span))}" for who, span in spans if span is not None
    ]
    return f"{heading}: {_joined(parts)}."


def _joined(parts: Sequence[str]) -> str:
    return ("؛ " if i18n.language() == "fa" else "; ").join(parts)


def listed(names: Sequence[str]) -> str:
    """Return names one after the other, as the language does."""
    return ("، " if i18n.language() == "fa" else ", ").join(names)


def _quoted(words: str) -> str:
    if i18n.language() == "fa":
        return _isolated(words) if words.startswith("«") else _isolated(f"«{words}»")
    return f"“{_isolated(words)}”"


def _isolated(words: str) -> str:
    return i18n.fill("{words}", words=words)


def _nothing() -> str:
    return translate("Differences", "nothing")


def _first_words(span: Span, text: str) -> str:
    words = text[span.start : span.end].split()
    return " ".join(words[:_EDGE_WORDS]) + ("…" if len(words) > _EDGE_WORDS else "")


def _last_words(span: Span, text: str) -> str:
    words = text[span.start : span.end].split()
    return ("…" if len(words) > _EDGE_WORDS else "") + " ".join(words[-_EDGE_WORDS:])
