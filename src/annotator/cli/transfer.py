"""Import and export on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import BinaryIO

from annotator.cli.streams import Progress, replace_file, say, target
from annotator.domain.errors import UserError
from annotator.formats.columns import COLUMNS
from annotator.formats.records import IMPORTED
from annotator.workspace import transfer
from annotator.workspace.import_report import report_lines
from annotator.workspace.transfer import ExportOptions, ExportReport, ImportOptions, ImportReport
from annotator.workspace.workspace import Workspace

_EXAMPLE = "train=0.8,dev=0.1,test=0.1"
_COLUMNS = "text=body,title=headline"


def import_files(wanted: argparse.Namespace) -> int:
    """Import files and folders; each rejection is one line on standard error."""
    options = ImportOptions(
        format=wanted.format,
        annotator=IMPORTED if wanted.annotator is None else wanted.annotator,
        status=wanted.status,
        add_labels=wanted.add_labels,
        replace=wanted.replace,
        skip_duplicates=wanted.skip_duplicates,
        strict=wanted.strict,
        columns=parse_columns(wanted.columns) if wanted.columns is not None else (),
    )
    progress = Progress("bytes read")
    with Workspace.open(wanted.project, lock=True) as ws:
        try:
            report = transfer.import_paths(ws, wanted.paths, options, progress=progress)
        finally:
            progress.end()
    if wanted.report:
        replace_file(wanted.report, report_lines(report))
    return _tell_import(report, strict=wanted.strict)


def parse_columns(given: str) -> tuple[tuple[str, str], ...]:
    """Read `text=body,title=headline`; raise `UserError` where it is none."""
    pairs = [part.partition("=") for part in given.split(",")]
    for key, _, name in pairs:
        if key.strip() not in COLUMNS or not name.strip():
            keys = ", ".join(COLUMNS)
            raise UserError(f"{key!r} is no column to name: write {_COLUMNS} (of {keys}).")
    return tuple((key.strip(), name.strip()) for key, _, name in pairs)


def _tell_import(report: ImportReport, *, strict: bool) -> int:
    for rejection in report.rejections:
        say(str(rejection))
    for file, encoding in report.encodings.items():
        say(f"{file}: read as {encoding}, which is a guess: look at the article")
    for copy in report.copies:
        say(f"note: {copy}{'' if copy.taken else ', passed over'}")
    for kind, count in sorted(report.notices.items()):
        say(f"note: {kind} ({count})")
    if report.labels:
        say(f"The scheme has new labels: {', '.join(report.labels)}.")
    rejected = len(report.rejections)
    if rejected and (strict or not (report.taken or report.unchanged or report.duplicates)):
        say(f"annotator: nothing was imported; rejected: {rejected}.")
        return 2
    say(_summary(report))
    return 1 if rejected else 0


def _summary(report: ImportReport) -> str:
    counts = {
        "articles": report.articles,
        "layers": report.layers,
        "layers replaced": report.replaced,
        "unchanged": report.unchanged,
        "duplicates passed over": report.duplicates,
        "rejected": len(report.rejections),
    }
    told = [f"{what} {count}" for what, count in counts.items() if count or what in _ALWAYS]
    return f"Imported: {', '.join(told)}."


_ALWAYS = ("articles", "layers")


def export(wanted: argparse.Namespace) -> int:
    """Export to standard output, a file, or with a split a folder."""
    options = ExportOptions(
        format=wanted.format,
        annotators=tuple(wanted.annotator),
        gold=wanted.gold,
        status=wanted.status,
        split=parse_split(wanted.split) if wanted.split is not None else {},
        seed=wanted.seed,
    )
    to: Path | None = wanted.output
    if options.split and (to is None or to.is_file()):
        raise UserError("A split is written into a folder: name one with --output.")
    with Workspace.open(wanted.project, read_only=True) as ws:
        if options.split and to:
            report = _write(ws, to, options)
        else:
            with target(to) as where:
                report = _write(ws, where, options)
    _tell_export(report)
    return 0


def _write(ws: Workspace, where: Path | BinaryIO, options: ExportOptions) -> ExportReport:
    progress = Progress("articles")
    try:
        return transfer.export(ws, where, options, progress=progress)
    finally:
        progress.end()


def parse_split(given: str) -> dict[str, float]:
    """Read `train=0.8,dev=0.1,test=0.1`; raise `UserError` where it is none."""
    parts = [part.partition("=") for part in given.split(",")]
    shares: dict[str, float] = {}
    for name, _, digits in parts:
        if not name.isidentifier() or name in shares:
            raise UserError(f"A split names each of its sides once, as in {_EXAMPLE}.")
        try:
            shares[name] = float(digits)
        except ValueError as error:
            raise UserError(f"{digits!r} is no share: write a split as {_EXAMPLE}.") from error
    if not abs(sum(shares.values()) - 1) < 1e-6 or min(shares.values()) < 0:
        raise UserError(f"The shares of a split add up to 1, as in {_EXAMPLE}.")
    return shares


def _tell_export(report: ExportReport) -> None:
    if report.loses:
        say(f"Not in this format: {report.loses}.")
    for line in report.losses.lines():
        say(f"Lost: {line}")
    for file in report.files:
        say(f"{file} is written.")
    say(f"Exported: articles {report.articles}, layers {report.layers}, spans {report.spans}.")
