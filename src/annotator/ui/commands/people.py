"""The menu of people: who is working, adding somebody, other names."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.domain.people import Person, Role
from annotator.ui.dialogs.person import PersonDialog
from annotator.ui.i18n import translate
from annotator.ui.session import Session
from annotator.workspace.workspace import Workspace


def fill_menu(session: Session, menu: QMenu) -> None:
    """Offer everybody of the project, and what a lead may change."""
    menu.clear()
    ws = session.workspace
    if ws is None:
        return
    for person in ws.people():
        if person.active:
            menu.addAction(_entry(session, menu, person))
    menu.addSeparator()
    add = menu.addAction(translate("People", "Add a person…"))
    add.triggered.connect(partial(add_person, session))
    rename = menu.addAction(translate("People", "Change the name…"))
    rename.triggered.connect(partial(rename_person, session))
    lead = bool(ws.person and ws.person.is_lead) and not ws.read_only
    add.setEnabled(lead)
    rename.setEnabled(lead)


def _entry(session: Session, menu: QMenu, person: Person) -> QAction:
    lead = translate("People", "lead")
    name = person.name.replace("&", "&&")
    action = QAction(f"{name} ({lead})" if person.is_lead else name, menu)
    present = session.workspace.person if session.workspace else None
    action.setCheckable(True)
    action.setChecked(present is not None and present.name == person.name)
    action.triggered.connect(partial(switch, session, person.name))
    return action


def switch(session: Session, name: str, _checked: bool = False) -> None:
    """Let somebody else work: her own layers show, nobody else's."""
    session.sign_in(name)
    session.focus_text()


def add_person(session: Session, _checked: bool = False) -> None:
    """Ask for a new person and add her."""
    dialog = PersonDialog("", with_role=True, parent=session.view.window())
    while dialog.exec():
        role = Role.LEAD if dialog.is_lead else Role.ANNOTATOR
        if session.bridge.run(Workspace.add_person, dialog.name, role) is not None:
            session.projectChanged.emit()
            return


def rename_person(session: Session, _checked: bool = False) -> None:
    """Ask for another name for who is present."""
    ws = session.workspace
    if ws is None or ws.person is None:
        return
    old = ws.person.name
    dialog = PersonDialog(old, with_role=False, parent=session.view.window())
    if dialog.exec() and dialog.name != old:
        article = session.article.id if session.article else None
        if session.bridge.run(Workspace.rename_person, old, dialog.name) is not None:
            session.sign_in(dialog.name)
            session.open_article(article)
