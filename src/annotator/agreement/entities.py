"""Agreement on entities: do two annotators group the mentions both marked in the same way?

Names and ids of entities are each annotator's own and are not compared; the grouping is. Only
paired spans that both gave to an entity count.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from annotator.agreement.marks import Marks
from annotator.agreement.pairing import Pairing
from annotator.agreement.ratio import Number, Ratio


class EntityCounts(NamedTuple):
    """Counts over mentions that both gave to an entity; they add over articles.

    `linked_*`: pairs of mentions of one entity (for both, for each side); `precision` and
    `recall`: sums over mentions of the share of their group that the other side groups alike.
    """

    mentions: Number = 0
    linked_both: Number = 0
    linked_first: Number = 0
    linked_second: Number = 0
    precision: Number = 0
    recall: Number = 0


def entity_counts(first: Marks, second: Marks, pairing: Pairing) -> EntityCounts:
    """Count the groupings of one article."""
    groups: Counter[tuple[str, str]] = Counter()
    for pair in pairing.pairs:
        one, other = first.items[pair.first].span, second.items[pair.second].span
        if one is not None and other is not None and one.entity and other.entity:
            groups[one.entity, other.entity] += 1
    if not groups:
        return EntityCounts()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for (mine, yours), size in groups.items():
        ours[mine] += size
        theirs[yours] += size
    return EntityCounts(
        groups.total(),
        _links(groups),
        _links(ours),
        _links(theirs),
        sum(size * size / ours[mine] for (mine, _), size in groups.items()),
        sum(size * size / theirs[yours] for (_, yours), size in groups.items()),
    )


def _links(groups: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(size * (size - 1) // 2 for size in groups.values())


def link_f1(counts: EntityCounts) -> Ratio:
    """F1 over pairs of mentions that refer to one entity."""
    return Ratio(2 * counts.linked_both, counts.linked_first + counts.linked_second)


def b_cubed(counts: EntityCounts) -> Ratio:
    """B³: the harmonic mean of mean precision and mean recall of each mention's group."""
    product = 2 * counts.precision * counts.recall
    return Ratio(product, counts.mentions * (counts.precision + counts.recall))
