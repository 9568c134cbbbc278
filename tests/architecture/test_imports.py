"""Who may import whom; ARCHITECTURE.md draws it. Each rule is also broken on purpose below."""

import sys
from collections.abc import Iterable

import pytest

from architecture.source import files, imported, place, tree

BASE = {"domain", "persian"}
MIDDLE = {"storage", "formats", "agreement", "suggestions"}
LAYERS = {
    "domain": set(),
    "persian": set(),
    "assets": set(),
    **{name: {*BASE, "assets"} for name in MIDDLE},
    "workspace": {*BASE, *MIDDLE, "assets"},
    "cli": {*BASE, *MIDDLE, "assets", "workspace"},
    "ui": {*BASE, *MIDDLE, "assets", "workspace"},
    "__main__": {*BASE, *MIDDLE, "assets", "workspace", "cli", "ui"},
    "__init__": set(),
}
# library -> where alone it may be imported; an empty tuple: nowhere
HOMES = {
    "PySide6": ("ui/",),
    "shiboken6": ("ui/",),
    "peewee": ("storage/",),
    "playhouse": ("storage/",),
    "apsw": ("storage/",),
    "arabic_reshaper": ("persian/display.py",),
    "bidi": ("persian/display.py",),
    "importlib.resources": ("assets.py",),
    # what opens files of strangers
    "defusedxml": ("formats/",),
    "openpyxl": ("formats/",),
    "resiliparse": ("formats/web_page.py",),
    "numpy": ("agreement/",),
    "annotator.storage.tables": ("storage/",),
    # a second SQLite in the process drops the locks of the first (POSIX locks go by process)
    "sqlite3": (),
    "PySide6.QtSql": (),
}
# inside ui/: folder -> what it must not import
UI_TABOOS = {
    "ui/widgets/": ("annotator",),
    "ui/models/": ("PySide6.QtWidgets",),
    "ui/views/": ("annotator.ui.commands", "annotator.workspace"),
}
ONLY_STANDARD_LIBRARY = {"domain": set(), "persian": {"regex", "arabic_reshaper", "bidi"}}


def within(name: str, package: str) -> bool:
    """Tell whether a dotted name is the package or lies in it."""
    return name == package or name.startswith(f"{package}.")


def breaches(where: str, names: Iterable[str]) -> list[str]:
    """Give one line for each import that the file at `where` must not make."""
    return [f"{where} imports {name}" for name in names if not allowed(where, name)]


def allowed(where: str, name: str) -> bool:
    """Tell whether all rules let the file at `where` import `name`."""
    return layer_allows(where, name) and home_allows(where, name) and ui_allows(where, name)


def layer_allows(where: str, name: str) -> bool:
    """Hold the layers: nothing upward or sideways; the base on the standard library alone."""
    layer = where.split("/", maxsplit=1)[0].removesuffix(".py")
    root, _, rest = name.partition(".")
    if root == "annotator":
        target = rest.split(".")[0]
        return target in {"", "__version__", layer, *LAYERS[layer]}
    extra = ONLY_STANDARD_LIBRARY.get(layer)
    return root != "" and (extra is None or root in sys.stdlib_module_names | extra)


def home_allows(where: str, name: str) -> bool:
    """Hold each library in its home."""
    return all(where.startswith(home) for lib, home in HOMES.items() if within(name, lib))


def ui_allows(where: str, name: str) -> bool:
    """Hold the rules between the folders of ui/."""
    if where.startswith("ui/widgets/") and within(name, "annotator.ui.widgets"):
        return True
    taboos = (
        taboo for folder, names in UI_TABOOS.items() if where.startswith(folder) for taboo in names
    )
    return not any(within(name, taboo) for taboo in taboos)


def test_no_file_imports_upward_or_sideways():
    found = [line for path in files() for line in breaches(place(path), imported(tree(path)))]

    assert found == []


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("domain/span.py", "annotator.persian.fold"),
        ("domain/span.py", "regex"),
        ("persian/fold.py", "annotator.domain.span.Span"),
        ("persian/fold.py", "arabic_reshaper"),
        ("storage/articles.py", "annotator.formats.jsonl"),
        ("storage/articles.py", "annotator.workspace"),
        ("storage/articles.py", "sqlite3"),
        ("agreement/measures.py", "PySide6.QtCore"),
        ("workspace/operations.py", "peewee.Model"),
        ("workspace/operations.py", "annotator.storage.tables.Article"),
        ("workspace/operations.py", "importlib.resources.files"),
        ("workspace/operations.py", "annotator.ui"),
        ("cli/main.py", "annotator.ui.app"),
        ("cli.py", "annotator.ui.app"),
        ("ui/app.py", "annotator.cli"),
        ("ui/app.py", "PySide6.QtSql.QSqlDatabase"),
        ("ui/widgets/button.py", "annotator.domain"),
        ("ui/models/spans.py", "PySide6.QtWidgets.QWidget"),
        ("ui/views/article_view.py", "annotator.ui.commands.annotate"),
        ("ui/views/article_view.py", "annotator.workspace.operations"),
        ("domain/span.py", ".ids"),
    ],
)
def test_a_planted_breach_is_caught(where, name):
    assert [f"{where} imports {name}"] == breaches(where, [name])


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("persian/display.py", "bidi.get_display"),
        ("storage/articles.py", "annotator.storage.tables.Article"),
        ("ui/views/article_view.py", "annotator.ui.models.spans"),
        ("ui/widgets/button.py", "annotator.ui.widgets.filter_box"),
        ("ui/main_window.py", "annotator.workspace.operations"),
        ("__main__.py", "annotator.cli.main"),
    ],
)
def test_what_the_rules_allow_passes(where, name):
    assert breaches(where, [name]) == []
