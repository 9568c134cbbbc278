"""Writing the report that is on the agreement page into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from annotator.agreement.report import Report
from annotator.ui import i18n
from annotator.ui.i18n import translate
from annotator.workspace import agreement_export
from annotator.workspace.agreement_board import Overview
from annotator.workspace.agreement_export import About
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

Write = Callable[[Report, About, Path], None]


def ask(window: MainWindow, found: Overview, kind: str) -> None:
    """Ask where, and write the report as `html`, `pdf`, `csv` or `json`."""
    ws = window.bridge.workspace
    if ws is None:
        return
    start = str(ws.path.with_name(f"{ws.path.stem}-agreement.{kind}"))
    title, pattern = translate("Agreement", "Export the report"), f"{kind.upper()} (*.{kind})"
    chosen, _ = QFileDialog.getSaveFileName(window, title, start, pattern)
    if chosen:
        write(window, found, kind, Path(chosen))


def write(window: MainWindow, found: Overview, kind: str, target: Path) -> None:
    """Write the report and say where it is."""
    from annotator.ui.agreement_pdf import write_pdf

    ways: dict[str, Write] = {
        "html": agreement_export.write_html,
        "csv": agreement_export.write_csv,
        "json": agreement_export.write_json,
        "pdf": write_pdf,
    }

    def run(ws: Workspace) -> bool:
        titles = {key: one.title for key, one in found.articles.items()}
        ways[kind](found.report, About.of(ws, titles, i18n.language()), target)
        return True

    if window.bridge.run(run):
        template = translate("Agreement", "The report is in {path}.")
        text = i18n.fill(template, path=i18n.left_to_right(str(target)))
        window.session.message.emit(text)
