"""Every place where some words stand, over some articles or all, a batch at a time.

What is made of the places (a concordance, labels for all mentions) is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.persian.fold import FoldLevel
from annotator.persian.locate import Locator
from annotator.storage import articles as stored
from annotator.storage import search as index
from annotator.workspace.project import Project
from annotator.workspace.search import loose_phrases

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_BATCH = 100


class Stopped(UserError):
    """Somebody stopped looking; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("The search was stopped.")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What to look for: words, how loosely, and whether they must stand alone."""

    text: str
    level: FoldLevel = FoldLevel.STANDARD
    whole_words: bool = True


@dataclass(frozen=True, slots=True)
class Occurrences:
    """An article (with its row id) and the places in it, `[start, end)` in code points."""

    row: int
    article: Article
    places: list[tuple[int, int]]


def occurrences(
    ws: Project,
    phrase: Phrase,
    articles: Iterable[ArticleId] | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Iterator[list[Occurrences]]:
    """Yield the articles that hold a phrase, in import order, in batches; raise `Stopped`."""
    locator = Locator(phrase.text, phrase.level, whole_words=phrase.whole_words)
    with ws.database.told():
        rows = _candidates(ws, phrase) if articles is None else _rows(ws, articles)
        for at in range(0, len(rows), _BATCH):
            if cancelled is not None and cancelled():
                raise Stopped
            if progress is not None:
                progress(at, len(rows))
            batch = rows[at : at + _BATCH]
            texts = stored.read_numbered(ws.database, batch)
            found = [
                Occurrences(row, texts[row], places)
                for row in batch
                if row in texts and (places := locator.places(texts[row].text))
            ]
            if found:
                yield found


def _rows(ws: Project, articles: Iterable[ArticleId]) -> list[int]:
    rows = (stored.article_row_id(ws.database, article) for article in articles)
    return [row for row in rows if row is not None]


def _candidates(ws: Project, phrase: Phrase) -> Sequence[int]:
    tokens = index.words(phrase.text)
    if not tokens or not phrase.whole_words:
        # the index knows whole words only
        return stored.row_ids(ws.database) if phrase.text.strip() else []
    if phrase.level is FoldLevel.STANDARD:
        expression = index.phrase(tokens)
    else:
        expression = index.either(map(index.phrase, loose_phrases(tokens)))
    return list(index.find_all(ws.database, expression))
