"""Intervals by resampling articles: rows of columns in, sums of each resample out.

Spans inside an article are not independent, articles are taken to be. The only module besides
`alignment` that uses numpy, which is imported when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from annotator.agreement.ratio import Ratio

LEVEL = 0.95
# resampled one by one up to this number of articles, beyond it in as many random blocks
MOST_UNITS = 2000
_BLOCK = 50

Interval = tuple[float, float]


def draws(rows: int, resamples: int, seed: int) -> Any:
    """Return how often each of `rows` articles occurs in each resample, as a matrix."""
    import numpy as np

    rng = np.random.default_rng(seed)
    kind = np.uint16 if rows < 2**16 else np.uint32
    found = np.empty((resamples, rows), np.uint8)
    for first in range(0, resamples, _BLOCK):
        size = min(_BLOCK, resamples - first)
        chosen = rng.integers(0, rows, (size, rows), kind).astype(np.intp)
        chosen += np.arange(size)[:, None] * rows
        counted = np.bincount(chosen.ravel(), minlength=size * rows)
        found[first : first + size] = counted.reshape(size, rows)
    return found


def blocks(rows: int, seed: int) -> Any:
    """Return, for each of `rows` articles, its block: itself, or of a large corpus a random one.

    Blocks of equal size drawn at random vary as single articles do, at a fraction of the work.
    """
    import numpy as np

    if rows <= MOST_UNITS:
        return np.arange(rows)
    return np.random.default_rng(seed).permutation(rows) % MOST_UNITS


def resampled(times: Any, table: Any) -> Any:
    """Return the column sums of each resample (resamples × columns)."""
    import numpy as np

    found = np.empty((len(times), table.shape[1]))
    for first in range(0, len(times), _BLOCK):
        found[first : first + _BLOCK] = times[first : first + _BLOCK].astype(float) @ table
    return found


def percentile_interval(ratio: Ratio, level: float = LEVEL) -> Interval | None:
    """Return the percentile interval of a figure over resamples, without the undefined ones."""
    import numpy as np

    over, under = np.broadcast_arrays(np.asarray(ratio.over, float), ratio.under)
    defined = under != 0
    if not defined.any():
        return None
    values = np.sort(over[defined] / under[defined])
    places = np.array([(1 - level) / 2, (1 + level) / 2]) * (len(values) - 1)
    low, high = np.interp(places, np.arange(len(values)), values)
    return float(low), float(high)


def bootstrap(
    rows: Sequence[Sequence[float]],
    statistic: Callable[[Sequence[Any]], Ratio],
    resamples: int = 2000,
    seed: int = 0,
    level: float = LEVEL,
) -> Interval | None:
    """Return the interval of a statistic of column sums; None for fewer than two rows.

    `statistic` takes the sums of the columns, as numbers or arrays of them.
    """
    import numpy as np

    if len(rows) < 2:
        return None
    sums = resampled(draws(len(rows), resamples, seed), np.array(rows, float))
    return percentile_interval(statistic(list(sums.T)), level)
