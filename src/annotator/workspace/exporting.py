"""Writing articles and layers out, in import order, as a stream; a file is replaced as a whole."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, Status
from annotator.formats import registry
from annotator.formats.loss import LossReport, counted
from annotator.formats.records import Labelled
from annotator.formats.registry import Format
from annotator.storage.publish import partial_name, replace
from annotator.storage.reading import LayerFilter, read_labelled
from annotator.workspace.collecting import collection_paused
from annotator.workspace.project import Project

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_TOLD_EVERY = 200


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to write; without annotators, gold and status that is all layers and articles.

    Where layers are chosen, articles without a chosen one are left out. `split` maps names to
    shares that add up to 1; articles are dealt to them by `seed`.
    """

    format: str = "jsonl"
    annotators: tuple[str, ...] = ()
    gold: bool = False
    status: Status | None = None
    split: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0

    @property
    def chooses(self) -> bool:
        """Tell whether layers are chosen."""
        return bool(self.annotators or self.gold or self.status)

    def layers(self) -> LayerFilter:
        """Return which layers to read."""
        named = bool(self.annotators or self.gold)
        return LayerFilter(
            annotators=frozenset(self.annotators) if named else None,
            gold=self.gold or not named,
            statuses=frozenset({self.status} if self.status else ()),
        )


@dataclass(slots=True)
class ExportReport:
    """What was written; `loses` says in words what the format cannot hold,
    `losses` counts, with examples, what of this project that was.
    """

    articles: int = 0
    layers: int = 0
    spans: int = 0
    loses: str = ""
    losses: LossReport = field(default_factory=LossReport)
    files: list[Path] = field(default_factory=list)


class ExportCancelled(UserError):
    """Somebody stopped an export; the files are as they were."""


def export(
    ws: Project,
    target: Path | BinaryIO,
    options: ExportOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportReport:
    """Write a project to a stream or a file, or with a split to the files of a folder.

    `progress` is told articles done and articles in all.
    """
    options = options or ExportOptions()
    check_people(ws, options)
    chosen = registry.find(options.format, writes=True)
    report = ExportReport(loses=chosen.loses)
    run = _Run(ws, options, chosen, report, progress, cancelled)
    with collection_paused(), ws.database.snapshot():
        if options.split:
            if not isinstance(target, Path):
                raise UserError("A split needs a folder to write to: name it with --output.")
            run.to_folder(target)
        elif isinstance(target, Path):
            run.to_file(target, None)
        else:
            run.to_stream(target, None)
    return report


def deal(ids: list[ArticleId], shares: Mapping[str, float], seed: int) -> dict[ArticleId, str]:
    """Deal articles to the named shares; the same ids and seed give the same hands."""
    if abs(sum(shares.values()) - 1) > 1e-6 or any(share < 0 for share in shares.values()):
        raise UserError("The shares of a split must be positive and add up to 1.")
    shuffled = sorted(ids)
    random.Random(seed).shuffle(shuffled)
    dealt: dict[ArticleId, str] = {}
    upto, start = 0.0, 0
    for name, share in shares.items():
        upto += share
        stop = round(upto * len(shuffled))
        dealt |= dict.fromkeys(shuffled[start:stop], name)
        start = stop
    return dealt


class _Run:
    """One export: where it reads, what it counts, whom it tells."""

    def __init__(  # noqa: PLR0917
        self,
        ws: Project,
        options: ExportOptions,
        chosen: Format,
        report: ExportReport,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._ws = ws
        self._options = options
        self._format = chosen
        self._report = report
        self._progress = progress
        self._cancelled = cancelled
        self._total = ws.article_count()

    def to_folder(self, folder: Path) -> None:
        """Write one file for each share of the split."""
        folder.mkdir(parents=True, exist_ok=True)
        taken = [article.id for article, _ in self._labelled(None)]
        dealt = deal(taken, self._options.split, self._options.seed)
        suffix = self._format.suffixes[0]
        for name in self._options.split:
            mine = frozenset(article for article, share in dealt.items() if share == name)
            self.to_file(folder / f"{name}{suffix}", mine)

    def to_file(self, path: Path, only: frozenset[ArticleId] | None) -> None:
        """Write a file: there is the old one or the complete new one."""
        partial = partial_name(path)
        try:
            with partial.open("wb", buffering=1 << 20) as stream:
                self.to_stream(stream, only)
            replace(partial, path)
        except OSError as error:
            raise UserError(f"{path} cannot be written ({error.strerror}).") from error
        finally:
            partial.unlink(missing_ok=True)
        self._report.files.append(path)

    def to_stream(self, stream: BinaryIO, only: frozenset[ArticleId] | None) -> None:
        """Write to an open stream."""
        write = self._format.write
        assert write is not None
        articles: Iterator[Labelled] = iter(())
        if self._format.with_articles:
            articles = self._counted(only)
        holds = self._format.declares
        # the native format loses nothing, and counting would cost a large export its speed
        if holds is not None and self._format.loses:
            articles = counted(articles, self._ws.scheme, holds, self._report.losses)
        stream.writelines(write(articles, self._ws.scheme))

    def _counted(self, only: frozenset[ArticleId] | None) -> Iterator[tuple[Article, list[Layer]]]:
        report = self._report
        for article, layers in self._labelled(only):
            report.articles += 1
            report.layers += len(layers)
            report.spans += sum(len(layer.spans) for layer in layers)
            if report.articles % _TOLD_EVERY == 0:
                self._tell()
            yield article, layers

    def _labelled(self, only: frozenset[ArticleId] | None) -> Iterator[tuple[Article, list[Layer]]]:
        wanted, chooses = self._options.layers(), self._options.chooses
        for article, layers in read_labelled(self._ws.database, self._ws.people_store, wanted):
            if (layers or not chooses) and (only is None or article.id in only):
                yield article, layers

    def _tell(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise ExportCancelled("The export was stopped; nothing was written.")
        if self._progress is not None:
            self._progress(self._report.articles, self._total)


def check_people(ws: Project, options: ExportOptions) -> None:
    """Raise `UserError` for a name that nobody in the project has."""
    for name in options.annotators:
        if ws.people_store.named(name) is None:
            raise UserError(f"Nobody is named {name} in this project.")
