"""Actions on spans: label, delete, move edges, attributes, flags, notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint

from annotator.domain.ids import SpanId
from annotator.domain.scheme import AttributeKind, AttributeType
from annotator.persian.words import word_at
from annotator.ui import i18n
from annotator.ui.commands.actions import LABEL_PREFIX
from annotator.ui.dialogs.note import ask_note
from annotator.ui.i18n import translate
from annotator.ui.session import Session
from annotator.ui.views.caret import Edge
from annotator.ui.views.choice_menu import ChoiceMenu
from annotator.workspace import operations

Handlers = dict[str, Callable[[], object]]


def handlers(session: Session) -> Handlers:
    """Return what the actions of this module do."""
    edges: tuple[Edge, ...] = ("start", "end")
    nudges: Handlers = {
        f"{edge}_{way}{suffix}": partial(
            nudge, session, edge, longer=way == "longer", by_char=bool(suffix)
        )
        for edge in edges
        for way in ("longer", "shorter")
        for suffix in ("", "_char")
    }
    return nudges | {
        "repeat_label": partial(repeat_label, session),
        "delete": partial(delete, session),
        "add_piece": partial(add_piece, session),
        "choose_type": partial(choose_type, session),
        "flag": partial(flag, session),
        "note": partial(note, session),
        "flag_article": partial(flag_article, session),
    }


def label_handlers(session: Session) -> Handlers:
    """Return what the keys of the scheme's labels do."""
    labels = session.scheme.labels if session.scheme else ()
    return {f"{LABEL_PREFIX}{kind.id}": partial(label, session, kind.id) for kind in labels}


def label(session: Session, label_id: str) -> None:
    """Label the selection, else relabel the selected span, else label the word at the caret."""
    start, end = session.view.selection()
    span = session.span
    session.last_label = label_id
    if start != end:
        session.edit(operations.mark, label_id, start, end)
    elif span is not None:
        if span.label != label_id:
            session.edit(operations.relabel, span.id, label_id)
    elif session.article is not None:
        first, last = word_at(session.article.text, session.view.caret())
        if first < last:
            session.edit(operations.mark, label_id, first, last)


def repeat_label(session: Session) -> None:
    """Use the last label again."""
    if session.last_label:
        label(session, session.last_label)
    else:
        session.message.emit(translate("Annotate", "No label was used yet: press the key of one."))


def delete(session: Session) -> None:
    """Delete the selected span; the span after it is not selected, so nothing goes by accident."""
    if span := _needed(session):
        session.edit(operations.delete, [span])


def nudge(session: Session, edge: Edge, *, longer: bool, by_char: bool) -> None:
    """Move an edge of the selected span by a word or by a character."""
    span = _needed(session)
    moved = session.view.nudged(edge, longer, by_char) if span else None
    if span and moved:
        index, start, end = moved
        session.edit(operations.resize, span, index, start, end, exact=by_char)


def resize(
    session: Session, span: SpanId, index: int, start: int, end: int, *, exact: bool
) -> None:
    """Give a piece of a span other edges, as dragged."""
    session.edit(operations.resize, span, index, start, end, exact=exact)


def add_piece(session: Session) -> None:
    """Add the text selection to the span that was selected before it."""
    start, end = session.view.selection()
    span = session.span or session.recent_span
    if span is None:
        session.message.emit(
            translate("Annotate", "Select a span, then the words to add, then press +.")
        )
    elif start == end:
        session.message.emit(
            translate("Annotate", "Select the words to add to the span, then press +.")
        )
    else:
        session.edit(operations.add_piece, span.id, start, end)


def add_dragged_piece(session: Session, start: int, end: int, *, exact: bool) -> None:
    """Add dragged words to the selected span."""
    span = session.span or session.recent_span
    if span is not None:
        session.edit(operations.add_piece, span.id, start, end, exact=exact)
    else:
        session.message.emit(
            translate("Annotate", "Select a span first; then Ctrl and dragging adds a piece.")
        )


def choose_type(session: Session) -> None:
    """Offer the values of the first choice of the span's label, to be picked by digits."""
    kind = _first_choice(session)
    span = session.span
    if span is None or kind is None:
        session.message.emit(translate("Annotate", "Select a span that has a type first."))
        return
    entries = [(choice.value, choice.name.get(i18n.language())) for choice in kind.choices]
    current = span.attributes.get(kind.id)
    menu = ChoiceMenu(entries, current if isinstance(current, str) else "", session.view)
    menu.chosen.connect(
        lambda value: session.edit(operations.set_attribute, span.id, kind.id, value)
    )
    menu.setTitle(kind.name.get(i18n.language()))
    menu.popup(_caret_point(session))


def set_attribute(session: Session, span: SpanId, name: str, value: object) -> None:
    """Give an attribute of a span a value, or None."""
    session.edit(operations.set_attribute, span, name, value)  # type: ignore[arg-type]


def flag(session: Session) -> None:
    """Set or take away the question flag of the selected span, else of the article."""
    span = session.span
    if span is None:
        flag_article(session)
    else:
        session.edit(operations.set_flag, span.id, not span.flag)


def flag_article(session: Session) -> None:
    """Set or take away the question flag of the article."""
    state = session.layer.state if session.layer else None
    session.edit(operations.set_flag, None, not (state and state.flag))


def note(session: Session) -> None:
    """Write a note on the selected span, else on the article."""
    span, state = session.span, session.layer.state if session.layer else None
    if session.layer is None:
        return
    before = span.note if span else (state.note if state else "")
    text = ask_note(session.view, before, about_span=span is not None)
    if text is not None and text != before:
        session.edit(operations.set_note, span.id if span else None, text)
    session.focus_text()


def _first_choice(session: Session) -> AttributeType | None:
    span, scheme = session.span, session.scheme
    kind = scheme.label(span.label) if scheme and span else None
    choices = (a for a in kind.attributes if a.kind is AttributeKind.CHOICE) if kind else ()
    return next(iter(choices), None)


def _caret_point(session: Session) -> QPoint:
    view = session.view
    place: QPoint = view.viewport().mapToGlobal(view.cursorRect().bottomLeft())
    return place


def _needed(session: Session) -> SpanId | None:
    span = session.span
    if span is None:
        session.message.emit(
            translate("Annotate", "Select a span first: Tab goes from one to the next.")
        )
        return None
    return span.id
