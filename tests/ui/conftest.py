"""A window on a small project of our own."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings

from annotator.domain import scheme_file
from annotator.ui import app as program
from annotator.ui.commands.files import open_project
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workspace.transfer import ImportOptions, import_paths
from annotator.workspace.workspace import Workspace
from ui.desk import LEAD, OTHER, TEXTS

SCHEME = Path(__file__).parents[2] / "resources" / "schemes" / "fa-news-attribution.json"


@pytest.fixture
def project(tmp_path):
    """Give the path of a project with three articles, a lead and another annotator."""
    path = tmp_path / "test.annotator"
    lines = [
        json.dumps({"id": name, "text": text, "meta": {"title": text.split("\n")[0]}})
        for name, text in TEXTS.items()
    ]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(lines), encoding="utf-8")
    scheme = scheme_file.parse_text(SCHEME.read_text(encoding="utf-8"))
    with Workspace.create(path, scheme, lead=LEAD) as ws:
        import_paths(ws, [articles], ImportOptions())
        ws.sign_in(LEAD)
        ws.add_person(OTHER)
    return path


@pytest.fixture
def settings(tmp_path):
    """Give preferences of their own."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def empty_window(qtbot, settings):
    """Give a shown window without a project; closed at the end, in English and plain again."""
    app = program.set_up(["annotator"])
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.close()
    # nothing runs the event loop between tests, so nothing would delete the window later
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setStyleSheet("")


@pytest.fixture
def window(empty_window, project):
    """Give a window on the project, with the first article open and the focus in it."""
    assert open_project(empty_window, project, LEAD)
    return empty_window


@pytest.fixture
def view(window):
    """Give the article of the window."""
    return window.desk.view
