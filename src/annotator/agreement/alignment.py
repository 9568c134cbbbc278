"""The cheapest alignment of annotators' units, on which gamma rests.

A unitary alignment takes at most one unit of each annotator and costs the mean dissimilarity
over all pairs of annotators, `delta` where a side is empty; an alignment uses every unit once.
Two annotators are an assignment problem; for more the search is exact as well, and gives up
(None) where units are too entangled to search through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations
from typing import Any

from annotator.agreement.assignment import heaviest

Unit = tuple[float, float, str]
# (annotator, place) of each unit of a unitary alignment
Members = tuple[tuple[int, int], ...]

# of equally cheap alignments the one with the fewest groups: each costs this much on top
_TIE = 1e-9
_CANDIDATES = 20_000
_STEPS = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Weights of position (`alpha`) and label (`beta`), the cost of no partner, the sampling.

    `unaligned`: gamma-cat and gamma-k count a unit without partner as a full disagreement with
    each annotator who has none, as pygamma-agreement 0.5.9 does.
    """

    alpha: float = 1.0
    beta: float = 1.0
    delta: float = 1.0
    samples: int = 30
    seed: int = 0
    unaligned: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """A cheapest alignment: its cost over the mean number of units of an annotator, and who is
    aligned with whom (groups of one unit as well).
    """

    disorder: float
    units: int
    annotators: int
    aligned: tuple[tuple[Unit, ...], ...]


def positional(one: Unit, other: Unit, delta: float = 1.0) -> float:
    """Dissimilarity of position: the squared share of the boundaries' shift in both lengths."""
    shift = abs(one[0] - other[0]) + abs(one[1] - other[1])
    return (shift / (one[1] - one[0] + other[1] - other[0])) ** 2 * delta


def dissimilarity(one: Unit, other: Unit, settings: Settings) -> float:
    """Dissimilarity of position and label, weighted and added."""
    label = settings.beta * settings.delta * (one[2] != other[2])
    return settings.alpha * positional(one, other, settings.delta) + label


def disorder(units: Sequence[Sequence[Unit]], settings: Settings) -> float:
    """Return the disorder of the cheapest alignment.

    Raises:
        ValueError: there is no unit, or no cheapest alignment was found.
    """
    found = align(units, settings)
    if found is None or not found.units:
        raise ValueError("no cheapest alignment")
    return found.disorder


def align(units: Sequence[Sequence[Unit]], settings: Settings) -> Alignment | None:
    """Align the units of at least two annotators at the least cost, exactly."""
    number = sum(map(len, units))
    if not number:
        return Alignment(0.0, 0, len(units), ())
    best = _align_two(units, settings) if len(units) == 2 else _align_many(units, settings)
    if best is None:
        return None
    cost, groups = best
    aligned = tuple(tuple(units[who][place] for who, place in group) for group in groups)
    return Alignment(cost * len(units) / number, number, len(units), aligned)


def _align_two(units: Sequence[Sequence[Unit]], settings: Settings) -> tuple[float, list[Members]]:
    saved = _close(units[0], units[1], settings, 2 * settings.delta)
    gains = {edge: 2 * settings.delta - distance + _TIE for edge, distance in saved.items()}
    pairs = heaviest(gains)
    groups: list[Members] = [((0, i), (1, j)) for i, j in pairs]
    firsts, seconds = {i for i, _ in pairs}, {j for _, j in pairs}
    groups += [((0, i),) for i in range(len(units[0])) if i not in firsts]
    groups += [((1, j),) for j in range(len(units[1])) if j not in seconds]
    alone = len(units[0]) + len(units[1]) - 2 * len(pairs)
    return sum(saved[pair] for pair in pairs) + alone * settings.delta, groups


def _close(
    first: Sequence[Unit], second: Sequence[Unit], settings: Settings, limit: float
) -> dict[tuple[int, int], float]:
    """Return the dissimilarities up to a limit."""
    if not first or not second:
        return {}
    import numpy as np

    one, other = _arrays(first), _arrays(second)
    shift = abs(one[0][:, None] - other[0]) + abs(one[1][:, None] - other[1])
    sizes = (one[1] - one[0])[:, None] + (other[1] - other[0])
    distance = settings.alpha * settings.delta * (shift / sizes) ** 2
    distance += settings.beta * settings.delta * (one[2][:, None] != other[2])
    rows, columns = np.nonzero(distance <= limit)
    places = zip(rows.tolist(), columns.tolist(), strict=True)
    return dict(zip(places, distance[rows, columns].tolist(), strict=True))


def _arrays(units: Sequence[Unit]) -> tuple[Any, Any, Any]:
    import numpy as np

    starts, ends, labels = zip(*units, strict=True)
    return np.array(starts, float), np.array(ends, float), np.array(labels, object)


def _align_many(
    units: Sequence[Sequence[Unit]], settings: Settings
) -> tuple[float, list[Members]] | None:
    candidates = _candidates(units, settings)
    if candidates is None:
        return None
    bits = {}
    order = sorted(
        (unit[0], who, place) for who, own in enumerate(units) for place, unit in enumerate(own)
    )
    for bit, (_, who, place) in enumerate(order):
        bits[who, place] = 1 << bit
    masks = {sum(bits[member] for member in group): group for group in candidates}
    costs = {mask: candidates[group] + _TIE for mask, group in masks.items()}
    cost, groups = 0.0, []
    for part in _parts(list(masks)):
        found = _cheapest_cover(part, costs)
        if found is None:
            return None
        cost += found[0] - _TIE * len(found[1])
        groups += [masks[mask] for mask in found[1]]
    return cost, groups


def _candidates(units: Sequence[Sequence[Unit]], settings: Settings) -> dict[Members, float] | None:
    """Return all unitary alignments worth a thought, with their costs.

    A group is worth nothing where leaving one of its units alone costs less:
    the unit's dissimilarities to r others must sum to no more than (pairs + r) · delta.
    """
    size = len(units)
    pairs = size * (size - 1) // 2
    delta = settings.delta
    near: dict[tuple[int, int], dict[tuple[int, int], float]] = {}
    for one, other in combinations(range(size), 2):
        close = _close(units[one], units[other], settings, (pairs + size - 1) * delta)
        for (i, j), distance in close.items():
            near.setdefault((one, i), {})[other, j] = distance
    groups: dict[Members, float] = {
        ((who, place),): 0.0 for who, own in enumerate(units) for place in range(len(own))
    }
    kept = dict.fromkeys(groups, delta)
    while groups:
        groups = _extended(groups, near)
        if len(kept) + len(groups) > _CANDIDATES:
            return None
        for group, distance in groups.items():
            if _worth(group, near, (pairs + len(group) - 1) * delta):
                inside = len(group) * (len(group) - 1) // 2
                kept[group] = (distance + (pairs - inside) * delta) / pairs
    return kept


def _extended(
    groups: dict[Members, float], near: dict[tuple[int, int], dict[tuple[int, int], float]]
) -> dict[Members, float]:
    longer: dict[Members, float] = {}
    for group, distance in groups.items():
        last = group[-1][0]
        for member, first in near.get(group[0], {}).items():
            if member[0] <= last:
                continue
            more = first
            for other in group[1:]:
                step = near.get(other, {}).get(member)
                if step is None:
                    break
                more += step
            else:
                longer[(*group, member)] = distance + more
    return longer


def _worth(
    group: Members, near: dict[tuple[int, int], dict[tuple[int, int], float]], limit: float
) -> bool:
    sums = dict.fromkeys(group, 0.0)
    for one, other in combinations(group, 2):
        distance = near[one][other]
        sums[one] += distance
        sums[other] += distance
    return max(sums.values()) <= limit + _TIE


def _parts(masks: list[int]) -> list[list[int]]:
    """Split sets of units, as bit masks, into parts that share no unit."""
    parts: list[tuple[int, list[int]]] = []
    for mask in masks:
        together = [mask]
        apart: list[tuple[int, list[int]]] = []
        union = mask
        for known, members in parts:
            if known & mask:
                union |= known
                together += members
            else:
                apart.append((known, members))
        parts = [*apart, (union, together)]
    return [members for _, members in parts]


def _cheapest_cover(part: list[int], costs: dict[int, float]) -> tuple[float, list[int]] | None:
    """Cover every unit of a part exactly once at the least cost.

    Best first; what a unit must at least cost is its share in its cheapest candidate, so that a
    step counts only what it costs above the shares of its units.
    """
    by_unit, extra = _priced(part, costs)
    whole = 0
    for mask in part:
        whole |= mask
    best = {whole: 0.0}
    came: dict[int, tuple[int, int]] = {}
    queue = [(0.0, whole)]
    for _ in range(_STEPS):
        spent, left = heappop(queue)
        if not left:
            chosen = _trace(came)
            return sum(costs[mask] for mask in chosen), chosen
        if spent > best[left]:
            continue
        for mask in by_unit[left & -left]:
            if mask & left != mask:
                continue
            rest, total = left ^ mask, spent + extra[mask]
            if total < best.get(rest, float("inf")):
                best[rest] = total
                came[rest] = (left, mask)
                heappush(queue, (total, rest))
    return None


def _priced(
    part: list[int], costs: dict[int, float]
) -> tuple[dict[int, list[int]], dict[int, float]]:
    by_unit: dict[int, list[int]] = {}
    for mask in part:
        for bit in _bits(mask):
            by_unit.setdefault(bit, []).append(mask)
    shares = {
        bit: min(costs[mask] / mask.bit_count() for mask in masks) for bit, masks in by_unit.items()
    }
    return by_unit, {
        mask: max(0.0, costs[mask] - sum(shares[bit] for bit in _bits(mask))) for mask in part
    }


def _bits(mask: int) -> list[int]:
    bits: list[int] = []
    while mask:
        bits.append(mask & -mask)
        mask &= mask - 1
    return bits


def _trace(came: dict[int, tuple[int, int]]) -> list[int]:
    chosen: list[int] = []
    left = 0
    while left in came:
        left, mask = came[left]
        chosen.append(mask)
    return chosen
