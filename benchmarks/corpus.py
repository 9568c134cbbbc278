"""Synthetic corpora of any size: sentences of the sample articles, shuffled by a fixed seed.

Run as a program to write them once: `python benchmarks/corpus.py`.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import HERE, WORK

SAMPLE = HERE.parent / "resources" / "sample" / "sample.jsonl"
LABELS = ("SPEAKER", "QUOTE", "AGREEMENT", "TOPIC", "CUE")
STAMP = "2026-11-23T08:00:00Z"


def paragraphs() -> list[str]:
    """Return the distinct paragraphs of the sample articles."""
    with SAMPLE.open(encoding="utf-8") as lines:
        texts = {json.loads(line)["text"] for line in lines}
    return sorted({p for text in texts for p in text.split("\n") if len(p) > 60})


def article(number: int, characters: int, spans: int) -> dict[str, Any]:
    """Return one annotated article as a native record; the same number gives the same one."""
    source = random.Random(number)
    pieces: list[str] = []
    while sum(map(len, pieces)) < characters:
        pieces.append(source.choice(paragraphs_once()))
    text = "\n\n".join(pieces)
    return {
        "format": "annotator/1",
        "id": f"bench-{number:06}",
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "offset_unit": "codepoint",
        "direction": "rtl",
        "meta": {
            "title": pieces[0][:60],
            "source": f"خبرگزاری {number % 7}",
            "published": "2026-01-05",
        },
        "annotator": "a1",
        "status": "done",
        "scheme": {"id": "fa-news-attribution", "version": 1},
        "spans": list(_spans(source, text, spans)),
        "relations": [],
        "entities": [],
    }


def words(text: str) -> list[tuple[int, int]]:
    """Return the ranges between spaces."""
    found, start = [], 0
    for part in text.replace("\n", " ").split(" "):
        if part:
            found.append((start, start + len(part)))
        start += len(part) + 1
    return found


def _spans(source: random.Random, text: str, count: int) -> Iterator[dict[str, Any]]:
    places = words(text)
    chosen: dict[tuple[int, int, str], None] = {}
    while len(chosen) < count:
        first = source.randrange(len(places))
        last = min(len(places) - 1, first + source.choice((0, 1, 2, 3, 8, 20)))
        chosen[(places[first][0], places[last][1], source.choice(LABELS))] = None
    for i, (start, end, label) in enumerate(sorted(chosen, key=lambda c: (c[0], -c[1], c[2]))):
        attributes = {"attributes": {"type": "indirect"}} if label == "QUOTE" else {}
        yield {
            "id": f"s{i}",
            "label": label,
            "start": start,
            "end": end,
            "text": text[start:end],
            **attributes,
            "origin": "manual",
            "created": STAMP,
            "modified": STAMP,
        }


_cache: list[str] = []


def paragraphs_once() -> list[str]:
    """Return the paragraphs, read once."""
    if not _cache:
        _cache.extend(paragraphs())
    return _cache


def corpus(articles: int = 10_000) -> Path:
    """Write the corpus of annotated articles of about 3,000 characters where it is missing."""
    return _write(f"corpus-{articles}.jsonl", (article(i, 3000, 20) for i in range(articles)))


def art200() -> Path:
    """Write one article with 200 spans."""
    return _write("art200.jsonl", iter([article(200, 6000, 200)]))


def long_article(spans: int = 2000) -> Path:
    """Write one article of about 100,000 words."""
    return _write(f"long-{spans}.jsonl", iter([article(100_000, 560_000, spans)]))


def _write(name: str, records: Iterator[dict[str, Any]]) -> Path:
    path = WORK / name
    if not path.exists():
        WORK.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        part.replace(path)
    return path


if __name__ == "__main__":
    for made in (corpus(), art200(), long_article(), long_article(5000)):
        print(made.name, made.stat().st_size)
