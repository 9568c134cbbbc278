"""Rounds of work: which articles are given to whom together, and to what end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RoundKind(StrEnum):
    """What a round is for; in training, gold is shown to whoever has finished an article."""

    WORK = "work"
    TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Round:
    """A named round of work; the name is unique in a project."""

    name: str
    kind: RoundKind = RoundKind.WORK
