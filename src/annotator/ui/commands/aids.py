"""Working aids of the window: the scheme editor, my day, entities by keys, finishing an article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from annotator.domain import attribution
from annotator.domain.ids import ArticleId
from annotator.domain.span import Span
from annotator.ui import wording
from annotator.ui.commands import linking, navigate
from annotator.ui.dialogs.my_day import MyDayPopover, minutes_text
from annotator.ui.i18n import translate
from annotator.ui.session import Session
from annotator.ui.views.finish_strip import FinishStrip
from annotator.ui.work_clock import WorkClock
from annotator.workspace import my_day, operations
from annotator.workspace.likely_targets import allowed
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class Aids:
    """The clock of the window and the strip that says what is still open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.strip = FinishStrip()
        self.clock = WorkClock(window)
        self._place_strip()
        session = window.session
        self.clock.spent.connect(partial(_record, window))
        self.strip.showRequested.connect(partial(navigate.step_problem, session, 1))
        self.strip.finishRequested.connect(self.finish)
        window.desk.status.day.clicked.connect(lambda: window.trigger("my_day"))
        session.articleChanged.connect(self._on_article)
        session.layerChanged.connect(self._on_layer)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of this module do."""
        return {
            "scheme": partial(edit_scheme, self._window),
            "who_said_what": partial(who_said_what, self._window),
            "my_day": partial(show_day, self._window),
            "choose_entity": partial(choose_entity, self._window.session),
            "link_same": partial(link_same, self._window.session),
            "done_next": self.finish,
        }

    def finish(self) -> None:
        """Mark the article as done and go on; what is still open is said once before."""
        session = self._window.session
        if session.problems and session.may_edit and self.strip.isHidden():
            self._say_problems()
            return
        self.strip.hide()
        navigate.done_next(session)

    def _place_strip(self) -> None:
        palette = self._window.desk.palette_
        center = palette.parentWidget()
        column = center.layout() if center else None
        assert isinstance(column, QBoxLayout)
        column.insertWidget(column.indexOf(palette), self.strip)

    def _on_article(self) -> None:
        self.strip.hide()
        self.clock.work_on(_at_work(self._window.session))
        show_minutes(self._window)

    def _on_layer(self) -> None:
        if not self.strip.isHidden():
            self._say_problems()

    def _say_problems(self) -> None:
        session = self._window.session
        scheme = session.scheme
        if scheme is not None:
            found = [wording.problem(problem, scheme) for problem in session.problems]
            self.strip.show_problems(found)


# the scheme


def edit_scheme(window: MainWindow) -> None:
    """Let a lead change the label scheme; others may look at it."""
    from annotator.ui.dialogs.scheme_editor import SchemeEditor

    ws = window.bridge.workspace
    if ws is None:
        return
    if ws.read_only or ws.person is None or not ws.person.is_lead:
        text = translate("Aids", "Only a lead of the project may change the label scheme.")
        window.session.message.emit(text)
        return
    dialog = SchemeEditor(ws, window.bridge.run, window)
    window.bridge.failed.connect(dialog.show_error)
    dialog.exec()
    dialog.deleteLater()
    window.session.focus_text()


# the project's quotes


def who_said_what(window: MainWindow) -> None:
    """Show who said what in all articles; a chosen quote is opened and selected."""
    from annotator.ui.dialogs.who_said_what import WhoSaidWhatDialog

    ws = window.bridge.workspace
    if ws is None:
        return
    dialog = WhoSaidWhatDialog(ws, window.tasks, window.bridge.run, window)
    if dialog.exec() and dialog.chosen is not None:
        window.session.open_article(dialog.chosen.article, dialog.chosen.span)
    dialog.deleteLater()
    window.session.focus_text()


# time and progress


def _at_work(session: Session) -> tuple[Workspace, str, ArticleId] | None:
    ws, article = session.workspace, session.article
    return (ws, ws.present, article.id) if ws and ws.present and article else None


def _record(window: MainWindow, key: tuple[Workspace, str, ArticleId], seconds: int) -> None:
    ws, person, article = key
    # of a project that was closed meanwhile the last seconds are lost
    if ws is window.bridge.workspace:
        window.bridge.run(my_day.record, article, seconds, person)
        show_minutes(window)


def show_minutes(window: MainWindow) -> None:
    """Show in the status line for how long who is present has worked today."""
    ws = window.bridge.workspace
    there = ws is not None and ws.person is not None
    window.desk.status.day.setVisible(there)
    if ws is not None and there:
        window.desk.status.day.setText(minutes_text(my_day.seconds_today(ws)))


def show_day(window: MainWindow) -> None:
    """Show what who is present did today and in all."""
    ws = window.bridge.workspace
    found = my_day.my_day(ws) if ws else None
    if ws is None or found is None:
        return
    popover = MyDayPopover(ws, found, window)
    popover.sumsAllowed.connect(lambda shown: window.bridge.run(my_day.show_sums, shown))
    popover.show_above(window.desk.status.day)


# entities


def link_same(session: Session) -> None:
    """Link to the same person or thing; where no other mention stands, choose the entity."""
    span, scheme, layer = session.span, session.scheme, session.layer
    same = scheme.relation(attribution.SAME_AS) if scheme else None
    others = (
        any(allowed(same, span, other) for other in layer.index)
        if same and span and layer
        else False
    )
    if span is not None and not others and _refers(session, span):
        choose_entity(session)
    else:
        linking.begin(session, attribution.SAME_AS)


def choose_entity(session: Session) -> None:
    """Offer the entities of the article for the selected mention, the likeliest first."""
    from annotator.ui.dialogs.entity_chooser import EntityChooser

    span, layer, article = session.span, session.layer, session.article
    if span is None or layer is None or article is None or not _refers(session, span):
        text = translate("Aids", "Select a mention of a person or thing first.")
        session.message.emit(text)
        return
    candidates = operations.entity_candidates(layer, article.text, span)
    words = span.quoted(article.text)
    dialog = EntityChooser(candidates, words, span.entity, session.view.window())
    if dialog.exec():
        if dialog.choice.name:
            session.edit(operations.name_entity, span.id, dialog.choice.name)
        else:
            session.edit(operations.set_entity, span.id, dialog.choice.entity)
    dialog.deleteLater()
    session.focus_text()


def _refers(session: Session, span: Span) -> bool:
    kind = session.scheme.label(span.label) if session.scheme else None
    return bool(kind and kind.has_entity)
