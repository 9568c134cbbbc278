"""Giving articles out: the lead's dialog, and what an annotator in training is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.rounds import Round, RoundKind
from annotator.ui import i18n
from annotator.ui.i18n import translate
from annotator.workspace import assignment
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.session import Session


def assign(window: MainWindow) -> None:
    """Ask who gets what, and give it out."""
    from annotator.ui.dialogs.assign import AssignDialog

    ws, session = window.bridge.workspace, window.session
    if ws is None:
        return
    if ws.person is None or not ws.person.is_lead:
        session.message.emit(translate("Assign", "Only a lead assigns articles."))
        return
    people = [p.name for p in ws.people() if p.active and not p.is_lead]
    people = people or [p.name for p in ws.people() if p.active]
    number = len(assignment.rounds(ws)) + 1
    name = i18n.fill(translate("Assign", "Round {number}"), number=number)
    dialog = AssignDialog(people, ws.article_count(), _given(ws), name, window)
    if dialog.exec():
        if dialog.take_back:
            window.bridge.run(assignment.take_back)
        else:
            _give(window, ws, dialog)
        session.queue.refresh()
    dialog.deleteLater()


def _give(window: MainWindow, ws: Workspace, dialog: object) -> None:
    from annotator.ui.dialogs.assign import AssignDialog

    assert isinstance(dialog, AssignDialog)
    articles = ws.article_ids()
    if dialog.only_new:
        articles = [one for one in articles if not assignment.assigned_to(ws, one)]
    kind = RoundKind.TRAINING if dialog.is_training else RoundKind.WORK

    def give(ws: Workspace) -> None:
        dealt = assignment.plan(
            articles,
            dialog.people,
            share=dialog.share,
            together=dialog.together,
            seed=dialog.seed,
        )
        assignment.assign(ws, dealt, Round(dialog.round_name, kind))

    window.bridge.run(give)
    template = translate("Assign", "Assigned {count} articles to {people} people.")
    window.session.message.emit(i18n.fill(template, count=len(articles), people=len(dialog.people)))


def _given(ws: Workspace) -> list[str]:
    template = translate("Assign", "{round}: {person}, {count} articles")
    return [
        i18n.fill(template, round=one.round, person=one.person, count=one.articles)
        for one in assignment.assigned(ws)
    ]


def training_words(session: Session) -> str:
    """Say how a finished article of a training round compares with gold; empty: no training."""
    ws, layer = session.workspace, session.layer
    if ws is None or layer is None or layer.key.annotator is None:
        return ""
    found = assignment.against_gold(ws, layer.key.article, layer.key.annotator)
    if found is None:
        return ""
    template = translate("Assign", "Training: {percent} of 100 alike with gold, {count} spans.")
    return i18n.fill(template, percent=round(100 * found[0]), count=found[1])
