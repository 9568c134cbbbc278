"""The concordance of a phrase: read in the background, shown as lines with labels, opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.scheme import Scheme
from annotator.persian.fold import FoldLevel
from annotator.ui import i18n, wording
from annotator.ui.commands.searching import back, open_place, selected_words
from annotator.ui.i18n import translate
from annotator.ui.models.concordance_rows import Chip, KwicLine
from annotator.ui.models.rows import label_color, scheme_name
from annotator.ui.tasks import Job, Progress
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.concordance_page import ConcordancePage, VerdictCount
from annotator.workspace.concordance import (
    Concordance,
    Line,
    Mark,
    Standing,
    Verdict,
    concordance,
)
from annotator.workspace.occurrences import Phrase

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_JOINT = "+"


class Concordances(QObject):
    """The concordance page of a window, made when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.page = ConcordancePage()
        self._window = window
        self._job: Job | None = None
        self._annotators: tuple[str | None, ...] = ()
        window.desk.add_page(self.page)
        if window.theme is not None:
            self.page.set_theme(window.theme)
        self.page.searched.connect(self.look_up)
        self.page.stopped.connect(self._stop)
        self.page.opened.connect(self.open_line)
        self.page.closed.connect(lambda: back(window))
        window.session.projectChanged.connect(self._restart)

    def show(self, phrase: str | None = None) -> None:
        """Show the page, with a phrase or the words that are selected in the text."""
        words = selected_words(self._window) if phrase is None else phrase
        self._window.desk.show_page(self.page)
        self.page.look_for(words)

    def look_up(self) -> None:
        """Read the lines of the phrase on the page."""
        self._stop()
        ws = self._window.bridge.workspace
        page = self.page
        if ws is None or not page.phrase:
            return
        level = FoldLevel.LOOSE if page.is_loose else FoldLevel.STANDARD
        phrase = Phrase(page.phrase, level, page.whole_words)

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Concordance:
            with ws.elsewhere() as other:
                return concordance(other, phrase, progress=progress, cancelled=cancelled)

        page.show_count(translate("Concordance", "Looking through the articles…"))
        page.show_progress(0, 1)
        self._job = self._window.tasks.run(work, self._came, self._failed, page.show_progress)

    def open_line(self, line: KwicLine) -> None:
        """Open the article of a line at its place."""
        ws = self._window.bridge.workspace
        present = ws.present if ws else None
        cells = dict(zip(self._annotators, line.cells, strict=True))
        own = cells.get(present) or ()
        span = next((chip.span for chip in own if chip.exact), None)
        open_place(self._window, line.article, line.start, line.end, span)

    def _came(self, found: Concordance) -> None:
        page, ws = self.page, self._window.bridge.workspace
        page.show_progress(0, 0)
        if ws is None:
            return
        self._annotators = found.annotators
        theme = self._window.theme or LIGHT
        lines = [kwic_line(line, found.annotators, ws.scheme, theme) for line in found.lines]
        names = [name or wording.gold() for name in found.annotators]
        page.show_lines(lines, names, verdict_counts(found.verdicts, ws.scheme))
        page.show_count(_summary(found))

    def _failed(self, reason: str) -> None:
        self.page.show_progress(0, 0)
        self.page.show_count(reason)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.page.show_progress(0, 0)
        self.page.show_count("")

    def _restart(self) -> None:
        self._stop()
        self.page.field.clear()
        self.page.show_lines((), (), ())
        self.page.retranslate()
        self._window.desk.show_page(None)


def kwic_line(
    line: Line, annotators: tuple[str | None, ...], scheme: Scheme, theme: Theme
) -> KwicLine:
    """Return what the table shows of a line."""
    cells = [
        None
        if line.marks.get(name) is None
        else tuple(_chip(mark, scheme, theme) for mark in line.marks[name])
        for name in annotators
    ]
    verdicts = [line.verdict(name) for name in annotators]
    return KwicLine(
        article=line.article_id,
        title=line.title,
        start=line.start,
        end=line.end,
        before=line.before,
        hit=line.hit,
        after=line.after,
        rtl=line.direction != "ltr",
        cells=tuple(cells),
        verdicts=tuple(None if one is None else _JOINT.join(one) for one in verdicts),
        oddness=line.oddness,
    )


def verdict_counts(verdicts: Mapping[Verdict, int], scheme: Scheme) -> list[VerdictCount]:
    """Return how often each verdict was given, the commonest first."""
    ordered = sorted(verdicts.items(), key=lambda item: (-item[1], item[0]))
    nothing = translate("Concordance", "nothing")
    return [
        VerdictCount(
            _JOINT.join(verdict),
            " + ".join(scheme_name(scheme, label) for label in verdict) or nothing,
            count,
        )
        for verdict, count in ordered
    ]


def _chip(mark: Mark, scheme: Scheme, theme: Theme) -> Chip:
    name = scheme_name(scheme, mark.label)
    exact, near = mark.standing is Standing.EQUAL, mark.standing is Standing.NEAR
    if not exact and not near:
        name = i18n.fill(translate("Concordance", "in {label}"), label=name)
    return Chip(name, label_color(scheme, mark.label, theme), exact, near, mark.span)


def _summary(found: Concordance) -> str:
    if not found.lines:
        return translate("Concordance", "This phrase stands nowhere.")
    odd = sum(line.oddness >= 1 for line in found.lines)
    template = translate("Concordance", "places: {count} · annotators differ on: {odd}")
    text = i18n.fill(template, count=len(found.lines), odd=odd)
    if found.is_cut:
        more = translate("Concordance", "there are more; write a longer phrase to see them all")
        text = f"{text} · {more}"
    return text
