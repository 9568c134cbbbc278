"""Agreement that stays up to date: what was measured is kept, and only what changed is read again.

A board is used from one thread at a time; `touch` may be called from any. How single differences
are found is `agreement_cases`'.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.agreement.report import ArticleLayers, Cancelled, Measurement, Report
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, Status
from annotator.storage.finished import ArticleProgress, finished_articles
from annotator.workspace.agreement import finishers, shared_layers
from annotator.workspace.project import Project

__all__ = [
    "AgreementBoard",
    "AgreementFilter",
    "ArticleProgress",
    "Cancelled",
    "Overview",
    "finished_articles",
]

Progress = Callable[[int, int], None]

_KEPT = 3
# fewer changed articles than this are read one by one
_FEW = 40


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """What enters: empty `annotators` is all who finished something, empty `labels` all labels.

    `settled`: only articles whose gold is done (True) or not done (False). `first` and `last` are
    ISO dates of completion, both included, empty for no limit. `trimmed` leaves trifles out.
    """

    annotators: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    settled: bool | None = None
    first: str = ""
    last: str = ""
    trimmed: bool = False

    def takes(self, article: ArticleProgress) -> bool:
        """Tell whether an article enters."""
        day = article.last[:10]
        if self.settled is not None and article.settled is not self.settled:
            return False
        return (not self.first or day >= self.first) and (not self.last or day <= self.last)


@dataclass(frozen=True, slots=True)
class Overview:
    """A report with the articles it rests on; `people` are all who finished something."""

    report: Report
    filter: AgreementFilter
    articles: Mapping[ArticleId, ArticleProgress]
    people: tuple[str, ...]
    total: int


class _Kept:
    """A measurement, and the articles that are in it."""

    def __init__(self, annotators: tuple[str, ...], wanted: AgreementFilter) -> None:
        self.annotators = annotators
        self.measurement = Measurement(annotators, wanted.labels or None, trimmed=wanted.trimmed)
        self.known: set[ArticleId] = set()
        self.stale: set[ArticleId] = set()


class AgreementBoard:
    """The measurements of a project, newest first, each of one choice of people and labels."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._working = threading.Lock()
        self._noting = threading.Lock()
        self._touched: set[ArticleId] = set()
        self._all_touched = False

    def touch(self, articles: Iterable[ArticleId]) -> None:
        """Note that layers of articles have changed."""
        with self._noting:
            self._touched.update(articles)

    def forget(self) -> None:
        """Note that anything may have changed."""
        with self._noting:
            self._all_touched = True

    def overview(
        self,
        ws: Project,
        wanted: AgreementFilter,
        *,
        resamples: int,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Overview:
        """Measure what is new or has changed, and report; raise `Cancelled` when told to stop."""
        stop = cancelled or (lambda: False)
        with self._working:
            self._take_notes()
            people = tuple(finishers(ws))
            kept = self._measurement(wanted.annotators or people, wanted)
            progresses = finished_articles(ws.database)
            allowed = {key: one for key, one in progresses.items() if wanted.takes(one)}
            _bring_up_to_date(ws, kept, allowed, progress, stop)
            report = kept.measurement.report(resamples, cancelled=stop)
        return Overview(report, wanted, allowed, people, ws.article_count())

    def _take_notes(self) -> None:
        with self._noting:
            touched, self._touched = self._touched, set()
            if self._all_touched:
                self._kept.clear()
                self._all_touched = False
        for kept in self._kept.values():
            kept.stale |= touched

    def _measurement(self, annotators: tuple[str, ...], wanted: AgreementFilter) -> _Kept:
        key = (annotators, wanted.labels, wanted.trimmed)
        kept = self._kept.setdefault(key, _Kept(annotators, wanted))
        self._kept.move_to_end(key)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept


def _bring_up_to_date(
    ws: Project,
    kept: _Kept,
    allowed: Mapping[ArticleId, ArticleProgress],
    progress: Progress | None,
    stop: Callable[[], bool],
) -> None:
    for article in kept.known - allowed.keys():
        kept.measurement.remove(article)
        kept.known.discard(article)
    wanted = (allowed.keys() - kept.known) | (kept.stale & allowed.keys())
    for done, read in enumerate(_read(ws, kept.annotators, wanted), 1):
        if stop():
            raise Cancelled
        kept.measurement.put(read)
        kept.known.add(ArticleId(read.id))
        kept.stale.discard(ArticleId(read.id))
        if progress is not None:
            progress(done, len(wanted))
    kept.stale.clear()
    # articles finished only by people who were not asked for have nothing to be read
    kept.known |= wanted


def _read(
    ws: Project, annotators: tuple[str, ...], wanted: set[ArticleId]
) -> Iterator[ArticleLayers]:
    if len(wanted) <= _FEW:
        yield from (one_article(ws, article, annotators) for article in sorted(wanted))
        return
    for read in shared_layers(ws, annotators):
        if read.id in wanted:
            yield read


def one_article(ws: Project, article: ArticleId, annotators: Iterable[str]) -> ArticleLayers:
    """Read the finished layers of these people on one article."""
    wanted = set(annotators)
    layers: dict[str, Layer] = {}
    for key in ws.layers(article):
        if key.annotator in wanted:
            layer = ws.layer(key)
            if layer.status is Status.DONE:
                layers[key.annotator] = layer
    text = ws.article(article).text
    return ArticleLayers(article, len(text), layers, text)
