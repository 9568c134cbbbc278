"""The two kinds of error: the user's world (a sentence) and our own bug (anything else).

Whatever raises `UserError` promises a sentence that says what is wrong and what to do; the edges
of the program show it as it is. Every other exception is a bug and is reported as one.
"""

from __future__ import annotations

from dataclasses import dataclass


class UserError(Exception):
    """Something in the user's files, data or wishes; `str()` is one sentence to show."""


class SchemeError(UserError):
    """A label scheme that cannot be used; the sentence names the place in the scheme file."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"Scheme, {place}: {reason}." if place else f"Scheme: {reason}.")
        self.place = place
        self.reason = reason


class Overtaken(UserError):
    """A step cannot be undone or redone because somebody changed the same item since."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One record that was not taken: where it stands and why, in words."""

    file: str
    line: int | None
    field: str | None
    reason: str
    record: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.reason}"
