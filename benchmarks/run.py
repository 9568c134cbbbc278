"""Measure the program against its limits in one run and print the table of docs/performance.md.

make bench                          everything
make bench BENCH_ARGS="transfer"    one group: start, open, label, transfer
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import corpus
import projects
from measure import HERE, WORK, Figures, row, run, spread

WINDOW = str(HERE / "window.py")
LIMITS = str(HERE / "limits.py")
ART200, LONG = "bench-000200", "bench-100000"


def start() -> Iterator[str]:
    """Start to a painted article, whole processes."""
    text = projects.text_of(corpus.art200())
    ours = run([WINDOW, "start", str(projects.small())], runs=7)
    bare = run([WINDOW, "bare", str(text)], runs=7)
    yield row("start to usable window, CPU", ours, bare)
    yield row("start to usable window, wall", ours, bare, "wall")
    yield row("memory after start", ours, bare, "memory", "MiB")


def opening() -> Iterator[str]:
    """Open an article in a window that is there."""
    project = str(projects.mixed())
    for name, article, source in (
        ("open 200 spans", ART200, corpus.art200()),
        ("open 100,000 words, 2,000 spans", LONG, corpus.long_article()),
    ):
        ours = run([WINDOW, "open", project, article])
        bare = run([WINDOW, "bare-open", str(projects.text_of(source))])
        yield row(name, ours, bare, "open")


def label() -> Iterator[str]:
    """Label key to painted frame, durable commit included."""
    project = str(projects.mixed())
    for name, article in (("200 spans", ART200), ("100,000 words, 2,000 spans", LONG)):
        ours = run([WINDOW, "label", project, article], runs=5)
        for what in ("median", "p99"):
            yield plain(f"label key to paint, {name}, {what}", ours, f"label_{what}", 0.016)
        acts = run([WINDOW, "act", project, article], runs=3)
        for figure in sorted(acts.results[0]):
            if figure.endswith("p99"):
                yield plain(f"{figure[:-4]}, {name}, p99", acts, figure, 0.016)


def transfer() -> Iterator[str]:
    """Import and export 10,000 annotated articles, whole processes."""
    source = corpus.corpus()
    base, ours = WORK / "limit.db", WORK / "import.annotator"
    limit = run([LIMITS, "load", str(source), str(base)], runs=3)
    taken = run([str(HERE / "transfer.py"), "import", str(source), str(ours)], runs=3)
    yield row("import 10,000 articles, CPU", taken, limit)
    yield row("import 10,000 articles, memory", taken, limit, "memory", "MiB")
    limit = run([LIMITS, "dump", str(base), str(WORK / "limit.jsonl")], runs=3)
    written = run(
        ["-m", "annotator", "export", str(ours), "--output", str(WORK / "out.jsonl")], runs=3
    )
    yield row("export 10,000 articles, CPU", written, limit)
    yield row("export 10,000 articles, memory", written, limit, "memory", "MiB")


def plain(name: str, figures: Figures, figure: str, budget: float) -> str:
    """Return a row whose limit is a budget in seconds."""
    return f"| {name} | {spread(figures, figure)} s | budget {budget} s | {figures.median(figure) / budget:.2f} |"


GROUPS: dict[str, Callable[[], Iterator[str]]] = {
    "start": start,
    "open": opening,
    "label": label,
    "transfer": transfer,
}


def main(wanted: list[str]) -> None:
    """Print the table of the groups asked for, else of all."""
    print(f"{platform.platform()}, Python {platform.python_version()}, {_processors()} processors")
    print("\n| operation | annotator: median (min–max) | limit | ratio |\n|---|---|---|---|")
    for name, group in GROUPS.items():
        if not wanted or name in wanted:
            for line in group():
                print(line, flush=True)


def _processors() -> int:
    import os

    return os.cpu_count() or 1


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main(sys.argv[1:])
