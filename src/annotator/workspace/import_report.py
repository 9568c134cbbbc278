"""The report of an import as JSON Lines: what was rejected, and which articles are like others."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from annotator.domain.errors import Rejection
from annotator.workspace.copies import Copy
from annotator.workspace.importing import ImportReport


def report_lines(report: ImportReport) -> Iterator[bytes]:
    """Yield a line for each rejection, then one for each article that is like another."""
    for about in (*map(_rejection, report.rejections), *map(_copy, report.copies)):
        yield orjson.dumps(about, option=orjson.OPT_APPEND_NEWLINE)


def _rejection(one: Rejection) -> dict[str, object]:
    return {
        "file": one.file,
        "line": one.line,
        "field": one.field,
        "reason": one.reason,
        "record": one.record,
    }


def _copy(copy: Copy) -> dict[str, object]:
    return {
        "file": copy.file,
        "line": copy.line,
        "field": "text",
        "reason": f"like the article {copy.like}",
        "record": copy.article,
        "like": copy.like,
        "share": round(copy.share, 2),
        "taken": copy.taken,
    }
