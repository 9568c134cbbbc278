"""Agreement on relations: the same link between the same spans, by four readings of "same"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from annotator.agreement.marks import Marks
from annotator.agreement.pairing import Pairing
from annotator.agreement.ratio import Ratio

# type, place of the source mark, place of the target mark
Link = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class RelationCounts:
    """Counts of one document or pair, per relation type.

    `sizes`: relations of both sides; `given`: those of them whose two arguments the other side
    marked as well; `strict` and `aligned`: relations found on both sides; `untyped`: links
    between the same pairs of spans whatever their types.
    """

    sizes: Counter[str]
    given: Counter[str]
    strict: Counter[str]
    aligned: Counter[str]
    untyped: int

    @property
    def strict_f1(self) -> float | None:
        """Same type, arguments equal in extent and label."""
        return Ratio(2 * self.strict.total(), self.sizes.total()).value

    @property
    def aligned_f1(self) -> float | None:
        """Same type, arguments paired with each other."""
        return Ratio(2 * self.aligned.total(), self.sizes.total()).value

    @property
    def untyped_f1(self) -> float | None:
        """Arguments paired with each other, any type."""
        return Ratio(2 * self.untyped, self.sizes.total()).value

    @property
    def given_arguments_f1(self) -> float | None:
        """The aligned figure over relations whose arguments both sides marked."""
        return Ratio(2 * self.aligned.total(), self.given.total()).value

    @property
    def type_agreement(self) -> float | None:
        """The share of equal types among the span pairs that both sides relate."""
        return Ratio(self.aligned.total(), self.untyped).value


def relation_counts(
    first: Marks, second: Marks, pairing: Pairing, symmetric: Collection[str] = ()
) -> RelationCounts:
    """Count relations over a pairing of the spans by the partial scheme.

    The direction of a relation matters unless its type is among `symmetric`.
    """
    ours, theirs = links(first, symmetric), links(second, symmetric)
    answer = {pair.first: pair.second for pair in pairing.pairs}
    answered = set(answer.values())
    moved = {
        _ordered(kind, answer[source], answer[target], symmetric)
        for kind, source, target in ours
        if source in answer and target in answer
    }
    kept = {link for link in theirs if link[1] in answered and link[2] in answered}
    strict = _spelled(first, ours, symmetric) & _spelled(second, theirs, symmetric)
    together = Counter([link[1:] for link in moved]) & Counter([link[1:] for link in kept])
    return RelationCounts(
        _types(ours) + _types(theirs),
        _types(moved) + _types(kept),
        Counter([str(key[0]) for key in strict]),
        _types(moved & kept),
        together.total(),
    )


def links(marks: Marks, symmetric: Collection[str] = ()) -> set[Link]:
    """Return the relations between prepared marks, each once."""
    places = marks.places
    return {
        _ordered(one.label, places[one.source], places[one.target], symmetric)
        for one in marks.relations
        if one.source in places and one.target in places
    }


def _ordered(kind: str, source: int, target: int, symmetric: Collection[str]) -> Link:
    if kind in symmetric and target < source:
        return (kind, target, source)
    return (kind, source, target)


def _types(found: set[Link]) -> Counter[str]:
    return Counter([link[0] for link in found])


def _spelled(marks: Marks, found: set[Link], symmetric: Collection[str]) -> set[tuple[object, ...]]:
    spelled: set[tuple[object, ...]] = set()
    for kind, source, target in found:
        ends = [(marks.items[end].label, marks.items[end].pieces) for end in (source, target)]
        spelled.add((kind, *(sorted(ends) if kind in symmetric else ends)))
    return spelled
