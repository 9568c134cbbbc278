"""What an import would bring: the first records, columns, unknown labels and copies.

Nothing is written. Whether a record is refused for what the project holds is the import's to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.ids import ArticleId
from annotator.domain.scheme import Scheme
from annotator.formats.column_names import column_names
from annotator.formats.records import ReadContext, Record
from annotator.formats.sources import find_sources, read_source
from annotator.storage.articles import read_articles
from annotator.workspace.copies import Copies, Copy
from annotator.workspace.project import Project

FIRST = 200
Stop = Callable[[], bool]
ColumnChoice = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Preview:
    """The first records of the files; `more`: they hold others behind them.

    `columns` are the names in the first file that has columns, `unknown` counts the records with
    each label that the scheme lacks.
    """

    records: list[Record | Rejection] = field(default_factory=list)
    more: bool = False
    columns: tuple[str, ...] = ()
    unknown: Counter[str] = field(default_factory=Counter)


def preview(
    paths: Sequence[Path], scheme: Scheme, columns: ColumnChoice, stop: Stop, first: int = FIRST
) -> Preview:
    """Read the first records of files; `UserError` where a path cannot be read at all."""
    context = ReadContext(scheme, add_labels=True, columns=columns)
    sources = find_sources(paths)
    found = Preview(columns=next(filter(None, map(column_names, sources)), ()))
    records = (record for source in sources for record in read_source(source, context))
    for record in islice(records, first + 1):
        if stop() or len(found.records) == first:
            found.more = True
            break
        found.records.append(record)
        if isinstance(record, Record):
            found.unknown.update(record.unknown_labels)
    return found


class _Stopped(Exception):
    """Raised to leave the reading of a project."""


def find_copies(ws: Project, records: Sequence[Record | Rejection], stop: Stop) -> tuple[Copy, ...]:
    """Return which new articles are like others, in the project or before them; none if stopped."""
    copies = Copies(ws, skip=True, articles=_articles(ws, stop))
    seen: set[ArticleId] = set()
    found: list[Copy] = []
    try:
        for record in records:
            if not isinstance(record, Record) or record.article.id in seen:
                continue
            seen.add(record.article.id)
            copy = copies.find(record)
            if copy is not None and copy.like != record.article.id:
                found.append(copy)
    except _Stopped:
        return ()
    return tuple(found)


def _articles(ws: Project, stop: Stop) -> Iterator[Article]:
    for _, article in read_articles(ws.database):
        if stop():
            raise _Stopped
        yield article
