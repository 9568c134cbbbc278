"""100,000 annotated articles in and out, against a bare loop over sqlite3 and orjson in one run.

CPU seconds and peak memory of processes of their own. `--articles N` for fewer, `--runs N` for
more than one, `--work FOLDER` for the files (about 4 GB at 100,000). Formats that the program can
write are measured on request: `--formats csv,conll`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import measure
from corpus import corpus
from measure import HERE, WORK, Figures, run

from annotator.formats import registry

LIMITS = str(HERE / "limits.py")
COMMAND = ("-m", "annotator")


def main() -> None:
    """Print the table."""
    wanted = _arguments()
    source = corpus(wanted.articles)
    size = source.stat().st_size / 1024**2
    print(f"{wanted.articles} articles, {size:.0f} MiB of native JSONL, {wanted.runs} runs\n")
    print("| work | CPU s | limit, CPU s | ratio | MiB/s | peak MiB | limit, peak MiB |")
    print("|---|---|---|---|---|---|---|")
    bare, project = wanted.work / "bare.sqlite", wanted.work / "project.annotator"
    load = _measured(wanted.runs, [LIMITS, "load", str(source), str(bare)])
    taken = _imported(wanted.runs, project, source)
    _row("import", taken, load, size)
    target = wanted.work / "out"
    dump = _measured(wanted.runs, [LIMITS, "dump", str(bare), str(target)])
    out = ["export", str(project), "--output", str(target)]
    _row("export jsonl", _measured(wanted.runs, [*COMMAND, *out]), dump, size)
    for name in wanted.formats:
        registry.find(name, writes=True)
        made = _measured(wanted.runs, [*COMMAND, *out, "--format", name])
        _row(f"export {name}", made, dump, size)
    target.unlink()
    release = ["release", str(project), "--output"]
    _row("release", _measured(1, [*COMMAND, *release, str(wanted.work / "released")]), dump, size)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--work", type=Path, default=WORK / "streaming")
    parser.add_argument("--formats", type=lambda given: given.split(","), default=[])
    wanted = parser.parse_args()
    _clear(wanted.work)
    wanted.work.mkdir(parents=True, exist_ok=True)
    return wanted


def _clear(folder: Path) -> None:
    """Remove what an earlier run left, and nothing else."""
    released = folder / "released"
    old = [*folder.glob("bare.sqlite*"), *folder.glob("project.annotator*"), *released.glob("*")]
    for path in old:
        path.unlink()
    if released.is_dir():
        released.rmdir()


def _measured(runs: int, command: list[str]) -> Figures:
    return run(command, runs=runs, warmup=0)


def _imported(runs: int, project: Path, source: Path) -> Figures:
    """Import into a new project each time."""
    figures = Figures()
    for _ in range(runs):
        for old in project.parent.glob(f"{project.name}*"):
            old.unlink()
        measure.run([*COMMAND, "new", str(project), "--lead", "lead"], runs=1, warmup=0)
        once = _measured(1, [*COMMAND, "import", str(project), str(source)])
        figures.cpu += once.cpu
        figures.wall += once.wall
        figures.memory += once.memory
    return figures


def _row(name: str, ours: Figures, limit: Figures, size: float) -> None:
    cpu, bare = ours.median("cpu"), limit.median("cpu")
    speed = size / ours.median("wall")
    peaks = f"{ours.median('memory'):.0f} | {limit.median('memory'):.0f}"
    print(f"| {name} | {cpu:.1f} | {bare:.1f} | {cpu / bare:.2f} | {speed:.0f} | {peaks} |")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
