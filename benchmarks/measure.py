"""Run a command several times in processes of its own; report CPU, wall and peak memory.

Shared machines are noisy: quote CPU seconds and ratios to a limit measured in the same run.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORK = HERE.parent / "build" / "bench"


@dataclass
class Figures:
    """The counted runs of one command; seconds and mebibytes."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    results: list[dict[str, float]] = field(default_factory=list)

    def median(self, name: str) -> float:
        """Return the median of `cpu`, `wall`, `memory` or a figure the command printed."""
        return statistics.median(self.values(name))

    def values(self, name: str) -> list[float]:
        """Return all values of a figure."""
        own = getattr(self, name, None)
        return own if own is not None else [result[name] for result in self.results]


def run(command: list[str], *, runs: int = 5, warmup: int = 1) -> Figures:
    """Run a Python command in fresh processes; its last line may be a JSON object of figures."""
    figures = Figures()
    for number in range(warmup + runs):
        cpu, wall, memory, result = _once(command)
        if number >= warmup:
            figures.cpu.append(cpu)
            figures.wall.append(wall)
            figures.memory.append(memory)
            figures.results.append(result)
    return figures


def _once(command: list[str]) -> tuple[float, float, float, dict[str, float]]:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, _last_object(output)


def environment() -> dict[str, str]:
    """Return the environment of measured programs: no screen unless one is given.

    Bytecode is kept, as it is on a user's machine, whatever the caller's environment says.
    """
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*.warning=false",
        **inherited,
        "PYTHONPATH": str(HERE),
    }


def _last_object(output: str) -> dict[str, float]:
    lines = output.strip().splitlines()
    if lines and lines[-1].startswith("{"):
        figures: dict[str, float] = json.loads(lines[-1])
        return figures
    return {}


def percentile(values: list[float], share: float) -> float:
    """Return the value below which a share of all values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def row(name: str, ours: Figures, limit: Figures, figure: str = "cpu", unit: str = "s") -> str:
    """Return one row of the table: median (minimum–maximum), the limit, and the ratio."""
    ratio = ours.median(figure) / limit.median(figure)
    return (
        f"| {name} | {spread(ours, figure)} {unit} | {spread(limit, figure)} {unit} | {ratio:.2f} |"
    )


def spread(figures: Figures, figure: str) -> str:
    """Return median, minimum and maximum of a figure."""
    values = figures.values(figure)
    return f"{statistics.median(values):.3f} ({min(values):.3f}–{max(values):.3f})"
