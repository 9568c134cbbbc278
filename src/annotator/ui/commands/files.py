"""Actions on the project as a file: new, open, sample, backup, check, close."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtWidgets import QInputDialog

from annotator.ui import i18n
from annotator.ui.dialogs.base import SUFFIX, ask_open_project, ask_save, documents, say
from annotator.ui.dialogs.new_project import NewProjectDialog
from annotator.ui.i18n import translate
from annotator.workspace import operations
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_SAMPLE = "sample"


def handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what the actions of this module do."""
    return {
        "new_project": partial(new_project, window),
        "open_project": partial(ask_and_open, window),
        "open_sample": partial(open_sample, window),
        "backup": partial(backup, window),
        "rename_project": partial(rename_project, window),
        "close_project": partial(close_project, window),
        "quit": window.close,
    }


def open_project(window: MainWindow, path: Path, person: str | None = None) -> bool:
    """Open a project in place of the present one; a failure is said in one sentence."""
    window.session.remember_place()
    if not window.bridge.open(path):
        return False
    _begin(window, path, person)
    return True


def new_project(window: MainWindow) -> bool:
    """Ask for a new project, make it and open it."""
    dialog = NewProjectDialog(window)
    if not dialog.exec() or dialog.answer is None:
        return False
    answer = dialog.answer
    window.session.remember_place()
    if not window.bridge.create(answer.path, answer.scheme, answer.lead):
        return False
    _begin(window, answer.path, answer.lead)
    return True


def ask_and_open(window: MainWindow) -> None:
    """Ask for a project and open it."""
    path = ask_open_project(window)
    if path is not None:
        open_project(window, path)


def open_sample(window: MainWindow) -> None:
    """Open the sample project, made on first use in the person's data folder."""
    path = Path(platformdirs.user_data_dir("annotator")) / f"{_SAMPLE}{SUFFIX}"
    if path.exists():
        open_project(window, path)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    window.session.remember_place()
    if window.bridge.create_sample(path, translate("Files", "Me"), translate("Files", "Sample")):
        _begin(window, path, None)


def backup(window: MainWindow) -> None:
    """Ask where to copy the project to, and copy it."""
    ws = window.bridge.workspace
    if ws is None:
        return
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    suggestion = documents() / f"{ws.path.stem}-{day}{SUFFIX}"
    kind = translate("Dialogs", "Projects")
    target = ask_save(
        window, translate("Files", "Back up the project"), suggestion, f"{kind} (*{SUFFIX})"
    )
    if target is None:
        return
    # the file dialog has asked about overwriting already; the copy itself refuses to
    target.unlink(missing_ok=True)
    window.bridge.run(Workspace.backup, target)
    if target.exists():
        template = translate("Files", "Backed up to {path}.")
        window.session.message.emit(i18n.fill(template, path=i18n.left_to_right(str(target))))


def rename_project(window: MainWindow) -> None:
    """Ask for another name of the project."""
    ws = window.bridge.workspace
    if ws is None:
        return
    title = translate("Files", "Rename the project")
    name, ok = QInputDialog.getText(window, title, translate("Files", "Name"), text=ws.name)
    if ok and name.strip():
        window.bridge.run(operations.rename_project, name.strip())
        window.session.projectChanged.emit()


def close_project(window: MainWindow) -> None:
    """Close the project and show the first page."""
    window.session.stop()
    window.bridge.close()


def dropped(window: MainWindow, paths: list[Path]) -> None:
    """Open a dropped project; anything else is offered for import."""
    projects = [path for path in paths if path.suffix == SUFFIX]
    if projects:
        open_project(window, projects[0])
    elif window.bridge.workspace is None:
        say(
            window,
            translate("Files", "No project is open"),
            translate("Files", "Open a project or make one first, then drop the articles again."),
        )
    else:
        window.import_paths(paths)


def _begin(window: MainWindow, path: Path, person: str | None) -> None:
    window.settings.remember_project(str(path.resolve()))
    window.settings.put("last_project", str(path.resolve()))
    window.session.start(person)
    window.session.focus_text()
