"""Steps: what one intention of a person does, as changes that can be taken back.

A step is one transaction, one journal entry, one undo and one broadcast. Its changes may reach
several layers (every mention at once); their order matters only for reading, since each names its
item before and after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.domain.ids import ArticleId
from annotator.domain.layer import Change, LayerKey
from annotator.domain.span import Json


@dataclass(frozen=True, slots=True)
class Step:
    """A named list of changes; `name` is a key of the history's wording, `details` its values."""

    name: str
    changes: tuple[Change, ...]
    details: Mapping[str, Json] = field(default_factory=dict)

    @property
    def inverse(self) -> Step:
        """The step that takes this one back, last change first."""
        return Step(self.name, tuple(c.inverse for c in reversed(self.changes)), self.details)

    @property
    def layers(self) -> tuple[LayerKey, ...]:
        """The layers it touches, each once, in order."""
        return tuple(dict.fromkeys(change.layer for change in self.changes))


@dataclass(frozen=True, slots=True)
class Affected:
    """What a step, an import or a change of people touched, for views to ask "is it mine?"."""

    layers: frozenset[LayerKey] = frozenset()
    articles: frozenset[ArticleId] = frozenset()
    kinds: frozenset[str] = frozenset()
    selected: str | None = None


def of_layer(changes: Iterable[Change], key: LayerKey) -> tuple[Change, ...]:
    """Return the changes that concern one layer."""
    return tuple(change for change in changes if change.layer == key)
