"""The spans behind a figure, looked for off the window's thread and shown beside the figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotator.domain.ids import ArticleId
from annotator.ui import i18n
from annotator.ui.i18n import translate
from annotator.ui.models.case_lines import case_lines
from annotator.ui.tasks import Job, Progress
from annotator.ui.views.agreement_page import AgreementPage
from annotator.workspace import agreement_words as words
from annotator.workspace.agreement_cases import CaseQuery, FoundCases, find_cases

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class SpanFinder:
    """Fills the pane of cases of one page."""

    def __init__(self, window: MainWindow, page: AgreementPage) -> None:
        self.window = window
        self.page = page
        self._job: Job | None = None

    def find(self, query: CaseQuery, articles: Sequence[ArticleId]) -> None:
        """Look for the spans behind a mark, in the order of the articles, and show them."""
        ws = self.window.bridge.workspace
        if ws is None:
            return
        if self._job is not None:
            self._job.cancel()

        def work(_progress: Progress, cancelled: Callable[[], bool]) -> FoundCases:
            with ws.elsewhere() as other:
                return find_cases(other, query, articles, cancelled=cancelled)

        self._job = self.window.tasks.run(work, self._show, self._failed)

    def _show(self, found: FoundCases) -> None:
        ws = self.window.bridge.workspace
        if ws is None:
            return
        lines = case_lines(found, ws.scheme)
        note = i18n.fill(translate("Agreement", "{count} places"), count=len(lines))
        if found.more:
            template = translate("Agreement", "the first {count} places, worst articles first")
            note = i18n.fill(template, count=len(lines))
        if not lines:
            note = translate("Agreement", "No difference here: all of it is alike.")
        self.page.cases.show_cases(self._heading(found.query), note, lines)
        self.page.open_cases()

    def _heading(self, query: CaseQuery) -> str:
        language, ws = i18n.language(), self.window.bridge.workspace
        assert ws is not None

        def named(label: str | None) -> str:
            kind = ws.scheme.label(label or "")
            absent = words.NOT_MARKED.get(language) if label is None else label
            return kind.name.get(language) if kind else absent

        parts = [" – ".join(query.annotators)] if len(query.annotators) < 4 else []
        if query.articles:
            parts.append(ws.article(query.articles[0]).title if len(query.articles) == 1 else "")
        if query.confused is not None:
            parts.append(" / ".join(map(named, query.confused)))
        if query.label is not None:
            parts.append(named(query.label))
        if query.kind is not None:
            parts.append(words.KINDS[query.kind].get(language))
        return " · ".join(filter(None, parts)) or translate("Agreement", "All differences")

    def _failed(self, reason: str) -> None:
        self.window.desk.status.show_message(reason)
