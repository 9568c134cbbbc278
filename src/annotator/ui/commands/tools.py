"""Actions that open something beside the article: dialogs, panels, menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu

from annotator import assets
from annotator.domain.ids import SpanId
from annotator.ui import i18n
from annotator.ui.commands import files
from annotator.ui.dialogs.base import say
from annotator.ui.i18n import translate
from annotator.workspace.guideline import project_guideline
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_GUIDELINE = "guidelines/{scheme}.{language}.md"
_PROJECT_MENU = ("new_project", "open_project", "rename_project", "import", "export", "release")


def handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what the actions of this module do."""
    return {
        "find": window.finder.open,
        "find_next": partial(window.finder.step, forward=True),
        "find_previous": partial(window.finder.step, forward=False),
        "import": partial(import_articles, window, []),
        "export": partial(export, window),
        "release": partial(release, window),
        "check_project": partial(check_project, window),
        "attributes": partial(focus_attributes, window),
        "guideline": partial(show_guideline, window),
        "keys": partial(show_keys, window),
        "about": partial(about, window),
    }


def import_articles(window: MainWindow, paths: list[Path]) -> None:
    """Offer files for import, then show what came of it."""
    from annotator.ui.dialogs.import_dialog import ImportDialog

    ws = window.bridge.workspace
    if ws is None:
        return
    dialog = ImportDialog(ws, window.tasks, paths, window)
    dialog.exec()
    if dialog.report is not None and dialog.report.changed:
        window.session.refresh_after_import()
    dialog.deleteLater()


def export(window: MainWindow) -> None:
    """Ask what to write where, and write it."""
    from annotator.ui.dialogs.export_dialog import ExportDialog

    ws = window.bridge.workspace
    if ws is None:
        return
    dialog = ExportDialog(ws, window.tasks, window)
    if dialog.exec() and dialog.report is not None:
        template = translate("Tools", "Exported {articles} articles to {path}.")
        path = i18n.left_to_right(str(dialog.target))
        text = i18n.fill(template, articles=dialog.report.articles, path=path)
        window.session.message.emit(text)
    dialog.deleteLater()


def release(window: MainWindow) -> None:
    """Ask what goes into a data set, and make its folder."""
    from annotator.ui.dialogs.release_dialog import ReleaseDialog

    ws = window.bridge.workspace
    if ws is None:
        return
    dialog = ReleaseDialog(ws, window.tasks, window)
    dialog.exec()
    dialog.deleteLater()


def check_project(window: MainWindow) -> None:
    """Check the project file and say what was found."""
    from annotator.workspace.check import check

    ws = window.bridge.workspace
    if ws is None:
        return
    found = window.bridge.run(check)
    if found is None:
        return
    title = translate("Tools", "Check the project")
    if found:
        say(window, title, "\n".join(found[:20]), bad=True)
    else:
        say(window, title, translate("Tools", "All is well: file, texts, spans and links."))


def focus_attributes(window: MainWindow) -> None:
    """Go to the attributes of the span, showing the inspector where it is hidden."""
    if not window.desk.inspector.isVisible():
        window.settings.put("show_inspector", True)
        window.show_panels()
    window.desk.inspector.focus_attributes()


def show_guideline(window: MainWindow) -> None:
    """Show the guideline at the label in hand; the same key hides it again."""
    session, panel = window.session, window.desk.guideline
    scheme = session.scheme
    if panel.isVisible() or scheme is None:
        hide_guideline(window)
        return
    text = _guideline(window, scheme.id)
    if not text:
        session.message.emit(translate("Tools", "This label scheme has no guideline."))
        return
    label = scheme.label(session.span.label if session.span else session.last_label)
    names = (label.id, label.name.get(i18n.language())) if label else ()
    panel.show()
    window.desk.make_room(panel)
    panel.show_text(text, names)
    # the narrower text is set anew first
    QTimer.singleShot(0, window, partial(_keep_in_view, window))


def _guideline(window: MainWindow, scheme_id: str) -> str:
    """Return the scheme's guideline with the project's own examples behind it."""
    name = _GUIDELINE.format(scheme=scheme_id, language=i18n.language())
    shipped = assets.read_text(name) if assets.exists(name) else ""
    ws = window.bridge.workspace
    own = project_guideline(ws) if ws else ""
    heading = translate("Tools", "Examples of this project")
    return f"{shipped}\n\n## {heading}\n\n{own}" if own else shipped


def _keep_in_view(window: MainWindow) -> None:
    view = window.session.view
    if view.selected_span is not None:
        view.select_span(view.selected_span)


def hide_guideline(window: MainWindow) -> None:
    """Hide the guideline."""
    window.desk.guideline.hide()
    window.session.focus_text()


def show_keys(window: MainWindow) -> None:
    """Show all keys, and let the person choose others."""
    from annotator.ui.dialogs.shortcuts import ShortcutsDialog

    dialog = ShortcutsDialog(window.settings.keys(), window.session.scheme, window)
    if dialog.exec():
        window.settings.put_keys(dialog.own)
        window.rebind()
    dialog.deleteLater()
    window.session.focus_text()


def about(window: MainWindow) -> None:
    """Say what this program is and what it stands on."""
    from annotator.ui.dialogs.about import about_text

    say(window, translate("Tools", "About"), about_text())


def fill_project_menu(window: MainWindow) -> None:
    """Offer what can be done with projects, and those opened last."""
    menu = window.desk.top_bar.project_menu
    menu.clear()
    for name in _PROJECT_MENU:
        menu.addAction(window.actions_.actions[name])
    ws = window.bridge.workspace
    present = str(ws.path.resolve()) if ws else ""
    others = [p for p in window.settings.recent() if p != present and Path(p).exists()]
    if others:
        menu.addSeparator()
    for path in others:
        entry = menu.addAction(Path(path).stem.replace("&", "&&"))
        entry.setToolTip(path)
        entry.triggered.connect(lambda _=False, p=path: files.open_project(window, Path(p)))


def span_menu(window: MainWindow, span: SpanId | None, place: QPoint) -> None:
    """Show what can be done with a span, or with the selection."""
    session = window.session
    if span is not None:
        window.desk.view.select_span(span)
    menu = QMenu(window)
    menu.aboutToHide.connect(menu.deleteLater)
    for kind in session.scheme.labels if session.scheme else ():
        if kind.key:
            name = f"{kind.name.get(i18n.language())}\t{i18n.digits(kind.key)}"
            entry = menu.addAction(name)
            entry.setEnabled(session.may_edit)
            entry.triggered.connect(partial(window.trigger, f"label:{kind.id}"))
    menu.addSeparator()
    names = ("link_speaker", "link_about", "link_same", "choose_type", "flag", "note", "delete")
    for name in names if span is not None else ("mark_all", "add_piece"):
        menu.addAction(window.actions_.actions[name])
    menu.popup(place)


def notice(ws: Workspace | None) -> str:
    """Return what stays true of a project while it is open; empty: nothing to say."""
    if ws is not None and ws.read_only:
        return translate("Tools", "This project can be read only; nothing you do is kept.")
    return ""
