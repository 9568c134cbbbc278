"""A data set to hand on: a folder with split, data sheet, scheme and checksums, made in one go.

The folder is made beside its place and renamed when all is written. The same project, options and
seed give the same bytes. How sides are dealt is `release_split`'s, the sheet `data_sheet`'s.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import orjson

from annotator import assets
from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer
from annotator.domain.scheme_file import to_text
from annotator.formats import registry
from annotator.formats.format import Format
from annotator.formats.loss import LossReport, counted
from annotator.formats.near_duplicates import LIKE, Clusters, LikeTexts
from annotator.persian.fold import fold_key
from annotator.storage.publish import sync, sync_folder
from annotator.storage.reading import read_labelled
from annotator.workspace.collecting import collection_paused
from annotator.workspace.data_sheet import Counts, Sheet, data_sheet
from annotator.workspace.exporting import (
    Cancelled,
    ExportCancelled,
    ExportOptions,
    Progress,
    check_people,
)
from annotator.workspace.project import Project
from annotator.workspace.pseudonyms import pseudonyms, renamed
from annotator.workspace.release_split import Group, deal_groups

SPLIT = {"train": 0.8, "dev": 0.1, "test": 0.1}
SHEET, SCHEME, ARTICLES, SUMS = "DATASHEET.md", "scheme.json", "articles.jsonl", "SHA256SUMS"
_GUIDELINES = "guidelines/{}.{}.md"
_TOLD_EVERY = 200


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """What to hand on: an export's options, with a split of its own where they have none.

    `stratify`: labels whose share is to be the same on every side. `pseudonyms`: leave the names of
    people out.
    """

    export: ExportOptions = field(default_factory=ExportOptions)
    stratify: tuple[str, ...] = ()
    pseudonyms: bool = False

    @property
    def split(self) -> dict[str, float]:
        """The sides and their shares."""
        return dict(self.export.split or SPLIT)


@dataclass(slots=True)
class ReleaseReport:
    """What was written: the files, the counts of each side, a sentence for each loss."""

    folder: Path
    files: list[str] = field(default_factory=list)
    sides: dict[str, Counts] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many articles there are on all sides."""
        return sum(side.articles for side in self.sides.values())


def release(
    ws: Project,
    folder: Path,
    options: ReleaseOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ReleaseReport:
    """Make a data set folder; raises `UserError` where one with something in it exists.

    `progress` is told articles done and articles in all; every article is read twice or more.
    """
    options = options or ReleaseOptions()
    _check(ws, folder, options)
    partial = folder.with_name(f"{folder.name}.{os.getpid()}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        with collection_paused(), ws.database.snapshot():
            report = _Release(ws, partial, options, progress, cancelled).make()
        _take_place(partial, folder)
    except OSError as error:
        raise UserError(f"{folder} cannot be written ({error.strerror}).") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return replace(report, folder=folder)


def _check(ws: Project, folder: Path, options: ReleaseOptions) -> None:
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UserError(f"{folder} exists and is not empty: name a new folder for the data set.")
    check_people(ws, options.export)
    if not registry.find(options.export.format, writes=True).with_articles:
        raise UserError(f"The format {options.export.format} holds no articles: choose another.")
    known = [label.id for label in ws.scheme.labels]
    for label in options.stratify:
        if label not in known:
            raise UserError(f"The scheme has no label {label!r}: it has {', '.join(known)}.")


def _take_place(partial: Path, folder: Path) -> None:
    for file in partial.iterdir():
        sync(file)
    sync_folder(partial)
    if folder.is_dir():
        folder.rmdir()
    partial.rename(folder)
    sync_folder(folder.parent)


@dataclass(slots=True)
class _Entry:
    """What is kept of an article while the sides are dealt."""

    sha256: str
    labels: frozenset[str]


_NONE: frozenset[str] = frozenset()


class _Release:
    """One release: what is known after the first reading, and the writing of the files."""

    def __init__(
        self,
        ws: Project,
        folder: Path,
        options: ReleaseOptions,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._ws = ws
        self._folder = folder
        self._options = options
        self._progress = progress
        self._cancelled = cancelled
        self._format: Format = registry.find(options.export.format, writes=True)
        self._entries: dict[ArticleId, _Entry] = {}
        self._clusters: Clusters[ArticleId] = Clusters({})
        self._names: dict[str, str] = {}
        self._copies: list[list[str]] = []
        self._lost = LossReport()
        self._done = 0
        self._total = ws.article_count() * (1 + len(options.split))

    def make(self) -> ReleaseReport:
        self._names = self._pseudonyms()
        self._look()
        if not self._entries:
            raise UserError(
                "There is nothing to release: no article has a layer that was asked for."
            )
        sides = self._deal()
        report = ReleaseReport(self._folder)
        suffix = self._format.suffixes[0]
        for side in self._options.split:
            report.files.append(f"{side}{suffix}")
            report.sides[side] = self._write_side(self._folder / f"{side}{suffix}", side, sides)
        report.losses = self._lost.lines() or list(filter(None, [self._format.loses]))
        self._write(report, SCHEME, to_text(self._ws.scheme))
        for language in ("fa", "en"):
            path = _GUIDELINES.format(self._ws.scheme.id, language)
            if assets.exists(path):
                self._write(report, f"guideline.{language}.md", assets.read_text(path))
        self._list_articles(report, sides)
        self._write(report, SHEET, data_sheet(self._ws, self._sheet(report, sides)))
        self._write(report, SUMS, _sums(self._folder, report.files))
        return report

    def _pseudonyms(self) -> dict[str, str]:
        names = [person.name for person in self._ws.people()]
        return pseudonyms(names, self._options.export.seed) if self._options.pseudonyms else {}

    def _labelled(self) -> Iterator[tuple[Article, list[Layer]]]:
        """Yield the articles asked for, under the names that go out."""
        wanted, chooses = self._options.export.layers(), self._options.export.chooses
        for article, layers in read_labelled(self._ws.database, self._ws.people_store, wanted):
            self._tell()
            if layers or not chooses:
                names = self._names
                yield article, [renamed(layer, names) for layer in layers] if names else layers

    def _look(self) -> None:
        """Read all once: which labels an article has, and which other ones it is like."""
        seen: LikeTexts[ArticleId] = LikeTexts()
        short: dict[str, ArticleId] = {}
        stratify = frozenset(self._options.stratify)
        for article, layers in self._labelled():
            labels = {span.label for layer in layers for span in layer.spans.values()}
            self._entries[article.id] = _Entry(article.sha256, (stratify & labels) or _NONE)
            made = seen.signature(article.text)
            for like in seen.matches(article.id, made):
                self._clusters.join(article.id, like.earlier)
            seen.add(article.id, made)
            if made is None:
                self._clusters.join(
                    article.id, short.setdefault(fold_key(article.text), article.id)
                )

    def _deal(self) -> dict[str, str]:
        groups: dict[ArticleId, Group] = {}
        for article, entry in self._entries.items():
            group = groups.setdefault(self._clusters.of(article), Group())
            group.articles.append(article)
            if entry.labels:
                group.labels.update(entry.labels)
        self._copies = [group.articles for group in groups.values() if len(group.articles) > 1]
        return deal_groups(list(groups.values()), self._options.split, self._options.export.seed)

    def _write_side(self, path: Path, side: str, sides: dict[str, str]) -> Counts:
        counts = Counts()
        write = self._format.write
        assert write is not None

        def mine() -> Iterator[tuple[Article, list[Layer]]]:
            for article, layers in self._labelled():
                if sides[article.id] == side:
                    counts.add(article, layers)
                    yield article, layers

        scheme, holds = self._ws.scheme, self._format.declares
        articles = counted(mine(), scheme, holds, self._lost) if holds else mine()
        with path.open("wb", buffering=1 << 20) as stream:
            stream.writelines(write(articles, scheme))
        return counts

    def _write(self, report: ReleaseReport, name: str, text: str) -> None:
        (self._folder / name).write_bytes(text.encode())
        report.files.append(name)

    def _list_articles(self, report: ReleaseReport, sides: dict[str, str]) -> None:
        """Write a line for each article: side, hash of the text, group of near-duplicates."""
        groups = {one: n for n, articles in enumerate(self._copies, 1) for one in articles}
        with (self._folder / ARTICLES).open("wb", buffering=1 << 20) as stream:
            for article, entry in self._entries.items():
                about = {
                    "id": article,
                    "side": sides[article],
                    "text_sha256": entry.sha256,
                    "group": groups.get(article),
                }
                stream.write(orjson.dumps(about, option=orjson.OPT_APPEND_NEWLINE))
        report.files.append(ARTICLES)

    def _sheet(self, report: ReleaseReport, sides: dict[str, str]) -> Sheet:
        return Sheet(
            sides=report.sides,
            format=self._format.name,
            losses=report.losses,
            seed=self._options.export.seed,
            shares=self._options.split,
            stratified={
                label: Counter(
                    sides[a] for a, entry in self._entries.items() if label in entry.labels
                )
                for label in self._options.stratify
            },
            copies=sum(map(len, self._copies)),
            groups=len(self._copies),
            threshold=LIKE,
            pseudonyms=self._options.pseudonyms,
            names=self._names,
            files=[*report.files, SHEET, SUMS],
            articles_file=ARTICLES,
        )

    def _tell(self) -> None:
        self._done += 1
        if self._done % _TOLD_EVERY:
            return
        if self._cancelled is not None and self._cancelled():
            raise ExportCancelled("The release was stopped; nothing was written.")
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def _sums(folder: Path, names: list[str]) -> str:
    lines = []
    for name in sorted(names):
        with (folder / name).open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {name}\n")
    return "".join(lines)
