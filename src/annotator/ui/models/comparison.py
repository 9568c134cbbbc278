"""Two or more layers of one article as a view compares them: what differs, and what is in hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.agreement.cases import Case
from annotator.domain.ids import SpanId
from annotator.domain.span import Span

Marked = tuple[int, SpanId]


@dataclass(frozen=True, slots=True)
class Side:
    """One annotator's spans in reading order, and what to call her."""

    name: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Sides by their places; `strong` are spans that differ, `current` those of the case in hand."""

    sides: tuple[Side, ...] = ()
    strong: frozenset[Marked] = frozenset()
    current: frozenset[Marked] = frozenset()


def comparison(
    sides: Sequence[tuple[str, str, Iterable[Span]]],
    differing: Iterable[Case],
    current: Iterable[Case],
) -> Comparison:
    """Compare sides (name, what to call her, her spans); some cases differ, some are in hand."""
    places = {name: place for place, (name, _, _) in enumerate(sides)}
    made = tuple(Side(shown, tuple(spans)) for _, shown, spans in sides)
    return Comparison(made, _spans(differing, places), _spans(current, places))


def _spans(cases: Iterable[Case], places: Mapping[str, int]) -> frozenset[Marked]:
    return frozenset(
        (places[name], span.id)
        for case in cases
        for name, span in case.spans.items()
        if span is not None and name in places
    )
