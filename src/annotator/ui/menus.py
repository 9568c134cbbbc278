"""QActions made from the table: their texts, keys, menus and states.

Keys are shown in the menus but acted on by `key_filter`, which knows places of keys and the focus;
so no QAction has a shortcut of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from annotator.ui import keys
from annotator.ui.commands.actions import ACTIONS, BY_ID, GROUPS, Scope
from annotator.ui.i18n import translate
from annotator.ui.icons import icon
from annotator.ui.theme import LIGHT, Theme

_WITHOUT_PROJECT = {
    "new_project",
    "open_project",
    "open_sample",
    "quit",
    "keys",
    "about",
    "theme_light",
    "theme_dark",
    "theme_system",
    "language_fa",
    "language_en",
}
_SEPARATED = {
    "import",
    "backup",
    "close_project",
    "find",
    "end_longer",
    "next_problem",
    "larger",
    "lens",
    "show_queue",
    "theme_light",
    "language_fa",
    "done_next",
    "leave",
    "next_pane",
    "next_span",
    "quit",
}
_EXCLUSIVE = (
    ("theme_light", "theme_dark", "theme_system"),
    ("language_fa", "language_en"),
    ("labelling", "review", "agreement"),
)


class ActionSet(QObject):
    """The QActions of the table by id; `triggered(id)` when one is chosen by menu or button."""

    triggered = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: Mapping[str, Sequence[str]] = {}
        self._suffixes: dict[str, str] = {}
        self.actions: dict[str, QAction] = {}
        for entry in ACTIONS:
            if entry.scope is not Scope.VIEW:
                action = QAction(self)
                action.setCheckable(entry.checkable)
                action.triggered.connect(partial(self._tell, entry.id))
                self.actions[entry.id] = action
        for ids in _EXCLUSIVE:
            group = QActionGroup(self)
            for one in ids:
                group.addAction(self.actions[one])

    def set_keys(self, bindings: Mapping[str, Sequence[str]]) -> None:
        """Show these keys beside the actions."""
        self._keys = bindings
        self.retranslate()

    def set_theme(self, theme: Theme = LIGHT) -> None:
        """Draw the icons in the colours of a theme."""
        for name, action in self.actions.items():
            if BY_ID[name].icon:
                action.setIcon(icon(BY_ID[name].icon, theme))
                action.setIconVisibleInMenu(False)

    def set_suffix(self, name: str, suffix: str) -> None:
        """Say after an action's text what it is about, as the step that undo takes back."""
        if self._suffixes.get(name) != suffix:
            self._suffixes[name] = suffix
            self._dress(name)

    def set_enabled(self, *, project: bool, editable: bool) -> None:
        """Allow what can be done now."""
        for name, action in self.actions.items():
            allowed = project or name in _WITHOUT_PROJECT
            action.setEnabled(allowed and (editable or not BY_ID[name].edits))

    def check(self, name: str, checked: bool) -> None:
        """Tick or untick a checkable action without triggering it."""
        self.actions[name].setChecked(checked)

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        for name in self.actions:
            self._dress(name)

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make the menus of the table in a menu bar; returns them by group."""
        menus: dict[str, QMenu] = {}
        for group, source in GROUPS.items():
            menu = bar.addMenu(translate("Actions", source))
            menus[group] = menu
            for entry in ACTIONS:
                if entry.group == group and entry.id in self.actions:
                    if entry.id in _SEPARATED and not menu.isEmpty():
                        menu.addSeparator()
                    menu.addAction(self.actions[entry.id])
        return menus

    def _dress(self, name: str) -> None:
        action = self.actions[name]
        text = BY_ID[name].text
        if suffix := self._suffixes.get(name):
            text = f"{text}: {suffix}"
        specs = self._keys.get(name) or ()
        shown = keys.shown(specs[0]) if specs else ""
        action.setText(f"{text}\t{shown}".replace("&", "&&") if shown else text)
        action.setToolTip(f"{text} ({shown})" if shown else text)
        action.setStatusTip("")

    def _tell(self, name: str, _checked: bool = False) -> None:
        self.triggered.emit(name)


def retitle(menus: Mapping[str, QMenu]) -> None:
    """Say the menus' titles again in the language on screen."""
    for group, menu in menus.items():
        menu.setTitle(translate("Actions", GROUPS[group]))
