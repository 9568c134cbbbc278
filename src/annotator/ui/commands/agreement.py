"""The agreement page at work: measuring off the window's thread, filters, cases, exports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.domain.changes import Affected
from annotator.domain.ids import ArticleId
from annotator.ui import i18n
from annotator.ui.commands import agreement_report
from annotator.ui.commands.agreement_spans import SpanFinder
from annotator.ui.i18n import translate
from annotator.ui.models.agreement import content
from annotator.ui.models.case_lines import CaseLine
from annotator.ui.tasks import Job, Progress
from annotator.ui.theme import LIGHT
from annotator.ui.views.agreement_page import AgreementPage
from annotator.workspace import agreement_words as words
from annotator.workspace.agreement_board import (
    AgreementBoard,
    AgreementFilter,
    Cancelled,
    Overview,
)
from annotator.workspace.agreement_cases import CaseQuery
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

RESAMPLES = 2000
_PAUSE_MS = 600
_EVERY = 25


class AgreementDesk(QObject):
    """Keeps one page in step with the project; made when the page is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.page = AgreementPage()
        self.overview: Overview | None = None
        self._board = AgreementBoard()
        self._job: Job | None = None
        self.spans = SpanFinder(window, self.page)
        self._due = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._due.timeout.connect(self.measure)
        self._connect()
        window.desk.add_page(self.page)
        self.page.set_theme(window.theme or LIGHT)
        self.page.retranslate()

    def _connect(self) -> None:
        page, window = self.page, self.window
        page.chosen.connect(self._open_spans)
        page.retranslated.connect(self._retranslate)
        page.shown.connect(self._mark_tab)
        page.settleRequested.connect(self.settle)
        page.cases.caseChosen.connect(self.open_case)
        page.filters.changed.connect(self.measure)
        page.filters.measureChosen.connect(self._show)
        page.filters.cancelled.connect(self.cancel)
        page.filters.exportChosen.connect(self._export)
        window.bridge.changed.connect(self._on_changed)
        window.bridge.projectChanged.connect(self._on_other_project)
        window.session.projectChanged.connect(self._on_project)

    # following the project

    def show(self) -> None:
        """Turn to the page, and bring it up to date."""
        self.window.desk.show_page(self.page)
        self.page.filters.setFocus()
        self.measure()

    def _mark_tab(self, there: bool) -> None:
        self.window.actions_.check("agreement" if there else "labelling", True)

    def _retranslate(self) -> None:
        self.page.cases.hide()
        self._offer()
        self._show()

    def _on_changed(self, affected: Affected, _origin: object) -> None:
        articles = set(affected.articles) | {key.article for key in affected.layers}
        if affected.kinds or not articles:
            self._board.forget()
        self._board.touch(articles)
        if self.page.isVisible():
            self._due.start()

    def _on_other_project(self) -> None:
        self.cancel()
        self._board, self.overview = AgreementBoard(), None
        self.page.cases.hide()

    def _on_project(self) -> None:
        self._board.forget()
        if self.page.isVisible():
            self.measure()

    def _offer(self) -> None:
        language, ws = i18n.language(), self.window.bridge.workspace
        filters = self.page.filters
        filters.show_measures(
            [(m.id, m.name.get(language), m.meaning.get(language)) for m in words.MEASURES]
        )
        labels = ws.scheme.labels if ws else ()
        filters.show_labels([(one.id, one.name.get(language)) for one in labels])

    # figures

    def measure(self) -> None:
        """Measure what is chosen: first without intervals, which is quick, then with them."""
        self.cancel()
        ws = self.window.bridge.workspace
        if ws is None:
            return
        if ws.person is not None and not ws.person.is_lead:
            self.page.show_sentence(
                translate("Agreement", "Agreement is shown to the lead of the project."),
                filters=False,
            )
            return
        self._offer()
        self._run(ws, resamples=0)

    def cancel(self) -> None:
        """Stop measuring; what is on the page stays."""
        self._due.stop()
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.page.filters.show_progress(None)

    def wanted(self) -> AgreementFilter:
        """Return what enters by the choices on the page."""
        chosen = self.page.filters.choices()
        labels = (chosen.label,) if chosen.label else ()
        return AgreementFilter(
            chosen.people, labels, chosen.settled, chosen.first, chosen.last, chosen.trimmed
        )

    def _run(self, ws: Workspace, resamples: int) -> None:
        board, wanted = self._board, self.wanted()

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Overview | None:
            def report(done: int, total: int) -> None:
                if done % _EVERY == 0 or done == total:
                    progress(done, total)

            try:
                with ws.elsewhere() as other:
                    return board.overview(
                        other, wanted, resamples=resamples, progress=report, cancelled=cancelled
                    )
            except Cancelled:
                return None

        self.page.filters.show_progress(0.0)
        done = partial(self._measured, ws, resamples)
        self._job = self.window.tasks.run(work, done, self._failed, self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        # reading is most of it; the figures themselves come last
        self.page.filters.show_progress(0.9 * done / max(total, 1))

    def _measured(self, ws: Workspace, resamples: int, found: Overview | None) -> None:
        self._job = None
        self.page.filters.show_progress(None)
        if found is None or ws is not self.window.bridge.workspace:
            return
        self.overview = found
        self._show()
        if not resamples and found.report.articles > 1:
            self._run(ws, RESAMPLES)

    def _failed(self, reason: str) -> None:
        self._job = None
        self.page.filters.show_progress(None)
        self.window.desk.status.show_message(reason)

    def _show(self) -> None:
        ws, found = self.window.bridge.workspace, self.overview
        if ws is None or found is None:
            return
        self.page.filters.show_people(found.people)
        measure = words.BY_ID[self.page.filters.choices().measure]
        self.page.show_content(content(found, ws.scheme, measure))

    # where a click leads

    def _open_spans(self, query: CaseQuery) -> None:
        if self.overview is not None:
            worst_first = [ArticleId(score.article) for score in self.overview.report.scores]
            self.spans.find(query, worst_first)

    def _export(self, kind: str) -> None:
        if self.overview is not None:
            agreement_report.ask(self.window, self.overview, kind)

    def open_case(self, line: CaseLine) -> None:
        """Open a place of an article where the layers are compared and settled."""
        self.window.lead.reviewing.open_case(line.article, (line.start, line.end))

    def settle(self, article: ArticleId) -> None:
        """Go and settle an article."""
        self.window.lead.reviewing.open_comparison(article, self.wanted().annotators)
