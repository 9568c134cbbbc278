"""A figure as numerator and denominator, so that it is summed first and divided last.

Either part is a number, or one number per resample as an array of numpy; the formulas of this
package use plain arithmetic and serve both.
"""

from __future__ import annotations

from typing import Any, NamedTuple

Number = Any


class Ratio(NamedTuple):
    """A figure to be; it is not defined where the denominator is 0."""

    over: Number
    under: Number

    @property
    def value(self) -> float | None:
        """The quotient, or None where it is not defined."""
        return None if self.under == 0 else float(self.over / self.under)
