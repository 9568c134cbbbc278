"""The sides of a data set: dealt by seed, even in the labels asked for, copies on one side.

Articles come in as groups of near-duplicates; a group is never parted. What a side is for and how
it is written does not belong here.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.errors import UserError

_ARTICLES = ""


@dataclass(slots=True)
class Group:
    """Articles that are like one another, and how many of them have each label asked for."""

    articles: list[str] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)

    def weight(self, measure: str) -> int:
        """Return how much it adds to a measure: articles, or articles with a label."""
        return len(self.articles) if measure == _ARTICLES else self.labels[measure]


def deal_groups(groups: Sequence[Group], shares: Mapping[str, float], seed: int) -> dict[str, str]:
    """Return the side of each article; the same groups, shares and seed give the same sides.

    Groups with a rare label go first, each to the side that lacks most of that label.
    """
    sides = _sides(shares)
    totals = _totals(groups)
    lacking = {
        (measure, side): totals[measure] * share
        for measure in totals
        for side, share in sides.items()
    }
    dealt: dict[str, str] = {}
    for group in _ordered(groups, totals, seed):
        rarest = min(group.labels, key=lambda label: (totals[label], label), default=_ARTICLES)
        side = max(
            sides,
            key=lambda s, m=rarest: (lacking[m, s], lacking[_ARTICLES, s]),  # type: ignore[misc]
        )
        dealt |= dict.fromkeys(group.articles, side)
        for measure in totals:
            lacking[measure, side] -= group.weight(measure)
    return dealt


def _sides(shares: Mapping[str, float]) -> dict[str, float]:
    if abs(sum(shares.values()) - 1) > 1e-6 or any(share < 0 for share in shares.values()):
        raise UserError("The shares of a split must be positive and add up to 1.")
    return {name: share for name, share in shares.items() if share > 0}


def _totals(groups: Sequence[Group]) -> Counter[str]:
    totals: Counter[str] = Counter({_ARTICLES: 0})
    for group in groups:
        totals[_ARTICLES] += len(group.articles)
        totals.update(group.labels)
    return totals


def _ordered(groups: Sequence[Group], totals: Counter[str], seed: int) -> list[Group]:
    """Return groups at random by the seed, but those of rare labels and the large ones first."""
    shuffled = sorted(groups, key=lambda group: min(group.articles))
    random.Random(seed).shuffle(shuffled)
    most = totals[_ARTICLES] + 1
    return sorted(
        shuffled,
        key=lambda group: (
            min((totals[label] for label in group.labels), default=most),
            -len(group.articles),
        ),
    )
