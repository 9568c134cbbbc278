"""The people of a project: who annotates, who leads, and what each may see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A lead sees and settles everything; an annotator sees her own until she is done."""

    ANNOTATOR = "annotator"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Person:
    """A named person of a project; `uuid` stays when the name changes, archiving keeps the work."""

    name: str
    role: Role = Role.ANNOTATOR
    uuid: str = ""
    active: bool = True

    @property
    def is_lead(self) -> bool:
        """Tell whether the person leads."""
        return self.role is Role.LEAD
