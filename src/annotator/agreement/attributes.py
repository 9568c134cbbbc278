"""Agreement on attributes of spans that both annotators marked under the same label.

It speaks only about paired spans, so the share of paired spans stands beside every figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.agreement.marks import Marks
from annotator.agreement.pairing import Pairing
from annotator.agreement.ratio import Number, Ratio
from annotator.domain.span import Attributes, AttributeValue

# a value as text; None is unset
Value = str | None
Contingency = Mapping[tuple[Value, Value], Number]


@dataclass(frozen=True, slots=True)
class AttributeAgreement:
    """Figures of one attribute; unset is a value for percent and kappa, missing for alpha."""

    pairs: int
    percent: float | None
    kappa: float | None
    alpha: float | None
    aligned_share: tuple[float | None, float | None]


def attribute_agreement(
    pairs: Iterable[tuple[Value, Value]], unaligned: tuple[int, int] = (0, 0)
) -> AttributeAgreement:
    """Return the figures of value pairs; `unaligned` counts spans of each side without partner."""
    table: Counter[tuple[Value, Value]] = Counter(pairs)
    total = table.total()
    return AttributeAgreement(
        total,
        percent(table).value,
        kappa(table).value,
        alpha(table).value,
        (Ratio(total, total + unaligned[0]).value, Ratio(total, total + unaligned[1]).value),
    )


def attribute_pairs(
    first: Marks, second: Marks, pairing: Pairing
) -> Counter[tuple[str, Value, Value]]:
    """Count ("LABEL.attribute", value, value) where at least one side set a value."""
    found: Counter[tuple[str, Value, Value]] = Counter()
    for pair in pairing.pairs:
        one, other = first.items[pair.first], second.items[pair.second]
        if one.label != other.label or one.span is None or other.span is None:
            continue
        ours, theirs = one.span.attributes, other.span.attributes
        for name in ours.keys() | theirs.keys():
            values = (plain(ours.get(name)), plain(theirs.get(name)))
            if values != (None, None):
                found[f"{one.label}.{name}", *values] += 1
    return found


def names_in_use(marks: Marks) -> set[str]:
    """Return all "LABEL.attribute" that carry a value."""
    return {
        f"{mark.label}.{name}"
        for mark in marks.items
        if mark.span is not None
        for name in set_names(mark.span.attributes)
    }


def set_names(attributes: Attributes) -> list[str]:
    """Return the names of attributes with a value."""
    return [name for name, value in attributes.items() if plain(value) is not None]


def plain(value: AttributeValue | None) -> Value:
    """Return a value as text; lists are compared as sets, empty is unset."""
    if value is None or isinstance(value, str):
        return value or None
    return " + ".join(sorted(set(value))) or None


def percent(table: Contingency) -> Ratio:
    """Divide the pairs with equal values by all; unset is a value."""
    return Ratio(_agreed(table), sum(table.values()))


def kappa(table: Contingency) -> Ratio:
    """Cohen's kappa; unset is a value."""
    total = sum(table.values())
    ours, theirs = _margins(table)
    chance = sum(size * theirs[value] for value, size in ours.items() if value in theirs)
    return Ratio(total * _agreed(table) - chance, total * total - chance)


def alpha(table: Contingency) -> Ratio:
    """Krippendorff's nominal alpha over the pairs in which both set a value."""
    both = {key: count for key, count in table.items() if None not in key}
    ours, theirs = _margins(both)
    values = 2 * sum(both.values())
    sizes = [ours.get(value, 0) + theirs.get(value, 0) for value in ours.keys() | theirs.keys()]
    chance = values * values - sum(size * size for size in sizes)
    apart = sum(both.values()) - _agreed(both)
    return Ratio(chance - (values - 1) * 2 * apart, chance)


def _agreed(table: Contingency) -> Number:
    return sum(count for (one, other), count in table.items() if one == other)


def _margins(table: Contingency) -> tuple[dict[Value, Number], dict[Value, Number]]:
    ours: dict[Value, Number] = {}
    theirs: dict[Value, Number] = {}
    for (one, other), count in table.items():
        ours[one] = ours.get(one, 0) + count
        theirs[other] = theirs.get(other, 0) + count
    return ours, theirs
