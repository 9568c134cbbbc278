"""Starting the window: the Qt application, languages, fonts, errors that nobody caught."""

from __future__ import annotations

import logging
import os
import platform
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.ui import i18n
from annotator.ui.commands.files import open_project
from annotator.ui.dialogs.base import say
from annotator.ui.fonts import load_fonts
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

NAME = "annotator"
_BASE_PIXELS = 13
_SIGNAL_PAUSE_MS = 200
_log = logging.getLogger(__name__)


def run(project: Path | None, argv: Sequence[str] = ()) -> int:
    """Open the window on a project, else the last one, else the first page; the exit status."""
    if _has_no_display():
        sys.stderr.write("annotator: there is no display to open a window on.\n")
        return 2
    app = set_up([NAME, *argv])
    window = MainWindow(Settings())
    sys.excepthook = _Reporter(window).report
    _close_on_signal(app)
    if not _open_first(window, project):
        sys.stderr.write(f"annotator: {window.desk.status.message}\n")
        return 2
    window.show()
    return app.exec()


def set_up(argv: Sequence[str]) -> QApplication:
    """Make the application with its names, fonts and look; used by the tests as well."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(list(argv))
    app.setOrganizationName(NAME)
    app.setApplicationName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    app.setStyle("Fusion")
    font = QFont(load_fonts())
    font.setPixelSize(_BASE_PIXELS)
    app.setFont(font)
    i18n.set_language(app, Settings().preferences().language)
    return app


def _open_first(window: MainWindow, project: Path | None) -> bool:
    if project is not None:
        return open_project(window, project)
    last = window.settings.text("last_project")
    if last and Path(last).exists():
        open_project(window, Path(last))
    return True


def _has_no_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _close_on_signal(app: QApplication) -> None:
    """End cleanly on SIGTERM and Ctrl+C; a timer lets Python see them while Qt waits."""
    for number in (signal.SIGTERM, signal.SIGINT):
        # dialogs as well, since the window cannot close under an open one
        signal.signal(number, lambda *_: app.closeAllWindows())
    timer = QTimer(app, interval=_SIGNAL_PAUSE_MS)
    timer.timeout.connect(lambda: None)
    timer.start()


class _Reporter:
    """Writes a report of an error that nobody caught, without any text of articles, and says so."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._showing = False

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Handle an uncaught exception; `sys.excepthook`'s signature."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        path = write_report(kind, trace)
        _log.error("%s in the window, reported to %s", kind.__name__, path)
        if self._showing:
            return
        self._showing = True
        try:
            self._say(path)
        finally:
            self._showing = False

    def _say(self, path: Path) -> None:
        title = i18n.translate("App", "Something went wrong")
        template = i18n.translate(
            "App",
            "This is an error of the program. What you labelled is saved. A report without any "
            "text of yours was written to {path}.",
        )
        say(self._window, title, template.format(path=i18n.left_to_right(str(path))), bad=True)


def write_report(kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write where an error happened, not what was in it: messages may quote articles."""
    folder = Path(platformdirs.user_log_dir(NAME))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "errors.log"
    head = f"annotator {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    frames = "".join(traceback.format_list(traceback.extract_tb(trace)))
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"{head}{kind.__module__}.{kind.__qualname__}\n{frames}\n")
    return path
