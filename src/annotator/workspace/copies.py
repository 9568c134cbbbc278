"""Which of the articles that come in are copies of others: the same text, or nearly the same.

Articles that bring labels were chosen by somebody; they are looked at only where copies are to be
passed over, as looking takes longer than storing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.formats.near_duplicates import LikeTexts
from annotator.formats.records import Record
from annotator.storage.articles import read_articles
from annotator.workspace.project import Project


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is like another one; `share` 1.0 is the very text. `taken`: it came in."""

    file: str
    line: int | None
    article: ArticleId
    like: ArticleId
    share: float
    taken: bool

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        same = "has the text of" if self.share == 1 else f"is like ({self.share:.0%})"
        return f"{place}: {self.article} {same} {self.like}"


class Copies:
    """The texts of a project and of those that come in; the project is read when first needed."""

    def __init__(
        self, ws: Project, *, skip: bool, articles: Iterable[Article] | None = None
    ) -> None:
        self._articles = articles or (article for _, article in read_articles(ws.database))
        self._skip = skip
        self._hashes: dict[str, ArticleId] | None = None
        self._seen: LikeTexts[ArticleId] = LikeTexts()

    def find(self, record: Record) -> Copy | None:
        """Return what a new article is a copy of, and remember the article otherwise."""
        if record.layer is not None and not self._skip:
            return None
        hashes = self._known()
        article = record.article
        made = self._seen.signature(article.text)
        like = hashes.get(article.sha256)
        share = 1.0
        if like is None and (found := self._seen.matches(article.id, made)):
            like, share = found[0].earlier, min(found[0].share, _NOT_QUITE)
        if like is None or not self._skip:
            hashes.setdefault(article.sha256, article.id)
            self._seen.add(article.id, made)
        if like is None:
            return None
        return Copy(record.file, record.line, article.id, like, share, taken=not self._skip)

    def _known(self) -> dict[str, ArticleId]:
        if self._hashes is None:
            self._hashes = {}
            for article in self._articles:
                self._remember(article)
        return self._hashes

    def _remember(self, article: Article) -> None:
        assert self._hashes is not None
        self._hashes.setdefault(article.sha256, article.id)
        self._seen.add(article.id, self._seen.signature(article.text))


# an estimate of all is no proof that the texts are the same
_NOT_QUITE = 0.99
