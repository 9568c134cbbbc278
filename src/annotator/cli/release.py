"""The command that makes a data set folder."""

from __future__ import annotations

import argparse

from annotator.cli.streams import Progress, say
from annotator.cli.transfer import parse_split
from annotator.workspace.exporting import ExportOptions
from annotator.workspace.release import ReleaseOptions, ReleaseReport, release
from annotator.workspace.workspace import Workspace


def make_release(wanted: argparse.Namespace) -> int:
    """Make the folder; what each side holds is told on standard error."""
    export = ExportOptions(
        format=wanted.format,
        annotators=tuple(wanted.annotator),
        gold=wanted.gold,
        status=wanted.status,
        split=parse_split(wanted.split) if wanted.split is not None else {},
        seed=wanted.seed,
    )
    options = ReleaseOptions(export, tuple(wanted.stratify), wanted.pseudonyms)
    progress = Progress("articles")
    with Workspace.open(wanted.project, read_only=True) as ws:
        try:
            report = release(ws, wanted.output, options, progress=progress)
        finally:
            progress.end()
    _tell(report)
    return 0


def _tell(report: ReleaseReport) -> None:
    for loss in report.losses:
        say(f"Not in this format: {loss}")
    for name, side in report.sides.items():
        say(f"{name}: articles {side.articles}, layers {side.layers}, spans {side.spans.total()}")
    say(f"{report.folder} is written: {', '.join(report.files)}.")
