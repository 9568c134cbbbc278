"""Projects to measure on, made once from the synthetic corpora; children of `run.py` copy them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import corpus
from measure import WORK


def project(name: str, *files: Path, annotator: str = "") -> Path:
    """Return a project with the articles of native files, made where it is missing."""
    path = WORK / f"{name}.annotator"
    if not path.exists():
        command([*["new"], str(path), "--lead", "lead"])
        who = ["--annotator", annotator] if annotator else []
        command(["import", str(path), *map(str, files), *who])
    return path


def command(arguments: list[str]) -> None:
    """Run a command of the program."""
    subprocess.run([sys.executable, "-m", "annotator", *arguments], check=True)


def of_lead(source: Path) -> Path:
    """Return a copy of a corpus whose layers belong to who opens the window."""
    target = source.with_name(f"lead-{source.name}")
    if not target.exists():
        with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
            for line in lines:
                record = json.loads(line) | {"annotator": "lead", "status": "started"}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return target


def text_of(source: Path) -> Path:
    """Return the text of a one-article corpus as a plain file."""
    target = source.with_suffix(".txt")
    if not target.exists():
        target.write_text(json.loads(source.read_text("utf-8"))["text"], encoding="utf-8")
    return target


def small() -> Path:
    """Return a project with the article of 200 spans, which the window opens first."""
    return project("small", of_lead(corpus.art200()))


def mixed() -> Path:
    """Return a project with both articles of 200 spans and those of 100,000 words."""
    first = of_lead(corpus.corpus(10))
    return project(
        "mixed", first, *(of_lead(a) for a in (corpus.art200(), *map(corpus.long_article, (2000,))))
    )
