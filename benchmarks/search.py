"""Looking through 100,000 articles: search, filters of the queue, concordance; 99th percentiles.

The project is made once, under `build/bench`. Beside each search stands the limit: the bare word
index of SQLite asked for the same words. `python benchmarks/search.py [articles]`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus import article
from measure import WORK, percentile

from annotator import assets
from annotator.domain import scheme_file
from annotator.domain.layer import Status
from annotator.workspace.concordance import concordance
from annotator.workspace.find import FindQuery, begin, page
from annotator.workspace.occurrences import Phrase
from annotator.workspace.queue import QueueFilter
from annotator.workspace.transfer import ImportOptions, import_paths
from annotator.workspace.workspace import Workspace

ARTICLES = 100_000
ROUNDS = 5
NAMES = ("سرگئی لاوروف", "عباس عراقچی", "وزیر خارجه", "رئیس‌جمهور")
WORDS = (
    *("ایران", "وزیر خارجه", "توافق", "گفت و گو", "نشست", "رئیس جمهور", "تهران", "برنامه"),
    *("سند", "همکاری", "و", "است", "دیدار وزیران", "می‌شود", "زلزله", "نیستدرجهان"),
)
SPANS = (
    FindQuery(label="QUOTE"),
    FindQuery(label="QUOTE", text="ایران", within_spans=True),
    FindQuery(label="SPEAKER", entity="لاوروف"),
    FindQuery(label="QUOTE", attribute=("type", "indirect")),
    FindQuery(flagged=True),
    FindQuery(text="توافق", statuses=frozenset({Status.SKIPPED})),
    FindQuery(text="ایران", since="2025-01-01", until="2025-06-30"),
    FindQuery(annotator="a2", label="TOPIC"),
)
RARE = FindQuery(label="QUOTE", attribute=("type", "mixed"))
FILTERS = (
    *(QueueFilter(text=text) for text in ("وزیر", "ایران", "نیست")),
    QueueFilter(statuses=frozenset({Status.DONE}), annotator="a1"),
    QueueFilter(label="QUOTE", annotator="a1"),
    QueueFilter(flagged=True, annotator="a1"),
    QueueFilter(order="title"),
)


def project(articles: int = ARTICLES) -> Path:
    """Make the project where it is missing: every fifth article labelled twice."""
    path = WORK / f"search-{articles}.annotator"
    if path.exists():
        return path
    WORK.mkdir(parents=True, exist_ok=True)
    part, lines = WORK / f"search-{articles}.part", WORK / f"search-{articles}.jsonl"
    part.unlink(missing_ok=True)
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in _records(articles))
    name = "schemes/fa-news-attribution.json"
    scheme = scheme_file.parse_text(assets.read_text(name))
    with Workspace.create(part, scheme, lead="مریم") as ws:
        import_paths(ws, [lines], ImportOptions())
    lines.unlink()
    part.rename(path)
    return path


def _records(articles: int) -> Iterator[dict[str, Any]]:
    for i in range(articles):
        one = article(i, 3000, 10)
        one["id"] = f"search-{i:06}"
        one["meta"]["published"] = f"202{4 + i % 3}-{i % 12 + 1:02}-{i % 28 + 1:02}"
        one["status"] = ("done", "started", "skipped")[i % 10 // 4]
        one["entities"] = [{"id": "e1", "name": NAMES[i % 4], "kind": "person"}]
        for number, span in enumerate(one["spans"]):
            if span["label"] == "SPEAKER":
                span["entity"] = "e1"
            if number == 0 and i % 97 == 0:
                span["flag"] = True
        yield one
        if i % 5 == 0:
            yield dict(one, annotator="a2", spans=one["spans"][::2])


def main(articles: int) -> None:
    """Print one line for each kind of looking."""
    with Workspace.open(project(articles)) as ws:
        print(f"{articles} articles, {ROUNDS} rounds after a warm-up; milliseconds, wall")
        queries = [FindQuery(text=text) for text in WORDS]
        _row("limit: word index alone", [lambda q=q: _bare(ws, q.text) for q in queries])
        _row("search, first page", [lambda q=q: page(ws, begin(ws, q)) for q in queries])
        _row("search, second page", [_next_page(ws, q) for q in queries])
        _row("with conditions, first page", [lambda q=q: page(ws, begin(ws, q)) for q in SPANS])
        _row("a value nobody gave (all is read)", [lambda: page(ws, begin(ws, RARE))], 1)
        _row("queue filter", [lambda f=f: ws.queue(f)[:30] for f in FILTERS])
        for phrase in ("وزیر خارجه", "توافق", "ارمنستان"):
            found = concordance(ws, Phrase(phrase))
            name = f"concordance «{phrase}», {len(found.lines)} lines"
            _row(name, [lambda p=phrase: concordance(ws, Phrase(p))], 1)


def _bare(ws: Workspace, text: str) -> None:
    words = " ".join(text.split())
    rows = ws.database.execute("SELECT rowid FROM word WHERE word MATCH ?", (f'"{words}"',))
    for _ in rows:
        pass


def _next_page(ws: Workspace, query: FindQuery) -> Callable[[], object]:
    search = begin(ws, query)
    first = page(ws, search)
    return lambda: page(ws, replace(search), first.next or 0)


def _row(name: str, calls: list[Callable[[], object]], rounds: int = ROUNDS) -> None:
    took: list[float] = []
    for number in range(rounds + 1):
        for call in calls:
            began = time.perf_counter()
            call()
            if number:
                took.append((time.perf_counter() - began) * 1000)
    print(
        f"{name:38} median {percentile(took, 0.5):8.1f}  99 % {percentile(took, 0.99):8.1f}"
        f"  most {max(took):8.1f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
