"""Search in the whole project: folded words, hits with what stands around them.

First the words one after the other, then with the last one going on, then anywhere in an article;
where nothing is found, the loose level, which also ignores spaces («گفتوگو» finds «گفت و گو») and takes آ for ا.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.persian import fold
from annotator.persian.fold import FoldLevel
from annotator.storage import articles
from annotator.storage import search as index
from annotator.workspace.project import Project

_AROUND = 60
_HITS_OF_ONE = 20
_PREFIX_LENGTH = 3
_LONGEST_JOIN = 24
_WORDS_JOINED = 4
_VARIANTS = 400


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in an article, `[start, end)` in code points, with its line around it."""

    article_id: ArticleId
    title: str
    start: int
    end: int
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits; `total` counts the articles, `level` says how loosely they were found."""

    hits: list[Hit]
    total: int
    level: FoldLevel = FoldLevel.STANDARD


def search(ws: Project, query: str, *, limit: int = 20, offset: int = 0) -> SearchResult:
    """Return the hits in a page of articles: `limit` of them after `offset`, the best first."""
    tokens = index.words(query)
    if not tokens:
        return SearchResult([], 0)
    with ws.database.told():
        for expression, level in expressions(tokens):
            total = index.count(ws.database, expression)
            if total:
                rows = index.find(ws.database, expression, total, limit, offset)
                return SearchResult(list(_hits(ws, rows, query, tokens, level)), total, level)
    return SearchResult([], 0)


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a place, within its line and in whole words."""
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    first, last = max(line, start - _AROUND), min(stop, end + _AROUND)
    if first > line:
        first = text.find(" ", first, start) + 1 or first
    if last < stop:
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    return text[first:start], text[end:last]


def loose_phrases(tokens: Sequence[str]) -> list[list[str]]:
    """Return other ways to cut the letters of neighbouring words, and آ and ا exchanged."""
    cut: dict[tuple[str, ...], None] = {}
    for start in range(len(tokens)):
        for stop in range(start + 1, min(start + _WORDS_JOINED, len(tokens)) + 1):
            joined = "".join(tokens[start:stop])
            if len(joined) <= _LONGEST_JOIN:
                for parts in _cuts(joined):
                    cut[*tokens[:start], *parts, *tokens[stop:]] = None
    found = dict.fromkeys(variant for phrase in [tuple(tokens), *cut] for variant in _alefs(phrase))
    return [list(phrase) for phrase in list(found)[:_VARIANTS]]


def expressions(tokens: Sequence[str]) -> Iterator[tuple[str, FoldLevel]]:
    """Yield what to ask the word index, the closest first, with the level to look at."""
    yield index.phrase(tokens), FoldLevel.STANDARD
    if len(tokens[-1]) >= _PREFIX_LENGTH:
        yield index.phrase(tokens, prefix=True), FoldLevel.STANDARD
    if len(tokens) > 1:
        yield index.every(tokens), FoldLevel.STANDARD
    yield index.either(map(index.phrase, loose_phrases(tokens))), FoldLevel.LOOSE


def _cuts(letters: str) -> Iterator[tuple[str, ...]]:
    """Yield a word whole, in two parts and in three."""
    yield (letters,)
    for i in range(1, len(letters)):
        yield (letters[:i], letters[i:])
    for i in range(1, len(letters) - 1):
        for j in range(i + 1, len(letters)):
            yield (letters[:i], letters[i:j], letters[j:])


def _alefs(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield phrase
    plain = tuple(word.replace("آ", "ا") for word in phrase)
    yield plain
    for i, word in enumerate(plain):
        if word.startswith("ا"):
            yield (*plain[:i], "آ" + word[1:], *plain[i + 1 :])


def _hits(
    ws: Project, rows: Sequence[int], query: str, tokens: Sequence[str], level: FoldLevel
) -> Iterator[Hit]:
    for article in articles.read_rows(ws.database, rows):
        for start, end in _places(article, query, tokens, level)[:_HITS_OF_ONE]:
            before, after = context(article.text, start, end)
            hit = article.text[start:end]
            yield Hit(article.id, article.title, start, end, before, hit, after)


def _places(
    article: Article, query: str, tokens: Sequence[str], level: FoldLevel
) -> list[tuple[int, int]]:
    """Return where the query stands, else where its words do."""
    folded = fold.fold(article.text, level)
    places = fold.find_all(folded, query.strip())
    if places:
        return places
    found = [place for token in tokens for place in fold.find_all(folded, token, whole_words=True)]
    return sorted(set(found))
