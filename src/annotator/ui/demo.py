"""The sample job without a screen: make the sample project, export it, paint the window.

`python -m annotator.ui.demo FOLDER` replaces what an earlier run left in the folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.ui.session import Session

PROJECT, EXPORT, PICTURE = "sample.annotator", "sample.jsonl", "window.png"
_SIZE = (1440, 900)
_LEAD = "سرپرست"


def main(folder: Path) -> None:
    """Write project, export and picture into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # a platform without a screen says at each window that it cannot size one
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    folder.mkdir(parents=True, exist_ok=True)
    for name in (PROJECT, f"{PROJECT}-wal", f"{PROJECT}-shm", EXPORT, PICTURE):
        (folder / name).unlink(missing_ok=True)
    _make(folder / PROJECT, folder / EXPORT)
    _paint(folder / PROJECT, folder / PICTURE)


def _make(project: Path, target: Path) -> None:
    from annotator.ui import sample
    from annotator.workspace.transfer import export

    with sample.create(project, _LEAD) as ws:
        export(ws, target)


def _paint(project: Path, target: Path) -> None:
    from PySide6.QtCore import QSettings

    from annotator.ui.app import set_up
    from annotator.ui.commands.files import open_project
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settings import Settings

    app = set_up(["annotator"])
    with tempfile.TemporaryDirectory() as folder:
        # settings of its own, so that the picture is the same for everybody
        store = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.put("appearance", "light")
        window = MainWindow(settings)
        window.resize(*_SIZE)
        window.show()
        open_project(window, project, _annotator(project))
        _select_quote(window.session)
        for _ in range(5):
            app.processEvents()
        window.grab().save(str(target))
        window.close()


def _annotator(project: Path) -> str | None:
    from annotator.domain.people import Role
    from annotator.workspace.workspace import Workspace

    with Workspace.open(project, read_only=True) as ws:
        return next((p.name for p in ws.people() if p.role is Role.ANNOTATOR), None)


def _select_quote(session: Session) -> None:
    """Open the first article and select its first quote with a speaker."""
    from annotator.domain import attribution

    ws, scheme = session.workspace, session.scheme
    session.open_article(next(iter(ws.article_ids()), None) if ws else None)
    layer = session.layer
    if layer is None or scheme is None:
        return
    spans = [span for span in layer.index if attribution.needs_speaker(scheme, span)]
    quotes = [span for span in spans if attribution.speakers(layer, span)]
    if quotes:
        session.view.select_span(quotes[0].id, scroll=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
