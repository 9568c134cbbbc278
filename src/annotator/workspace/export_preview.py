"""What an export would write, before it does: its first bytes, and what the format loses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from annotator.formats import registry
from annotator.formats.loss import LossReport, counted
from annotator.formats.records import Labelled
from annotator.storage.reading import read_labelled
from annotator.workspace.exporting import (
    Cancelled,
    ExportCancelled,
    ExportOptions,
    Progress,
    check_people,
)
from annotator.workspace.project import Project

_LIMIT = 4096
_FIRST = 3


def beginning(ws: Project, options: ExportOptions, limit: int = _LIMIT) -> str | None:
    """Return the first `limit` bytes as text; None where the format is no text."""
    check_people(ws, options)
    chosen = registry.find(options.format, writes=True)
    assert chosen.write is not None
    articles = islice(_labelled(ws, options), _FIRST if chosen.with_articles else 0)
    written = b""
    with ws.database.snapshot():
        for chunk in chosen.write(articles, ws.scheme):
            written += chunk
            if len(written) >= limit:
                break
    head = written[:limit]
    if b"\0" in head or head.startswith(b"PK"):
        return None
    # the cut may go through a character
    return head.decode(errors="ignore")


def losses(
    ws: Project,
    options: ExportOptions,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> LossReport | None:
    """Count what the format loses of what is asked for; None where it does not declare itself."""
    check_people(ws, options)
    holds = registry.find(options.format, writes=True).declares
    if holds is None:
        return None
    report = LossReport()
    total = ws.article_count()
    with ws.database.snapshot():
        for _ in counted(_labelled(ws, options), ws.scheme, holds, report):
            if cancelled is not None and cancelled():
                raise ExportCancelled("The export was stopped; nothing was written.")
            if progress is not None and report.articles % 200 == 0:
                progress(report.articles, total)
    return report


def _labelled(ws: Project, options: ExportOptions) -> Iterator[Labelled]:
    for article, layers in read_labelled(ws.database, ws.people_store, options.layers()):
        if layers or not options.chooses:
            yield article, layers
