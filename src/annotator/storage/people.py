"""The people of a project, and how stored items refer to them: by row id, so that names may change.

A name that no person of the project bears (a judge named in an imported file) is kept as text.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from annotator.domain.errors import UserError
from annotator.domain.people import Person, Role
from annotator.storage import tables
from annotator.storage.database import Database

Reference = int | str


class People:
    """All people of a project, read once and kept in step with the table."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._people: dict[int, Person] = {}
        self._ids: dict[str, int] = {}
        self.reload()

    def reload(self) -> None:
        """Read the table again."""
        table = tables.Person
        columns = (table.c.id, table.c.name, table.c.role, table.c.uuid, table.c.active)
        rows = self._database.run(table.select(*columns).order_by(table.c.id))
        self._people = {
            row: Person(name, Role(role), identity, bool(active))
            for row, name, role, identity, active in rows
        }
        self._ids = {person.name: row for row, person in self._people.items()}

    def all(self) -> list[Person]:
        """Return everybody, in the order they joined."""
        return list(self._people.values())

    def named(self, name: str) -> Person | None:
        """Return the person of a name."""
        return self._people[self._ids[name]] if name in self._ids else None

    def row(self, name: str) -> int | None:
        """Return the row id of a name."""
        return self._ids.get(name)

    def name(self, row: int) -> str:
        """Return the present name of a row id."""
        return self._people[row].name

    def reference(self, name: str) -> Reference:
        """Return what to store for a name."""
        return self._ids.get(name, name)

    def referred(self, reference: Reference) -> str:
        """Return the name that a stored reference stands for."""
        return self._people[reference].name if isinstance(reference, int) else reference

    def add(self, person: Person) -> Person:
        """Add a person with a fresh uuid."""
        if person.name in self._ids:
            raise UserError(f"There is already a person named {person.name}: choose another name.")
        identity = person.uuid or uuid.uuid4().hex
        query = tables.Person.insert(
            uuid=identity, name=person.name, role=str(person.role), active=int(person.active)
        )
        self._database.run(query)
        self.reload()
        return self._people[self._ids[person.name]]

    def ensure(self, names: Iterable[str]) -> list[str]:
        """Add those names that nobody bears, as annotators; return them."""
        fresh = [name for name in dict.fromkeys(names) if name not in self._ids]
        for name in fresh:
            self.add(Person(name))
        return fresh

    def change(self, name: str, to: Person) -> None:
        """Give the person of a name another name, role or standing; the uuid stays."""
        table = tables.Person
        query = table.update(name=to.name, role=str(to.role), active=int(to.active))
        self._database.run(query.where(table.c.id == self._ids[name]))
        self.reload()
