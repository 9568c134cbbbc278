"""Labelling every mention of some words at once, in this article or in all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.domain.layer import LayerKey
from annotator.domain.span import Span
from annotator.persian.fold import FoldLevel
from annotator.ui import i18n
from annotator.ui.dialogs.mentions import MentionsDialog
from annotator.ui.i18n import translate
from annotator.ui.models.mentions_model import MentionRow
from annotator.ui.tasks import Job, Progress
from annotator.ui.theme import LIGHT
from annotator.workspace import operations

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def mark_all(window: MainWindow) -> None:
    """Offer all mentions of the selected words, and label the ticked ones in one step."""
    session = window.session
    article, layer, scheme = session.article, session.layer, session.scheme
    if article is None or layer is None or scheme is None or session.workspace is None:
        return
    start, end = session.view.selection()
    span = None if start < end else session.span
    phrase = span.quoted(article.text) if span else article.text[start:end]
    label = span.label if span else session.last_label or next(k.id for k in scheme.labels)
    if not phrase.strip():
        text = translate("Tools", "Select some words or a span whose mentions shall be labelled.")
        session.message.emit(text)
        return
    finder = _Finder(window, phrase)
    dialog = MentionsDialog(
        finder.look, phrase, scheme, label, theme=window.theme or LIGHT, parent=window
    )
    finder.dialog = dialog
    dialog.look()
    if dialog.exec() and dialog.ticked:
        _label(window, dialog.label_id, dialog.ticked, span)
    finder.stop()
    dialog.deleteLater()
    session.focus_text()


def _label(window: MainWindow, label: str, rows: list[MentionRow], template: Span | None) -> None:
    session = window.session
    if session.layer is None:
        return
    source = session.layer.key
    hits = [(LayerKey(row.article, source.annotator), row.start, row.end) for row in rows]
    if window.bridge.run(operations.mark_all, label, hits, template, source) is not None:
        text = translate("Tools", "Labelled in one step: {count}. Undo takes all of them back.")
        session.message.emit(i18n.fill(text, count=len(hits)))


@dataclass
class _Finder:
    """Finds mentions: in the open article at once, in all in the background."""

    window: MainWindow
    phrase: str
    dialog: MentionsDialog | None = None
    jobs: list[Job] = field(default_factory=list)

    def look(self, everywhere: bool, loose: bool) -> None:
        """Find the mentions and give them to the dialog."""
        self.stop()
        ws, article = self.window.session.workspace, self.window.session.article
        if ws is None or article is None:
            return
        level = FoldLevel.LOOSE if loose else FoldLevel.STANDARD
        if not everywhere:
            found = operations.find_mentions(ws, self.phrase, articles=[article.id], level=level)
            self._came([_row(mention) for mention in found])
            return

        def work(progress: Progress, cancelled: Callable[[], bool]) -> list[MentionRow]:
            with ws.elsewhere() as other:
                mentions = operations.find_mentions(
                    other, self.phrase, level=level, progress=progress, cancelled=cancelled
                )
                return [_row(mention) for mention in mentions]

        self.jobs.append(self.window.tasks.run(work, self._came, self._failed, self._progressed))

    def stop(self) -> None:
        """Stop looking."""
        for job in self.jobs:
            job.cancel()
        self.jobs.clear()

    def _came(self, rows: list[MentionRow]) -> None:
        if self.dialog is not None:
            self.dialog.show_rows(rows)

    def _failed(self, reason: str) -> None:
        if self.dialog is not None:
            self.dialog.show_error(reason)

    def _progressed(self, done: int, total: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(done, total)


def _row(mention: operations.Mention) -> MentionRow:
    return MentionRow(
        mention.article_id,
        mention.title,
        mention.status,
        mention.start,
        mention.end,
        mention.before,
        mention.hit,
        mention.after,
        mention.labels,
        mention.same,
    )
