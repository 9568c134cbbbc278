"""Finding in the whole project by words and by what people did, page by page.

`begin` decides which articles come into question and in which order, `page` reads some of them; a
`Search` is a plain value, so that pages can be read by another thread's connection. Everybody finds
only in what she may see. Plain words without any condition are `search`'s for the command line.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.article import PUBLISHED, SOURCE, Article
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Status
from annotator.persian.fold import FoldLevel
from annotator.persian.locate import Locator
from annotator.storage import articles as stored
from annotator.storage import search as index
from annotator.storage import span_search
from annotator.storage.span_search import GOLD, ArticleFilter, FoundSpan, SpanFilter, View
from annotator.workspace.project import Project
from annotator.workspace.roles import SHOW_OTHERS
from annotator.workspace.search import context, expressions

__all__ = ["GOLD", "FindQuery", "Found", "Page", "Search", "begin", "page", "view_of"]

Cancelled = Callable[[], bool]

_FIRST_CHUNK = 20
_LARGEST_CHUNK = 500
_HITS_OF_ONE = 200
_OPENING = 160


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What to find; every part that is set must hold, an empty query finds every article.

    `phrase`: the words only one after the other. `within_spans`: spans that hold the words (or all
    that the other conditions leave); else places in the text of articles with such spans.
    `annotator`: whose layers; None everybody's, `GOLD` gold. Dates are ISO, both included.
    """

    text: str = ""
    phrase: bool = False
    within_spans: bool = False
    label: str | None = None
    attribute: tuple[str, str] | None = None
    entity: str = ""
    annotator: str | None = None
    statuses: frozenset[Status] = frozenset()
    since: str = ""
    until: str = ""
    flagged: bool = False
    noted: bool = False

    @property
    def spans(self) -> SpanFilter:
        """What is asked of a span."""
        return SpanFilter(self.label, self.attribute, self.entity, self.flagged, self.noted)


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, `[start, end)` in code points, with its surroundings, and the span it was found by.

    Where nothing was asked of the text, `hit` is the span, or empty before an article's opening.
    """

    article_id: ArticleId
    title: str
    source: str
    published: str
    direction: str
    start: int
    end: int
    before: str
    hit: str
    after: str
    span: FoundSpan | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What a query leaves: articles by row id, the best first; `level` says how loosely."""

    query: FindQuery
    rows: Sequence[int]
    level: FoldLevel = FoldLevel.STANDARD
    tokens: tuple[str, ...] = ()
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some hits; `next` is where to go on among the search's articles, None at the end."""

    hits: list[Found] = field(default_factory=list)
    next: int | None = None


def begin(ws: Project, query: FindQuery) -> Search:
    """Decide which articles come into question; raises `UserError` only for a broken file."""
    wanted = ArticleFilter(query.statuses, query.since, query.until)
    view = view_of(ws, query.annotator)
    with ws.database.told():
        allowed = span_search.articles(ws.database, ws.people_store, view, wanted, query.spans)
        tokens = index.words(query.text)
        if query.text.strip() and not tokens:
            return Search(query, array("q"))
        if not tokens:
            return Search(query, stored.row_ids(ws.database) if allowed is None else allowed)
        chosen = None if allowed is None else frozenset(allowed)
        for expression, level, is_phrase in _ladder(query, tokens):
            rows = index.ranked(ws.database, expression, chosen)
            if rows:
                return Search(query, rows, level, tuple(tokens), is_phrase)
    return Search(query, array("q"))


def page(
    ws: Project, search: Search, at: int = 0, *, limit: int = 30, cancelled: Cancelled | None = None
) -> Page:
    """Read hits from the search's article `at` on, whole articles until `limit` are found."""
    found: list[Found] = []
    size = _FIRST_CHUNK
    while at < len(search.rows) and len(found) < limit:
        if cancelled is not None and cancelled():
            return Page(found, at)
        chunk = search.rows[at : at + size]
        with ws.database.told():
            for hits in _read(ws, search, chunk):
                found += hits
                at += 1
                if len(found) >= limit:
                    break
        size = min(size * 4, _LARGEST_CHUNK)
    return Page(found, at if at < len(search.rows) else None)


def view_of(ws: Project, only: str | None = None) -> View:
    """Return what who is present may see, narrowed to one person's layers or gold."""
    if ws.person is None or ws.person.is_lead:
        return View(only=only)
    shows = bool(ws.setting(SHOW_OTHERS, default=False))
    return View(ws.person.name, shows, only)


def _ladder(query: FindQuery, tokens: list[str]) -> Iterator[tuple[str, FoldLevel, bool]]:
    for expression, level in expressions(tokens):
        is_phrase = expression != index.every(tokens) or len(tokens) == 1
        if is_phrase or not query.phrase:
            yield expression, level, is_phrase


def _read(ws: Project, search: Search, rows: Sequence[int]) -> Iterator[list[Found]]:
    """Yield the hits of each article of a chunk, articles without any included."""
    query = search.query
    by_article: dict[int, list[FoundSpan]] = {}
    needs_spans = query.within_spans or query.spans.is_set
    if needs_spans:
        view = view_of(ws, query.annotator)
        for span in span_search.spans_of(
            ws.database, ws.people_store, view, rows, query.spans, statuses=query.statuses
        ):
            by_article.setdefault(span.article, []).append(span)
    places = _Places(search)
    texts = stored.read_numbered(
        ws.database, [r for r in rows if not needs_spans or r in by_article]
    )
    for row in rows:
        article = texts.get(row)
        spans = by_article.get(row, [])
        yield list(_hits(article, spans, search, places)) if article else []


def _hits(
    article: Article, spans: list[FoundSpan], search: Search, places: _Places
) -> Iterator[Found]:
    if search.query.within_spans or (spans and not search.tokens):
        yield from _hits_in_spans(article, spans, places)
    elif not search.tokens:
        yield _found(article, 0, 0, "", article.text[:_OPENING].strip())
    else:
        for start, end in places.of(article.text)[:_HITS_OF_ONE]:
            yield _found(article, start, end, *context(article.text, start, end))


def _hits_in_spans(article: Article, spans: list[FoundSpan], places: _Places) -> Iterator[Found]:
    for span in spans[:_HITS_OF_ONE]:
        if not places.wanted:
            around = context(article.text, span.start, span.end)
            yield replace(_found(article, span.start, span.end, *around), span=span)
            continue
        for piece in span.pieces:
            words = article.text[piece.start : piece.end]
            for first, last in places.of(words)[:1]:
                start, end = piece.start + first, piece.start + last
                before, after = words[:first], words[last:]
                yield replace(_found(article, start, end, before, after), span=span)


def _found(article: Article, start: int, end: int, before: str, after: str) -> Found:
    return Found(
        article.id,
        article.title,
        article.known(SOURCE),
        article.known(PUBLISHED),
        article.direction,
        start,
        end,
        before,
        article.text[start:end],
        after,
    )


class _Places:
    """Where a search's words stand in a text: together, else each by itself."""

    def __init__(self, search: Search) -> None:
        self.wanted = bool(search.tokens)
        self._whole = Locator(search.query.text, search.level)
        words = () if search.is_phrase else search.tokens
        self._words = [Locator(word, search.level, whole_words=True) for word in words]

    def of(self, text: str) -> list[tuple[int, int]]:
        """Return the places in order."""
        places = self._whole.places(text)
        if places or not self._words:
            return places
        each = [word.places(text) for word in self._words]
        return sorted({place for found in each for place in found}) if all(each) else []
