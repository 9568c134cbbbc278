"""Who the people of a project are and what each may see and write.

On one machine this is a courtesy, not a lock: whoever can read the file can read every layer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected, Step
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import LayerKey, Status
from annotator.domain.people import Person, Role
from annotator.persian.fold import bad_name_characters, name_key
from annotator.storage import assignments

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace

SHOW_OTHERS = "annotators_see_others_when_done"
_PEOPLE = Affected(kinds=frozenset({"people"}))


def check_name(name: str) -> None:
    """Raise `UserError` for a name that is empty or could disguise itself."""
    if not name.strip() or name != name.strip():
        raise UserError("A name needs letters, and no spaces before or after them.")
    if bad := bad_name_characters(name):
        codes = ", ".join(f"U+{ord(char):04X}" for char in bad)
        raise UserError(f"The name holds invisible characters ({codes}): type it again.")


def add_person(ws: Workspace, name: str, role: Role) -> Person:
    """Add a person whose name cannot be taken for another's."""
    check_writable(ws)
    _check_free(ws, name, None)
    with ws.database.transaction():
        person = ws.people_store.add(Person(name, role))
    ws.tell(_PEOPLE)
    return person


def rename_person(ws: Workspace, old: str, new: str) -> Affected:
    """Give a person another name."""
    _check_free(ws, new, old)
    return _change(ws, old, replace(_person(ws, old), name=new))


def set_role(ws: Workspace, name: str, role: Role) -> Affected:
    """Make a person lead or annotator."""
    check_lead(ws)
    return _change(ws, name, replace(_person(ws, name), role=role))


def set_active(ws: Workspace, name: str, active: bool) -> Affected:
    """Archive a person or bring her back."""
    check_lead(ws)
    return _change(ws, name, replace(_person(ws, name), active=active))


def may_see(ws: Workspace, person: Person | None, key: LayerKey) -> bool:
    """Tell whether a person may see a layer.

    An annotator sees her own, and the others' of articles she has finished, where the lead allows;
    in a training round the gold of what she has finished.
    """
    if person is None or person.is_lead or key.annotator == person.name:
        return True
    training = key.is_gold and in_training(ws, key.article, person)
    if not training and not ws.setting(SHOW_OTHERS, default=False):
        return False
    return ws.layer(LayerKey(key.article, person.name)).status is Status.DONE


def in_training(ws: Workspace, article: ArticleId, person: Person) -> bool:
    """Tell whether a person has an article in a training round, whose answers are known."""
    row = ws.people_store.row(person.name)
    return row is not None and assignments.in_training(ws.database, article, row)


def check_writable(ws: Workspace) -> None:
    """Raise `UserError` in a project opened read-only."""
    if ws.read_only:
        raise UserError(f"{ws.path} is open for reading only: nothing can be changed.")


def check_lead(ws: Workspace) -> None:
    """Raise `UserError` where who is present does not lead; the command line may."""
    check_writable(ws)
    if ws.person is not None and not ws.person.is_lead:
        raise UserError("Only a lead of the project may do this.")


def check_may_write(ws: Workspace, step: Step) -> None:
    """Raise `UserError` where who is present may not write one of the step's layers."""
    check_writable(ws)
    person = ws.person
    if person is None:
        return
    for key in step.layers:
        if key.is_gold and not person.is_lead:
            raise UserError("Only a lead of the project may change gold.")
        if not key.is_gold and key.annotator != person.name:
            raise UserError(f"This is the work of {key.annotator}: nobody else may change it.")


def _check_free(ws: Workspace, name: str, own: str | None) -> None:
    check_name(name)
    for person in ws.people():
        if person.name != own and name_key(person.name) == name_key(name):
            raise UserError(
                f"{name} is too like {person.name}, who is in the project: choose another name."
            )


def _person(ws: Workspace, name: str) -> Person:
    person = ws.people_store.named(name)
    if person is None:
        raise UserError(f"Nobody is named {name} in this project.")
    return person


def _change(ws: Workspace, name: str, to: Person) -> Affected:
    check_writable(ws)
    others = [person for person in ws.people() if person.name != name]
    if not any(person.is_lead and person.active for person in [*others, to]):
        raise UserError("A project needs a lead: name another one first.")
    with ws.database.transaction():
        ws.people_store.change(name, to)
    if ws.person is not None and ws.person.name == name:
        ws.person = ws.people_store.named(to.name)
    ws.refresh(_PEOPLE)
    return _PEOPLE
