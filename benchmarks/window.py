"""What one process does with a window, timed from inside; `run.py` starts these.

    start PROJECT            the program until its first article is painted
    bare TEXT                a bare PySide6 window until the same text is painted
    open PROJECT ARTICLE     an article opened in a window that is there
    bare-open TEXT           the same text set in a bare QTextEdit that is there
    label PROJECT ARTICLE    one label after another by key, until each is painted
    act PROJECT ARTICLE      every other interactive action, until each is painted

Each prints one JSON object of seconds. Projects are copied first: labelling changes them.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from measure import percentile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.main_window import MainWindow

SIZE = (1440, 900)
LEAD = "lead"
LABELS = 120


class Painted:
    """Notices when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        from PySide6.QtCore import QEvent, QObject

        class Filter(QObject):
            def eventFilter(self, _: QObject, event: QEvent) -> bool:
                if event.type() is QEvent.Type.Paint:
                    self.count += 1
                return False

        self._filter = Filter()
        self._filter.count = 0
        widget.installEventFilter(self._filter)

    def wait(self, seconds: float = 60) -> None:
        """Run the event loop until the widget is painted once more, and the loop is idle."""
        from PySide6.QtCore import QCoreApplication

        before, limit = self._filter.count, time.perf_counter() + seconds
        while self._filter.count == before:
            QCoreApplication.processEvents()
            if time.perf_counter() > limit:
                raise SystemExit("nothing was painted")


def bare(text_file: str) -> dict[str, float]:
    """Show a text in a bare window."""
    from PySide6.QtWidgets import QApplication, QTextEdit

    app = QApplication([])
    edit = QTextEdit()
    edit.setPlainText(Path(text_file).read_text("utf-8"))
    edit.resize(*SIZE)
    painted = Painted(edit.viewport())
    edit.show()
    painted.wait()
    del app
    return {}


def bare_open(text_file: str) -> dict[str, float]:
    """Set a text in a bare text widget of the same width and type that is shown already."""
    from PySide6.QtWidgets import QApplication, QTextEdit

    text = Path(text_file).read_text("utf-8")
    app = QApplication([])
    edit = QTextEdit()
    edit.resize(800, 650)
    painted = Painted(edit.viewport())
    edit.show()
    painted.wait()
    cpu, began = time.process_time(), time.perf_counter()
    edit.setPlainText(text)
    painted.wait()
    del app
    return {"open": time.perf_counter() - began, "open_cpu": time.process_time() - cpu}


def start(project: str) -> dict[str, float]:
    """Start the program on a project until the article is painted."""
    with window(project) as (_, painted):
        painted.wait()
    return {}


def open_article(project: str, article: str) -> dict[str, float]:
    """Open an article in a window that shows another one."""
    with window(project) as (main, painted):
        painted.wait()
        cpu, began = time.process_time(), time.perf_counter()
        main.session.open_article(article)
        painted.wait()
        return {"open": time.perf_counter() - began, "open_cpu": time.process_time() - cpu}


def label(project: str, article: str) -> dict[str, float]:
    """Label words by key, each until it is painted; undo is left out."""
    from PySide6.QtCore import Qt

    with window(project) as (main, painted):
        main.session.open_article(article)
        painted.wait()
        press = presser(main, painted)
        times = []
        for number in range(LABELS):
            place_caret(main, number)
            times.append(press(Qt.Key.Key_4 if number % 2 else Qt.Key.Key_1))
    return summary({"label": times})


def act(project: str, article: str) -> dict[str, float]:
    """Do the other interactive actions many times, each until it is painted."""
    from PySide6.QtCore import Qt

    key, mods = Qt.Key, Qt.KeyboardModifier
    actions = {
        "next_span": (key.Key_Tab, mods.NoModifier),
        "nudge": (key.Key_BracketRight, mods.NoModifier),
        "undo": (key.Key_Z, mods.ControlModifier),
        "word": (key.Key_Left, mods.ControlModifier),
        "grow": (key.Key_Space, mods.NoModifier),
        "page": (key.Key_PageDown, mods.NoModifier),
        "line": (key.Key_Down, mods.NoModifier),
    }
    figures: dict[str, list[float]] = {}
    with window(project) as (main, painted):
        main.session.open_article(article)
        painted.wait()
        press = presser(main, painted)
        place_caret(main, 3)
        for name, (pressed, modifiers) in actions.items():
            figures[name] = [press(pressed, modifiers) for _ in range(40)]
        figures["scroll"] = [scroll(main, painted) for _ in range(60)]
    return summary(figures)


def summary(figures: dict[str, list[float]]) -> dict[str, float]:
    """Return the median and the 99th percentile of each action."""
    return {
        f"{name}_{what}": percentile(times, share)
        for name, times in figures.items()
        for what, share in (("median", 0.5), ("p99", 0.99))
    }


def presser(main: MainWindow, painted: Painted) -> Callable[..., float]:
    """Return a function that presses a key and waits for the paint; it gives the seconds."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtTest import QTest

    def press(
        key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> float:
        QCoreApplication.processEvents()
        began = time.perf_counter()
        QTest.keyClick(main.desk.view, key, modifiers)
        # an action may change nothing on screen: then there is nothing to wait for
        main.desk.view.viewport().update()
        painted.wait()
        return time.perf_counter() - began

    return press


def scroll(main: MainWindow, painted: Painted) -> float:
    """Scroll by one step of the wheel."""
    bar = main.desk.view.verticalScrollBar()
    began = time.perf_counter()
    bar.setValue(bar.value() + 3 * bar.singleStep() + 1)
    main.desk.view.viewport().update()
    painted.wait()
    return time.perf_counter() - began


def place_caret(main: MainWindow, number: int) -> None:
    """Put the caret into another word of the visible part."""
    start, end = main.desk.view.visible_range()
    main.desk.view.set_caret(start + (number * 37) % max(1, end - start - 10))


@contextmanager
def window(project: str) -> Iterator[tuple[MainWindow, Painted]]:
    """Show the main window on a copy of a project."""
    from PySide6.QtCore import QSettings

    from annotator.ui.app import set_up
    from annotator.ui.commands.files import open_project
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy.annotator")
        shutil.copy(project, copy)
        app = set_up(["annotator"])
        settings = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        main = MainWindow(Settings(settings))
        main.resize(*SIZE)
        painted = Painted(main.desk.view.viewport())
        main.show()
        open_project(main, copy, LEAD)
        yield main, painted
        main.close()
        del app


MODES = {
    "start": start,
    "bare": bare,
    "open": open_article,
    "bare-open": bare_open,
    "label": label,
    "act": act,
}

if __name__ == "__main__":
    print(json.dumps(MODES[sys.argv[1]](*sys.argv[2:])))
