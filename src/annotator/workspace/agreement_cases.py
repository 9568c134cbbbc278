"""The spans behind a figure: differences of chosen kinds, with their words in context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

from annotator.agreement.cases import Case, cases
from annotator.agreement.kinds import Kind
from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.domain.span import Span
from annotator.workspace.agreement_board import one_article
from annotator.workspace.project import Project

MOST = 200
_CONTEXT = 24
_MOST_WORDS = 160


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases: all given fields must hold; nothing given means every difference.

    `articles`: only these, in this order; empty for all. `confused`: two labels that stand against each other, None for *not marked*; the first is the
    label of the first annotator where there are two. `agreed` asks for cases without a difference
    too. `trimmed`: trifles are no differences.
    """

    annotators: tuple[str, ...]
    labels: tuple[str, ...] = ()
    label: str | None = None
    kind: Kind | None = None
    confused: tuple[str | None, str | None] | None = None
    articles: tuple[ArticleId, ...] = ()
    agreed: bool = False
    trimmed: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What one annotator marked here, with some text around; no `span`: nothing."""

    annotator: str
    span: Span | None
    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case with the title of its article and what each annotator marked."""

    title: str
    case: Case
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FoundCases:
    """Cases in the order of the articles asked for; `more`: there are further ones."""

    query: CaseQuery
    cases: tuple[FoundCase, ...]
    more: bool = False


def find_cases(
    ws: Project,
    query: CaseQuery,
    articles: Iterable[ArticleId],
    *,
    limit: int = MOST,
    cancelled: Callable[[], bool] | None = None,
) -> FoundCases:
    """Look through articles in the order given until there are enough cases."""
    found: list[FoundCase] = []
    for article in query.articles or articles:
        if cancelled is not None and cancelled():
            break
        for one in _in_article(ws, query, article):
            if len(found) == limit:
                return FoundCases(query, tuple(found), more=True)
            found.append(one)
    return FoundCases(query, tuple(found))


def _in_article(ws: Project, query: CaseQuery, article: ArticleId) -> Iterator[FoundCase]:
    read = one_article(ws, article, query.annotators)
    layers = {name: read.layers[name] for name in query.annotators if name in read.layers}
    if len(layers) < 2:
        return
    whole = ws.article(article)
    for case in cases(article, layers, read.text, query.labels or None):
        if _fits(case, query):
            yield FoundCase(whole.title, case, tuple(_quotes(whole, case)))


def _fits(case: Case, query: CaseQuery) -> bool:
    if query.confused is not None:
        return _confuses(case, query)
    labels = {span.label for span in case.spans.values() if span is not None}
    if query.label is not None and query.label not in labels:
        return False
    if query.kind is not None:
        return query.kind in case.kinds
    return query.agreed or not (case.is_unanimous or (query.trimmed and case.is_trifle))


def _confuses(case: Case, query: CaseQuery) -> bool:
    assert query.confused is not None
    found = [span.label if span else None for span in case.spans.values()]
    if len(found) == 2:
        return tuple(found) == query.confused
    return query.confused in permutations(found, 2)


def _quotes(article: Article, case: Case) -> Iterator[Quote]:
    text = article.text
    for name, span in case.spans.items():
        if span is None:
            yield Quote(name, None)
            continue
        words = span.quoted(text)
        shown = words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"
        shown = " ".join(shown.split("\n"))
        yield Quote(name, span, _before(text, span.start), shown, _after(text, span.end))


def _before(text: str, start: int) -> str:
    """Return the last words before a position in its line."""
    line = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    return f"…{line[line.find(' ') :]}" if len(line) == _CONTEXT and " " in line else line


def _after(text: str, end: int) -> str:
    """Return the first words after a position in its line."""
    line = text[end : end + _CONTEXT].partition("\n")[0]
    return f"{line[: line.rfind(' ') + 1]}…" if len(line) == _CONTEXT and " " in line else line
