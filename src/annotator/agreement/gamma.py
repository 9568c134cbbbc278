"""Gamma of Mathet, Widlöcher and Métivier 2015, with gamma-cat and gamma-k of 2017.

Units of any annotators may overlap; the figure compares the cheapest alignment of the real units
with those of random continua. Finding an alignment is `alignment`'s. Offsets may be fractions
here, since random continua may be given from outside.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil
from statistics import fmean, stdev

from annotator.agreement.alignment import (
    Alignment,
    Settings,
    Unit,
    align,
    positional,
)
from annotator.agreement.ratio import Ratio

__all__ = ["Gamma", "Settings", "article_gamma", "category_disorder", "gamma", "gamma_from"]

_TRIES = 20
_QUANTILE = 1.96


@dataclass(frozen=True, slots=True)
class Gamma:
    """Disorders of one document and the figures made of them; `samples` 0: none were needed.

    `cat_weight` is 0 where no two units were aligned; `cat` is then 1 and says nothing.
    """

    gamma: float | None
    cat: float | None
    k: Mapping[str, float | None]
    observed: float
    expected: float
    cat_observed: float
    cat_expected: float
    cat_weight: float
    units: int
    samples: int


def gamma(
    units: Mapping[str, Sequence[Unit]],
    length: float,
    settings: Settings | None = None,
    precision: float | None = None,
) -> Gamma | None:
    """Return gamma of one document, None where it is not defined.

    `precision` is the wanted half width of the 95 % interval of the expected disorder, relative;
    more samples are drawn for it. Not defined: fewer than two annotators, no unit, or units so
    entangled that no cheapest alignment was found.
    """
    settings = settings or Settings()
    real = align(list(units.values()), settings) if len(units) > 1 else None
    if real is None or not real.units:
        return None
    if real.disorder == 0:
        return _figures(real, [], settings)
    rng = random.Random(f"{settings.seed}")
    samples = _sampled(units, length, settings, settings.samples, rng)
    if precision and len(samples) > 1:
        values = [one.disorder for one in samples]
        wanted = ceil((stdev(values) / fmean(values) * _QUANTILE / precision) ** 2)
        samples += _sampled(units, length, settings, wanted - len(samples), rng)
    return _figures(real, samples, settings) if samples else None


def article_gamma(
    units: Mapping[str, Sequence[Unit]], length: int, settings: Settings, article: str
) -> Gamma | None:
    """Return the disorders of one article; the samples depend on seed and article alone.

    An article without units gives `units` 0, one that cannot be aligned None.
    """
    real = align(list(units.values()), settings)
    if real is None:
        return None
    if not real.units:
        return Gamma(None, None, {}, 0, 0, 0, 0, 0, 0, 0)
    rng = random.Random(f"{settings.seed}:{article}")
    samples = _sampled(units, length, settings, settings.samples, rng)
    return _figures(real, samples, settings) if samples else None


def gamma_from(observed: float, sampled: Sequence[float]) -> float | None:
    """Return gamma of an observed disorder and those of random continua."""
    if observed == 0:
        return 1.0
    expected = fmean(sampled)
    return Ratio(expected - observed, expected).value


def category_disorder(
    real: Alignment, settings: Settings, category: str | None = None
) -> tuple[float, float]:
    """Return the disorder of labels between aligned units, of all or of one label, and its weight.

    Each pair weighs by its closeness over the number of partners. Without any pair the weight is
    0 and the disorder 0, of one label 1: it was aligned with nothing.
    """
    total = weight = alone = 0.0
    for members in real.aligned:
        concerned = [unit for unit in members if category in (None, unit[2])]
        alone += len(concerned) * (real.annotators - len(members))
        for one, other in combinations(members, 2):
            if category not in (None, one[2], other[2]):
                continue
            close = max(0.0, 1 - settings.alpha * positional(one, other, settings.delta))
            share = close / (len(members) - 1)
            weight += share
            total += share * (one[2] != other[2])
    if not weight:
        return (0.0 if category is None else 1.0), 0.0
    if settings.unaligned:
        return (total + alone * settings.delta**2) / (weight + alone * settings.delta), weight
    return total / weight, weight


def _figures(real: Alignment, samples: list[Alignment], settings: Settings) -> Gamma:
    observed, (cat, weight) = real.disorder, category_disorder(real, settings)
    sampled = [one.disorder for one in samples]
    labels = sorted({unit[2] for members in real.aligned for unit in members})
    return Gamma(
        gamma=gamma_from(observed, sampled),
        cat=_chance_corrected(cat, samples, settings, None),
        k={
            label: _chance_corrected(
                category_disorder(real, settings, label)[0], samples, settings, label
            )
            for label in labels
        },
        observed=observed,
        expected=fmean(sampled) if sampled else 0.0,
        cat_observed=cat,
        cat_expected=_expected(samples, settings, None),
        cat_weight=weight,
        units=real.units,
        samples=len(samples),
    )


def _chance_corrected(
    observed: float, samples: list[Alignment], settings: Settings, category: str | None
) -> float | None:
    if observed == 0:
        return 1.0
    expected = _expected(samples, settings, category)
    return Ratio(expected - observed, expected).value


def _expected(samples: list[Alignment], settings: Settings, category: str | None) -> float:
    found = [category_disorder(one, settings, category) for one in samples]
    known = [value for value, weight in found if weight]
    return fmean(known) if known else 0.0


def _sampled(
    units: Mapping[str, Sequence[Unit]],
    length: float,
    settings: Settings,
    number: int,
    rng: random.Random,
) -> list[Alignment]:
    """Align random continua: each annotator is a real one, cut at a random point and swapped."""
    sources = list(units.values())
    every = [unit for source in sources for unit in source]
    apart = fmean(end - start for start, end, _ in every) / 2
    samples: list[Alignment] = []
    while len(samples) < number:
        cuts: list[float] = []
        continuum: list[Sequence[Unit]] = []
        for _ in sources:
            cuts.append(_cut(rng, length, cuts, apart))
            continuum.append(_swapped(rng.choice(sources), cuts[-1], length))
        if not any(continuum):
            continue
        found = align(continuum, settings)
        if found is None:
            return []
        samples.append(found)
    return samples


def _cut(rng: random.Random, length: float, taken: list[float], apart: float) -> float:
    """Draw a cut at some distance from the others, where there is room."""
    cut = 0.0
    for _ in range(_TRIES):
        cut = float(rng.randrange(max(1, int(length))))
        if all(abs(cut - other) >= apart for other in taken):
            break
    return cut


def _swapped(units: Sequence[Unit], cut: float, length: float) -> list[Unit]:
    moved = [
        (start - cut + (0 if start >= cut else length), end - cut + (0 if start >= cut else length))
        for start, end, _ in units
    ]
    return [(*place, unit[2]) for place, unit in zip(moved, units, strict=True)]
