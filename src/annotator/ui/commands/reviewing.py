"""Comparing and settling at work: the queue, the place in hand, and what the verdicts do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.agreement.cases import Case
from annotator.domain.changes import Affected
from annotator.domain.ids import ArticleId
from annotator.ui.commands import appearance, review_words
from annotator.ui.commands.verdicts import Verdicts
from annotator.ui.i18n import translate
from annotator.ui.models.comparison import comparison
from annotator.ui.tasks import Job, Progress
from annotator.ui.views.review_page import ReviewPage
from annotator.ui.views.verdict_panel import Shown
from annotator.workspace import review
from annotator.workspace.review import Question, Review, ReviewRow
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_EVERY = 20


class Reviewing(QObject):
    """Keeps the review page in step with the project; made when the page is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.page = ReviewPage()
        self.found: Review | None = None
        self.names: tuple[str, ...] = ()
        self.question: Question | None = None
        self.rows: list[ReviewRow] = []
        self._job: Job | None = None
        self.verdicts = Verdicts(self)
        self._connect()
        window.desk.add_page(self.page)
        if window.theme is not None:
            self.page.set_theme(window.theme)

    def _connect(self) -> None:
        page, panel, window = self.page, self.page.panel, self.window
        page.keyed.connect(self.verdicts.on_key)
        page.articleChosen.connect(lambda row: self.open(self.rows[row].article))
        page.anonymousChosen.connect(self.verdicts.hide_names)
        page.assignRequested.connect(lambda: window.trigger("assign"))
        page.view.placeChosen.connect(self._on_place)
        page.view.zoomRequested.connect(lambda step: appearance.change_size(window, step))
        panel.verdictChosen.connect(self.verdicts.give)
        panel.stepped.connect(self.step)
        panel.plainRequested.connect(self.verdicts.settle_plain)
        panel.exampleRequested.connect(self.verdicts.make_example)
        panel.editRequested.connect(self.verdicts.edit_gold)
        panel.left.connect(page.view.setFocus)
        window.bridge.changed.connect(self._on_changed)
        window.session.projectChanged.connect(self._on_project)

    # turning to the page

    def show(self) -> None:
        """Turn to the page and bring the queue up to date; others than leads read why not."""
        session = self.window.session
        if session.of_gold and session.article is not None:
            session.open_layer(session.article.id, of_gold=False)
            self.window.desk.show_notice("")
        self.window.desk.show_page(self.page)
        self.window.actions_.check("review", True)
        self.look()
        self.page.view.setFocus()

    def open(self, article: ArticleId, names: Sequence[str] = ()) -> None:
        """Open an article at its first open difference."""
        if self._may():
            self.names, self.found = tuple(names), None
            self.read(article)
            waiting = self.waiting()
            self._go(next(iter(waiting or self._questions()), None))
            self.page.view.setFocus()

    def open_comparison(self, article: ArticleId, annotators: Sequence[str] = ()) -> None:
        """Turn to the page with the layers of some people, or all, on an article."""
        self.show()
        self.open(article, annotators)

    def open_case(self, article: ArticleId, case: Case | tuple[int, int]) -> None:
        """Turn to the page at a case, or at the place `(start, end)`, of an article."""
        self.show()
        self.open(article)
        start, end = (case.start, case.end) if isinstance(case, Case) else case
        near = [q for q in self._questions() if self.place(q) == (start, end)]
        near = near or [q for q in self._questions() if self._meets(q, start, end)]
        if near:
            self._go(near[0])
        else:
            self.page.view.set_selection(start, end)

    def close(self) -> None:
        """Turn back to the text."""
        self.window.trigger("labelling")

    def _may(self) -> bool:
        ws = self.window.bridge.workspace
        if ws is None or ws.person is None or not ws.person.is_lead:
            self.page.show_empty(
                translate("Review", "Only a lead compares and settles: choose one as who works.")
            )
            return False
        return True

    # the queue

    def look(self) -> None:
        """Look through the queue again, off the window's thread."""
        ws = self.window.bridge.workspace
        if ws is None or not self._may():
            return
        self.page.show_anonymous(bool(ws.setting(review.ANONYMOUS, default=False)))
        if self._job is not None:
            self._job.cancel()
        self._job = self.window.tasks.run(
            partial(_queue, ws), self._came, self.window.session.message.emit
        )

    def _came(self, rows: list[ReviewRow]) -> None:
        self._job = None
        self.rows = sorted(rows, key=review.by_amount)
        if not rows:
            self.page.show_empty(
                translate(
                    "Review",
                    "Nothing to compare yet: at least two people must mark an article as done.",
                )
            )
            return
        self.page.show_empty("")
        if self.found is None:
            self.open(self.rows[0].article)
        self._show_queue()

    def _show_queue(self) -> None:
        article = self.found.article.id if self.found else None
        ids = [row.article for row in self.rows]
        current = ids.index(article) if article in ids else -1
        rows = [review_words.queue_row(row) for row in self.rows]
        self.page.show_queue(rows, current, review_words.progress(self.rows))

    # the article and the place in hand

    def read(self, article: ArticleId) -> None:
        """Read the layers of an article again."""
        ws = self.window.bridge.workspace
        self.found = self.window.bridge.run(review.review, article, self.names) if ws else None
        if self.found is not None:
            self._named = dict(review.shown_names(self.ws, article, list(self.found.layers)))
            self.page.show_empty("")
            who = " · ".join(review_words.who(n, self._hidden) for n in self._named.values())
            article_read = self.found.article
            self.page.show_article(article_read.title, who, rtl=article_read.direction != "ltr")
            self._show_queue()

    @property
    def ws(self) -> Workspace:
        """The open project."""
        ws = self.window.bridge.workspace
        assert ws is not None
        return ws

    @property
    def _hidden(self) -> bool:
        return bool(self.ws.setting(review.ANONYMOUS, default=False))

    @property
    def shown(self) -> dict[str, str]:
        """What to call each annotator, in the order to show."""
        return {n: review_words.who(s, self._hidden) for n, s in self._named.items()}

    def _questions(self) -> tuple[Question, ...]:
        return self.found.questions if self.found else ()

    def waiting(self) -> list[Question]:
        """Return the differences of the article that a verdict can be given on now."""
        found = self.found
        return [q for q in found.open if found.is_ready(q)] if found else []

    def place(self, question: Question) -> tuple[int, int]:
        """Return where a question stands."""
        assert self.found is not None
        return self.found.place(question)

    def _meets(self, question: Question, start: int, end: int) -> bool:
        first, last = self.place(question)
        return first < end and start < last

    def step(self, forward: bool) -> None:
        """Go to the next open difference, or the one before, around the end of the article."""
        questions, waiting = self._questions(), self.waiting()
        if not waiting:
            self.window.session.message.emit(
                translate("Review", "Nothing is open here: choose another article.")
            )
            return
        order = [questions.index(q) for q in waiting]
        here = questions.index(self.question) if self.question in questions else -1
        if forward:
            at = next((i for i in order if i > here), order[0])
        else:
            at = next((i for i in reversed(order) if i < here), order[-1])
        self._go(questions[at])

    def _on_place(self, position: int) -> None:
        there = [q for q in self._questions() if self._meets(q, position, position + 1)]
        if there:
            self._go(min(there, key=lambda q: self.place(q)[1] - self.place(q)[0]))

    def _go(self, question: Question | None) -> None:
        self.question = question
        self.refresh()
        if question is not None:
            self.page.view.set_caret(self.place(question)[0])
            self.page.view.go_to(*self.place(question))

    def refresh(self) -> None:
        """Show the article and the place in hand as they are now."""
        found, question, ws = self.found, self.question, self.window.bridge.workspace
        if found is None or ws is None:
            return
        sides = [(n, shown, found.layers[n].index) for n, shown in self.shown.items()]
        differing = [q for q in found.open if isinstance(q, Case)]
        compared = comparison(sides, differing, review_words.in_hand(found, question))
        self.page.view.show_comparison(found.article, compared, ws.scheme)
        self.page.panel.show_question(self._said(found, question, ws))
        self.page.panel.show_plain(len(found.plain))

    def _said(self, found: Review, question: Question | None, ws: Workspace) -> Shown:
        if question is None:
            return Shown(translate("Review", "All agree on this article."))
        theme = self.window.theme
        assert theme is not None
        return review_words.shown(found, question, self.shown, ws.scheme, theme)

    # following the project

    def _on_changed(self, affected: Affected, _origin: object) -> None:
        found = self.found
        if found is None or not self._may():
            return
        for article in affected.articles:
            self._refresh_row(article)
        if found.article.id in affected.articles:
            self._read_again(found)

    def _read_again(self, before: Review) -> None:
        at = before.questions.index(self.question) if self.question in before.questions else -1
        self.read(before.article.id)
        questions = self._questions()
        self.question = questions[min(at, len(questions) - 1)] if questions and at >= 0 else None
        self.refresh()

    def _refresh_row(self, article: ArticleId) -> None:
        places = {row.article: i for i, row in enumerate(self.rows)}
        if article in places:
            row = self.window.bridge.run(review.review_row, article)
            if row is not None:
                self.rows[places[article]] = row
                self._show_queue()

    def _on_project(self) -> None:
        self.found, self.question, self.rows = None, None, []
        if self.window.desk.page is self.page:
            self.window.trigger("labelling")


def _queue(ws: Workspace, progress: Progress, cancelled: Callable[[], bool]) -> list[ReviewRow]:
    rows: list[ReviewRow] = []
    with ws.elsewhere() as other:
        articles = review.to_settle(other)
        for number, article in enumerate(articles):
            if cancelled():
                break
            rows.append(review.review_row(other, article))
            if number % _EVERY == 0:
                progress(number, len(articles))
    return rows
