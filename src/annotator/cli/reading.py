"""Commands that only look: an article, a search, the counts, the formats."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from annotator.cli import terminal
from annotator.cli.labelled_text import labelled_article
from annotator.cli.streams import put, say, table
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, LayerKey, Status
from annotator.domain.span import Json
from annotator.formats.registry import FORMATS
from annotator.workspace.search import search as find
from annotator.workspace.workspace import Workspace


def show(wanted: argparse.Namespace) -> int:
    """Print an article with each of its layers, or with that of one person."""
    with Workspace.open(wanted.project, read_only=True) as ws:
        screen = terminal.find(wanted.bidi, tuple(label.id for label in ws.scheme.labels))
        article = ws.article(ArticleId(wanted.article))
        for line in labelled_article(article, _layers(ws, article.id, wanted.annotator), screen):
            put(line)
    return 0


def _layers(ws: Workspace, article: ArticleId, annotator: str | None) -> list[Layer]:
    keys = ws.layers(article)
    if annotator is not None:
        keys = [key for key in keys if key.annotator == annotator]
        if not keys:
            raise UserError(f"{annotator} has no layer on the article {article}.")
    return [ws.layer(LayerKey(*key)) for key in keys]


def search(wanted: argparse.Namespace) -> int:
    """Print each hit with its place and what stands around it."""
    screen = terminal.find("auto")
    hits = passed = total = 0
    with Workspace.open(wanted.project, read_only=True) as ws:
        while not passed or passed < total:
            result = find(ws, wanted.query, limit=_PAGE, offset=passed)
            total = result.total
            passed += _PAGE
            hits += len(result.hits)
            for hit in result.hits:
                around = f"{hit.before}[{hit.hit}]{hit.after}".replace("\n", " ")
                put(f"{hit.article_id}:{hit.start}-{hit.end}: {screen.text(around)}")
    say(f"Hits: {hits} in {total} articles.")
    return 0


# in articles
_PAGE = 200


def stats(wanted: argparse.Namespace) -> int:
    """Print progress and counts."""
    with Workspace.open(wanted.project, read_only=True) as ws:
        counts = ws.stats()
    if wanted.json:
        put(json.dumps(counts, ensure_ascii=False))
        return 0
    for line in _stats_lines(counts):
        put(line)
    return 0


def _stats_lines(counts: dict[str, Json]) -> Iterator[str]:
    yield f"articles: {counts['articles']}"
    columns = ["name", *map(str, Status), "spans"]
    yield ""
    yield from table([columns, *([p[c] for c in columns] for p in counts["people"])])
    if counts["labels"]:
        yield ""
        yield from table([("label", "spans"), *counts["labels"].items()])


def formats(wanted: argparse.Namespace) -> int:  # noqa: ARG001
    """Print which formats there are."""
    rows: list[tuple[str, ...]] = [("name", "import", "export", "files", "holds")]
    for one in FORMATS:
        can = tuple("yes" if able else "no" for able in (one.reads, one.writes))
        rows.append((one.name, *can, " ".join(one.suffixes), one.holds))
    for line in table(rows):
        put(line)
    return 0
