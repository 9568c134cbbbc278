"""Link mode: from the selected span to a target, by Tab or typed letters, then Enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from annotator.domain import attribution
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.scheme import RelationType
from annotator.domain.span import Span
from annotator.ui import i18n
from annotator.ui.i18n import translate
from annotator.ui.keys import Combo
from annotator.ui.models.rows import relation_name, scheme_name
from annotator.ui.open_layer import LinkMode
from annotator.ui.session import Session
from annotator.workspace import operations
from annotator.workspace.likely_targets import allowed, likely_target

_RELATIONS = {
    "link_speaker": attribution.SAID_BY,
    "link_about": attribution.ABOUT,
    "link_cue": attribution.CUED_BY,
    "link_continues": attribution.CONTINUES,
    "link_same": attribution.SAME_AS,
}


def handlers(session: Session) -> dict[str, Callable[[], object]]:
    """Return what the actions of this module do."""
    links = {action: partial(begin, session, rel) for action, rel in _RELATIONS.items()}
    return {**links, "attribute_quote": partial(attribute_quote, session)}


def begin(session: Session, relation_id: str) -> None:
    """Start linking the selected span; the likeliest target is taken in hand at once."""
    scheme, span, layer = session.scheme, session.span, session.layer
    relation = scheme.relation(relation_id) if scheme else None
    if scheme is None or layer is None or not session.may_edit:
        return
    if relation is None:
        session.message.emit(
            translate("Linking", "The label scheme of this project has no such link.")
        )
    elif span is None or span.label not in relation.sources:
        names = "، ".join(scheme_name(scheme, label) for label in relation.sources)
        template = translate("Linking", "Select a span with one of these labels first: {names}")
        session.message.emit(i18n.fill(template, names=names))
    elif not any(allowed(relation, span, other) for other in layer.index):
        names = "، ".join(scheme_name(scheme, label) for label in relation.targets)
        template = translate(
            "Linking", "There is no span to link to; label one of these first: {names}"
        )
        session.message.emit(i18n.fill(template, names=names))
    else:
        _start(session, relation, span, layer)


def attribute_quote(session: Session) -> None:
    """Link the selected quote to its speaker, its cue and what it is about, in one step."""
    scheme, span = session.offered, session.span
    relations = [r.id for r in scheme.relations] if scheme else []
    quote = scheme.relation(attribution.SAID_BY) if scheme else None
    if scheme is None or span is None or quote is None or span.label not in quote.sources:
        session.message.emit(translate("Linking", "Select a quote first."))
        return
    before = session.layer
    session.edit(operations.attribute_quote, span.id, relations)
    if session.layer is before:
        session.message.emit(
            translate("Linking", "No speaker, cue or topic stands near: link by L, C and B.")
        )


def _start(session: Session, relation: RelationType, span: Span, layer: Layer) -> None:
    session.mode = LinkMode(relation.id, span.id)
    session.view.begin_link(span.id, lambda other: allowed(relation, span, other))
    text = session.article.text if session.article else ""
    wanted = likely_target(text, layer, relation, span)
    if wanted is not None:
        for _ in range(len(layer.spans)):
            if session.view.link_target() == wanted:
                break
            session.view.step_link(True)
    session.selectionChanged.emit()


def key(session: Session, combo: Combo, typed: str) -> bool:
    """Take a key while linking; tell whether it was used."""
    if combo.key == "Tab":
        session.view.step_link(not combo.shift)
    elif combo.key == "Return":
        finish(session)
    elif combo.key in ("Down", "Right", "Left", "Up"):
        session.view.step_link(combo.key in ("Down", "Left"))
    elif typed.strip() and not combo.ctrl and not combo.alt:
        session.view.type_link(typed)
    else:
        return False
    session.selectionChanged.emit()
    return True


def finish(session: Session) -> None:
    """Make the link to the target in hand."""
    mode, target = session.mode, session.view.link_target()
    if mode is None:
        return
    if target is None:
        session.message.emit(
            translate("Linking", "Choose a target: Tab, or the first letters of its words.")
        )
        return
    session.leave_mode()
    session.edit(operations.link, mode.relation, mode.source, target)
    session.view.select_span(mode.source)


def dragged(session: Session, source: SpanId, target: SpanId) -> None:
    """Link two spans as dragged, by the first relation that allows them."""
    scheme, layer = session.scheme, session.layer
    if scheme is None or layer is None:
        return
    first, second = layer.spans[source], layer.spans[target]
    fitting = [r for r in scheme.relations if allowed(r, first, second)]
    if fitting:
        session.edit(operations.link, fitting[0].id, source, target)
        return
    backwards = [r for r in scheme.relations if allowed(r, second, first)]
    if backwards:
        session.edit(operations.link, backwards[0].id, target, source)
        return
    session.message.emit(
        translate("Linking", "No link of the scheme joins spans of these two labels.")
    )


def mode_text(session: Session) -> str:
    """Return the sentence that says what is being linked to what."""
    mode, layer, article, scheme = session.mode, session.layer, session.article, session.scheme
    if mode is None or layer is None or article is None or scheme is None:
        return ""
    target = session.view.link_target()
    words = layer.spans[target].quoted(article.text) if target else "…"
    name = relation_name(scheme, mode.relation)
    return i18n.fill(translate("Linking", "{relation}: {target}"), relation=name, target=words)
