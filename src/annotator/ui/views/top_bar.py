"""The bar at the top: project, person, menus, search, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from annotator.ui import keys
from annotator.ui.widgets.menu_bar import MenuBar


class TopBar(QWidget):
    """Holds the menu bar and the buttons for project and person, whose menus others fill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.project_menu, self.person_menu = QMenu(self), QMenu(self)
        self.project = _menu_button(self.project_menu)
        self.person = _menu_button(self.person_menu)
        font = self.project.font()
        font.setBold(True)
        self.project.setFont(font)
        self._tabs: list[QToolButton] = []
        self.menus = MenuBar()
        self.menus.setNativeMenuBar(True)
        self.search = QToolButton()
        self.search.setObjectName("searchButton")
        for button in (self.search, self.project, self.person):
            button.setMinimumWidth(50)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        layout.addWidget(self.menus)
        layout.addStretch(1)
        layout.addWidget(self.search)
        layout.addStretch(1)
        self._actions = layout
        layout.addWidget(self.project)
        layout.addWidget(self.person)

    def add_action(self, action: QAction) -> None:
        """Put an icon button for an action before project and person."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._actions.insertWidget(self._actions.count() - 2, button)

    def add_tab(self, action: QAction) -> None:
        """Put a tab for an action that turns to a page, before project and person."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setObjectName("tab")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(lambda: button.setText(action.text().split("\t")[0]))
        self._actions.insertWidget(self._actions.count() - 2, button)
        self._tabs.append(button)

    def show_names(self, project: str, person: str) -> None:
        """Show who works on what."""
        self.project.setText(_menu_text(project))
        self.person.setText(_menu_text(person or self.tr("Who is working?")))
        self.project.setAccessibleName(self.tr("Project: {name}").format(name=project))
        self.person.setAccessibleName(self.tr("Annotator: {name}").format(name=person))
        self.project.setToolTip(project)
        self.person.setToolTip(self.tr("Who is working"))
        for widget in (self.project, self.person, self.search, *self._tabs):
            widget.setVisible(bool(project))

    def show_search(self, action: QAction, spec: str) -> None:
        """Name the search button and its key."""
        name = self.tr("Search all articles")
        self.search.setText(f" {name}   {keys.shown(spec)} " if spec else f" {name} ")
        self.search.setAccessibleName(name)
        self.search.setToolTip(action.toolTip())


def _menu_button(menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMaximumWidth(220)
    return button


def _menu_text(name: str) -> str:
    cut = name if len(name) <= 28 else name[:27] + "…"
    return f"{cut} ▾".replace("&", "&&")
