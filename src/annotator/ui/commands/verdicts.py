"""Verdicts at work: what keys, cards and buttons of the review page do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint

from annotator.agreement.cases import Case
from annotator.domain.changes import Affected
from annotator.ui.commands import review_words
from annotator.ui.i18n import translate
from annotator.ui.models.rows import scheme_name
from annotator.ui.views.choice_menu import ChoiceMenu
from annotator.workspace import guideline, review
from annotator.workspace.operations import adjudicate
from annotator.workspace.operations.adjudicate import Verdict
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.commands.reviewing import Reviewing


class Verdicts:
    """What a lead does to the place in hand of a review page."""

    def __init__(self, desk: Reviewing) -> None:
        self._desk = desk
        self._keys: dict[str, Callable[[], object]] = {
            "N": partial(desk.step, True),
            "P": partial(desk.step, False),
            "Shift+N": self.settle_plain,
            "W": desk.page.panel.focus_reason,
            "G": self.make_example,
            "E": self.edit_gold,
            "Esc": desk.close,
        }

    def on_key(self, key: str) -> None:
        """Do what a key of the page does; digits are verdicts in the order shown."""
        if handler := self._keys.get(key):
            handler()
            return
        offers = self._desk.page.panel.offers
        if key in offers:
            self.give(offers[key])

    def give(self, value: str) -> None:
        """Give a verdict on the place in hand: the name of a side, or a `Verdict`."""
        found, question = self._desk.found, self._desk.question
        if found is None or question is None:
            return
        if not found.is_ready(question):
            self._desk.window.session.message.emit(
                translate("Review", "Settle the spans that this link joins first.")
            )
            return
        reason = self._desk.page.panel.reason
        if value == Verdict.OWN:
            self._ask_label()
        elif value in found.layers:
            self._run(adjudicate.take, question, value, reason=reason)
        elif value == Verdict.MERGED:
            self._run(adjudicate.merge, question, reason=reason)
        else:
            self._run(adjudicate.decide, question, Verdict(value), reason=reason)

    def _run(self, operation: Callable[..., Affected], *args: Any, **kw: Any) -> None:
        question = self._desk.question
        done = self._desk.window.bridge.run(operation, self._desk.found, *args, **kw)
        if done is not None:
            self._desk.page.panel.clear_reason()
            self._desk.question = question
            if self._desk.waiting():
                self._desk.step(True)
            else:
                self._finish()
        self._desk.page.view.setFocus()

    def _finish(self) -> None:
        """Say that an article has no open difference; what all agree on may still be open."""
        self._desk.refresh()
        found = self._desk.found
        if found is not None and found.plain:
            text = translate("Review", "All differences are settled; Shift+N settles the rest.")
        else:
            text = translate("Review", "This article is settled.")
        self._desk.window.session.message.emit(text)

    def _ask_label(self) -> None:
        """Ask for the label of the lead's own answer, over the selection or the whole case."""
        question, view = self._desk.question, self._desk.page.view
        if not isinstance(question, Case):
            self.edit_gold()
            return
        start, end = view.selection()
        if start == end:
            start, end = question.start, question.end
        scheme = self._desk.ws.scheme
        entries = [(kind.id, scheme_name(scheme, kind.id)) for kind in scheme.labels]
        span = next(span for span in question.spans.values() if span is not None)
        menu = ChoiceMenu(entries, span.label, self._desk.page)
        reason = self._desk.page.panel.reason
        menu.chosen.connect(
            lambda label: self._run(adjudicate.own, question, label, start, end, reason=reason)
        )
        menu.popup(view.caret_point() + QPoint(0, 4))

    def settle_plain(self) -> None:
        """Settle in one step what all agree on and what differs by trifles, after a preview."""
        from annotator.ui.dialogs.plain_cases import PlainCasesDialog

        found = self._desk.found
        if found is None or not found.plain:
            self._desk.window.session.message.emit(
                translate("Review", "There is nothing that all agree on and is not settled.")
            )
            return
        dialog = PlainCasesDialog(
            review_words.plain_lines(found, self._desk.ws.scheme),
            len(self._desk.rows),
            self._desk.window,
        )
        if dialog.exec():
            articles = (
                [r.article for r in self._desk.rows] if dialog.everywhere else [found.article.id]
            )
            wanted = {"trifles": dialog.trifles, "unanimous": dialog.unanimous}
            self._desk.window.bridge.run(adjudicate.settle_plain, articles, **wanted)
            self._desk.look()
            if self._desk.waiting():
                # links on which people differ, whose spans stand now
                self._desk.step(True)
        dialog.deleteLater()
        self._desk.page.view.setFocus()

    def make_example(self) -> None:
        """Put the place in hand into the project's guideline."""
        found, question = self._desk.found, self._desk.question
        if found is None or question is None:
            return
        ws = self._desk.ws
        text = review_words.example(found, question, ws.scheme, self._desk.page.panel.reason)
        if self._desk.window.bridge.run(guideline.add_example, text) is not None:
            message = translate("Review", "It is an example in the guideline now (F1).")
            self._desk.window.session.message.emit(message)

    def edit_gold(self) -> None:
        """Turn to the label view with gold open, at the place in hand."""
        found = self._desk.found
        if found is None:
            return
        self._desk.window.session.open_layer(found.article.id, of_gold=True)
        self._desk.window.trigger("labelling")
        self._desk.window.desk.show_notice(
            translate("Review", "This is gold: what you change here is your own answer.")
        )
        if self._desk.question is not None:
            self._desk.window.session.view.set_caret(self._desk.place(self._desk.question)[0])

    def hide_names(self, on: bool) -> None:
        """Let annotators be numbers in an order of each article, or names again."""
        self._desk.window.bridge.run(Workspace.set_setting, review.ANONYMOUS, on)
        if self._desk.found is not None:
            self._desk.read(self._desk.found.article.id)
            self._desk.refresh()
