"""Search in the whole project: the page's wishes turned into a query, hits into rows to open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.domain.people import Person
from annotator.domain.scheme import Scheme
from annotator.formats.dates import iso_date
from annotator.persian.fold import FoldLevel
from annotator.ui import i18n, wording
from annotator.ui.i18n import translate
from annotator.ui.models.rows import label_color, scheme_name
from annotator.ui.models.search_results import ResultRow
from annotator.ui.tasks import Job, Progress
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.search_page import SearchPage, Wanted
from annotator.workspace import find
from annotator.workspace.find import GOLD, FindQuery, Found, Page, Search
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_ISO = 10


class Searching(QObject):
    """The search page of a window, made when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.page = SearchPage()
        self._window = window
        self._job: Job | None = None
        self._search: Search | None = None
        self._next: int | None = None
        window.desk.add_page(self.page)
        if window.theme is not None:
            self.page.set_theme(window.theme)
        self.page.searched.connect(self.search)
        self.page.opened.connect(self.open_row)
        self.page.closed.connect(lambda: back(window))
        self.page.model.moreWanted.connect(self.more)
        window.session.projectChanged.connect(self._restart)
        self._restart()

    def show(self) -> None:
        """Show the page, with the words that are selected in the text."""
        window = self._window
        window.desk.show_page(self.page)
        self.page.look_for(selected_words(window))

    def search(self) -> None:
        """Look for what the page asks."""
        self._cancel()
        self.page.model.restart()
        wanted = self.page.wanted()
        if wanted == Wanted():
            self._say(translate("Searching", "Write what to look for, or choose conditions."))
            return
        query = query_of(wanted)
        self.page.show_error(
            "" if query else translate("Searching", "Write dates as 1404/9/26 or 2025-12-17.")
        )
        if query is not None:
            self._say(translate("Searching", "Searching…"))
            self._run(lambda ws, stop: _first(ws, query, stop), self._began)

    def more(self) -> None:
        """Read the next hits."""
        search, at = self._search, self._next
        if search is not None and at is not None:
            self._run(lambda ws, stop: find.page(ws, search, at, cancelled=stop), self._came)

    def open_row(self, row: ResultRow) -> None:
        """Open an article at a hit."""
        open_place(self._window, row.article, row.start, row.end, row.span if row.own else None)

    def _run(
        self, read: Callable[[Workspace, Callable[[], bool]], Any], done: Callable[[Any], None]
    ) -> None:
        ws = self._window.bridge.workspace
        if ws is None:
            return

        def work(_progress: Progress, cancelled: Callable[[], bool]) -> Any:
            with ws.elsewhere() as other:
                return read(other, cancelled)

        self._job = self._window.tasks.run(work, done, self._say)

    def _began(self, answer: tuple[Search, Page]) -> None:
        self._search = answer[0]
        self._came(answer[1])

    def _came(self, page: Page) -> None:
        ws = self._window.bridge.workspace
        if ws is None or self._search is None:
            return
        self._next = page.next
        theme = self._window.theme or LIGHT
        rows = [row_of(hit, ws.scheme, ws.person, theme) for hit in page.hits]
        self.page.model.append(rows, has_more=page.next is not None)
        self._say(self._count())

    def _count(self) -> str:
        search, model = self._search, self.page.model
        hits = model.rowCount()
        if search is None or not hits:
            return translate("Searching", "Nothing found. Try fewer words or fewer conditions.")
        parts = [i18n.fill(translate("Searching", "Hits: {count}"), count=hits)]
        if model.has_more:
            template = translate("Searching", "the first {count} hits; more come as you go down")
            parts = [i18n.fill(template, count=hits)]
        if search.tokens and not search.query.spans.is_set and not search.query.within_spans:
            articles = translate("Searching", "articles: {count}")
            parts.append(i18n.fill(articles, count=len(search.rows)))
        if search.level is FoldLevel.LOOSE:
            parts.append(translate("Searching", "nothing is written so; found with other spaces"))
        return " · ".join(parts)

    def _say(self, text: str) -> None:
        self.page.show_count(text)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._search = self._next = None

    def _restart(self) -> None:
        self._cancel()
        self.page.model.restart()
        self._window.desk.show_page(None)
        ws = self._window.bridge.workspace
        if ws is not None:
            self.page.set_scheme(ws.scheme, _people(ws))
            self._say(translate("Searching", "Write what to look for, or choose conditions."))


def open_place(window: MainWindow, article: Any, start: int, end: int, span: Any = None) -> None:
    """Open an article at a place, its span selected where it is one's own."""
    session = window.session
    window.desk.show_page(None)
    session.open_article(article)
    if session.article is None or session.article.id != article:
        return
    if span is not None and session.layer is not None and span in session.layer.spans:
        session.view.select_span(span)
    elif start < end:
        session.view.set_selection(start, end)
    session.focus_text()


def back(window: MainWindow) -> None:
    """Go back to the text from a page."""
    window.desk.show_page(None)
    window.session.focus_text()


def selected_words(window: MainWindow) -> str:
    """Return the words that are selected in the text, or those of the selected span, if short."""
    session = window.session
    if session.article is None:
        return ""
    start, end = session.view.selection()
    words = session.article.text[start:end]
    if not words and session.span is not None:
        words = session.span.quoted(session.article.text)
    return "" if "\n" in words or len(words) > 80 else words


def query_of(wanted: Wanted) -> FindQuery | None:
    """Return the query of what a person asks; None where a date cannot be read."""
    dates = [_date(given) for given in (wanted.since, wanted.until)]
    if None in dates:
        return None
    return FindQuery(
        text=wanted.text,
        phrase=wanted.phrase,
        within_spans=wanted.within_spans,
        label=wanted.label,
        attribute=wanted.attribute,
        entity=wanted.entity,
        annotator=wanted.annotator,
        statuses=frozenset({wanted.status} if wanted.status else ()),
        since=dates[0] or "",
        until=dates[1] or "",
        flagged=wanted.flagged,
        noted=wanted.noted,
    )


def row_of(hit: Found, scheme: Scheme, person: Person | None, theme: Theme) -> ResultRow:
    """Return what the list shows of a hit."""
    span = hit.span
    present = person.name if person else None
    detail = [hit.source, i18n.date_text(hit.published) if hit.published else ""]
    owner = ""
    if span is not None and span.annotator != present:
        owner = span.annotator or wording.gold()
    if span is not None and span.entity:
        detail.insert(0, span.entity)
    return ResultRow(
        article=hit.article_id,
        start=hit.start,
        end=hit.end,
        title=hit.title,
        detail=" · ".join(part for part in detail if part),
        before=hit.before,
        hit=hit.hit,
        after=hit.after,
        rtl=hit.direction != "ltr",
        badge=scheme_name(scheme, span.label) if span else "",
        color=label_color(scheme, span.label, theme) if span else "",
        owner=owner,
        span=span.id if span else None,
        own=span is not None and span.annotator == present,
        is_span=span is not None and (span.start, span.end) == (hit.start, hit.end),
    )


def _first(ws: Workspace, query: FindQuery, stop: Callable[[], bool]) -> tuple[Search, Page]:
    search = find.begin(ws, query)
    return search, find.page(ws, search, cancelled=stop)


def _people(ws: Workspace) -> list[tuple[str, str]]:
    if ws.person is not None and not ws.person.is_lead:
        return [(ws.person.name, ws.person.name)]
    people = [(person.name, person.name) for person in ws.people()]
    return [*people, (GOLD, wording.gold())]


def _date(given: str) -> str | None:
    """Return a typed date as ISO, Jalali years told by their number; None where it is none."""
    if not given:
        return ""
    found = iso_date(given)[:_ISO]
    return found if len(found) == _ISO and found[:4].isascii() and found[4] == "-" else None
