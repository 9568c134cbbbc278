"""Bringing the panels up to date with the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.layer import Status
from annotator.domain.scheme import AttributeKind, Scheme
from annotator.domain.span import Span
from annotator.ui import keys, wording
from annotator.ui.commands import linking
from annotator.ui.i18n import QT_TRANSLATE_NOOP, translate
from annotator.workspace import my_day, operations
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_NOTHING = (
    ("Tab", QT_TRANSLATE_NOOP("Hints", "next span")),
    ("Space", QT_TRANSLATE_NOOP("Hints", "grow")),
    ("N", QT_TRANSLATE_NOOP("Hints", "problem")),
    ("Ctrl+Return", QT_TRANSLATE_NOOP("Hints", "done and next")),
)
_SELECTION = (
    ("Space", QT_TRANSLATE_NOOP("Hints", "grow")),
    ("M", QT_TRANSLATE_NOOP("Hints", "all mentions")),
    ("R", QT_TRANSLATE_NOOP("Hints", "last label")),
    ("Esc", QT_TRANSLATE_NOOP("Hints", "leave")),
)
_TYPE = (("T", QT_TRANSLATE_NOOP("Hints", "type")),)
_SPAN = (
    ("]", QT_TRANSLATE_NOOP("Hints", "lengthen")),
    ("[", QT_TRANSLATE_NOOP("Hints", "shorten")),
    ("Delete", QT_TRANSLATE_NOOP("Hints", "delete")),
)
_LINKING = (
    ("Tab", QT_TRANSLATE_NOOP("Hints", "next target")),
    ("Return", QT_TRANSLATE_NOOP("Hints", "link")),
    ("Esc", QT_TRANSLATE_NOOP("Hints", "leave")),
)
_LINK_KEYS = (
    ("SAID_BY", "Q", QT_TRANSLATE_NOOP("Hints", "link all")),
    ("SAID_BY", "L", QT_TRANSLATE_NOOP("Hints", "speaker")),
    ("ABOUT", "B", QT_TRANSLATE_NOOP("Hints", "about")),
    ("SAME_AS", "E", QT_TRANSLATE_NOOP("Hints", "same as")),
)


def show_layer(window: MainWindow) -> None:
    """Show the layer in the panels, and what undo and redo would do."""
    session, desk = window.session, window.desk
    article, layer, scheme = session.article, session.layer, session.scheme
    desk.show_article(article is not None)
    if article is not None and layer is not None and scheme is not None:
        desk.inspector.show_layer(article, layer, scheme)
        desk.header.show_article(article, session.words, layer.status)
    else:
        desk.inspector.clear()
        desk.header.show_article(None, 0, Status.NEW)
    ws = window.bridge.workspace
    desk.status.show_saved(ws is not None and not ws.read_only)
    window.actions_.set_enabled(project=ws is not None, editable=session.may_edit)
    desk.palette_.set_labels_enabled(session.may_edit)
    _show_steps(window, ws)


def show_lists(window: MainWindow) -> None:
    """Show the lists of the article: who said what, spans, links, problems."""
    if window.session.article is not None:
        window.desk.inspector.show_lists(window.session.problems)


def _show_steps(window: MainWindow, ws: Workspace | None) -> None:
    for name, step in (
        ("undo", ws.can_undo() if ws else None),
        ("redo", ws.can_redo() if ws else None),
    ):
        window.actions_.set_suffix(name, wording.step(step) if step else "")
        window.actions_.actions[name].setEnabled(step is not None)


def show_selection(window: MainWindow) -> None:
    """Show the selected span, and what the keys do now."""
    session, desk = window.session, window.desk
    span, layer, article = session.span, session.layer, session.article
    if article is None or layer is None or session.scheme is None:
        desk.palette_.set_hints(())
        desk.status.show_place(None, (0, 0))
        return
    has_entity = span is not None and _has_entity(session.scheme, span)
    candidates = (
        operations.entity_candidates(layer, article.text, span) if span and has_entity else []
    )
    desk.inspector.show_span(span.id if span else None, candidates)
    desk.status.show_place(span, session.view.selection())
    desk.palette_.set_hints(_hints(window))
    if session.mode is not None:
        desk.status.show_message(linking.mode_text(session))


def show_queue(window: MainWindow) -> None:
    """Show the queue, how far it is, and which of its articles is open."""
    session, desk = window.session, window.desk
    ws = window.bridge.workspace
    counts = ws.counts() if ws else {}
    done = counts.get(Status.DONE, 0) + counts.get(Status.SKIPPED, 0)
    today = my_day.done_today(ws) if ws else 0
    desk.queue.set_progress(done, sum(counts.values()), today)
    desk.queue.show_current(session.position)
    desk.status.show_article(session.position, session.queue_model.rowCount())


def _hints(window: MainWindow) -> list[tuple[str, str]]:
    session = window.session
    if session.mode is not None:
        chosen = list(_LINKING)
    elif session.span is not None and session.scheme is not None:
        chosen = _span_hints(session.scheme, session.span)
    else:
        start, end = session.view.selection()
        chosen = list(_SELECTION if start != end else _NOTHING)
    return [(keys.shown(key), translate("Hints", source)) for key, source in chosen]


def _span_hints(scheme: Scheme, span: Span) -> list[tuple[str, str]]:
    links = [
        (key, source)
        for relation, key, source in _LINK_KEYS
        if (kind := scheme.relation(relation)) and span.label in kind.sources
    ]
    label = scheme.label(span.label)
    choices = label and any(a.kind is AttributeKind.CHOICE for a in label.attributes)
    return [*links[:3], *(_TYPE if choices else ()), *_SPAN]


def _has_entity(scheme: Scheme, span: Span) -> bool:
    kind = scheme.label(span.label)
    return bool(kind and kind.has_entity)
