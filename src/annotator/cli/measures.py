"""The command `agreement`: a table to read, or the JSON of the contract."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from annotator.agreement.report import Report, Row, to_json
from annotator.cli.streams import put, say, table
from annotator.workspace.agreement import AgreementOptions
from annotator.workspace.agreement import agreement as measure
from annotator.workspace.agreement_board import finished_articles
from annotator.workspace.agreement_export import About, write_html
from annotator.workspace.workspace import Workspace


def agreement(wanted: argparse.Namespace) -> int:
    """Print how far people agree."""
    options = AgreementOptions(tuple(wanted.annotator), tuple(wanted.label), gamma=wanted.gamma)
    with Workspace.open(wanted.project, read_only=True) as ws:
        found = measure(ws, options)
        if wanted.html is not None:
            titles = {one.id: one.title for one in finished_articles(ws.database).values()}
            write_html(found, About.of(ws, titles, wanted.language), wanted.html)
    if found.message:
        say(found.message)
    if wanted.json:
        put(json.dumps(to_json(found), ensure_ascii=False))
        return 0
    for line in () if wanted.html is not None else _lines(found):
        put(line)
    return 0


def _lines(found: Report) -> Iterator[str]:
    yield f"articles: {found.articles}; annotators: {', '.join(found.annotators)}"
    for group in dict.fromkeys(row.annotators for row in found.rows):
        rows = [row for row in found.rows if row.annotators == group]
        yield ""
        yield " – ".join(group)
        yield from table(
            [("measure", "label", "value", "95 % interval", "n", ""), *map(_cells, rows)]
        )


def _cells(row: Row) -> tuple[object, ...]:
    name = row.measure if row.variant is None else f"{row.measure} {row.variant}"
    value = "–" if row.value is None else f"{row.value:.3f}"
    interval = "" if row.low is None else f"{row.low:.3f}–{row.high:.3f}"
    said = row.undefined or "; ".join(map(str, row.notes))
    return (name, row.label or "all", value, interval, row.n, said)
