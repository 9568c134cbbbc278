"""Choosing the other end of a link by keys: the allowed targets, and the one in hand.

Which targets are allowed is told by the caller; drawing belongs in `span_painter`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.span import Span
from annotator.persian.fold import fold_key


class LinkMode:
    """The targets for a link from `source`, in reading order; the nearest before it comes first."""

    def __init__(
        self, layer: Layer, text: str, source: SpanId, allowed: Callable[[Span], bool]
    ) -> None:
        self.source = source
        self._targets = [s for s in layer.index if s.id != source and allowed(s)]
        self._keys: list[tuple[str, ...]] = [_keys(layer, text, span) for span in self._targets]
        self._typed = ""
        start = layer.spans[source].start
        before = sum(1 for span in self._targets if span.start < start)
        self._at = max(before - 1, 0)

    @property
    def target(self) -> SpanId | None:
        """The target in hand, None where there is none at all."""
        return self._targets[self._at].id if self._targets else None

    @property
    def allowed(self) -> frozenset[SpanId]:
        """All targets."""
        return frozenset(span.id for span in self._targets)

    def step(self, forward: bool) -> None:
        """Go to the next or previous target, round about."""
        self._typed = ""
        if self._targets:
            self._at = (self._at + (1 if forward else -1)) % len(self._targets)

    def type(self, letters: str) -> bool:
        """Go to the next target one of whose words begins as typed; False where none does."""
        for typed in (self._typed + letters, letters):
            found = self._first(fold_key(typed).strip())
            if found is not None:
                self._typed, self._at = typed, found
                return True
        return False

    def _first(self, typed: str) -> int | None:
        """Return the target whose beginning, else one of whose words, begins as typed."""
        round_about = [*range(self._at, len(self._keys)), *range(self._at)]
        begins = (i for i in round_about if any(k.startswith(typed) for k in self._keys[i]))
        within = (i for i in round_about if any(f" {typed}" in k for k in self._keys[i]))
        return next(chain(begins, within), None)


def _keys(layer: Layer, text: str, span: Span) -> tuple[str, ...]:
    entity = layer.entities.get(span.entity) if span.entity else None
    names = (span.quoted(text), entity.name) if entity else (span.quoted(text),)
    return tuple(fold_key(name) for name in names)
