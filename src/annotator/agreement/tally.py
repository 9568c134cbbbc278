"""The rows of all articles of a corpus, kept small, and their running sums.

An article can be put, replaced and taken out at any time; sums follow at once, intervals are
drawn anew when asked for. What a column means is `columns`' and `figures`' matter.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from annotator.agreement.columns import Column, Group, Row
from annotator.agreement.view import View

# numbers of columns, and their values
Packed = tuple["array[int]", "array[float]"]


class Tally:
    """Rows of articles by group, and the sums of each group."""

    def __init__(self) -> None:
        self._numbers: dict[Column, int] = {}
        self._columns: list[Column] = []
        self._rows: dict[Group, dict[str, Packed]] = {}
        self._sums: dict[Group, dict[int, float]] = {}
        self._filled: dict[Group, dict[int, int]] = {}
        self._groups: dict[str, tuple[Group, ...]] = {}

    def __len__(self) -> int:
        return len(self._groups)

    def __contains__(self, article: str) -> bool:
        return article in self._groups

    def put(self, article: str, rows: dict[Group, Row]) -> None:
        """Set the rows of an article, in place of those it had."""
        self.remove(article)
        self._groups[article] = tuple(rows)
        for group, row in rows.items():
            packed = self._pack(row)
            self._rows.setdefault(group, {})[article] = packed
            sums = self._sums.setdefault(group, {})
            filled = self._filled.setdefault(group, {})
            for number, value in zip(*packed, strict=True):
                sums[number] = sums.get(number, 0) + value
                filled[number] = filled.get(number, 0) + 1

    def remove(self, article: str) -> None:
        """Take an article out, if it is there."""
        for group in self._groups.pop(article, ()):
            sums, filled = self._sums[group], self._filled[group]
            for number, value in zip(*self._rows[group].pop(article), strict=True):
                filled[number] -= 1
                sums[number] -= value
                if not filled[number]:
                    # nothing may be left over from rounding where nothing is summed
                    del filled[number], sums[number]

    def _pack(self, row: Row) -> Packed:
        numbers, values = array("I"), array("d")
        known, columns = self._numbers, self._columns
        for column, value in row.items():
            if not value:
                continue
            number = known.get(column)
            if number is None:
                number = known[column] = len(columns)
                columns.append(column)
            numbers.append(number)
            values.append(value)
        return numbers, values

    def articles(self, group: Group) -> Collection[str]:
        """Return the articles that enter a group."""
        return self._rows.get(group, {}).keys()

    def view(self, group: Group) -> View:
        """Return the sums of a group."""
        columns = self._columns
        sums = {columns[n]: value for n, value in self._sums.get(group, {}).items()}
        return View(sums, len(self.articles(group)))

    def each(self, group: Group) -> Iterator[tuple[str, View]]:
        """Yield each article of a group with its own row."""
        columns = self._columns
        for article, packed in self._rows.get(group, {}).items():
            yield article, View({columns[n]: v for n, v in zip(*packed, strict=True)}, 1)

    def values(self, group: Group, wanted: Sequence[Column]) -> Iterator[tuple[str, list[float]]]:
        """Yield, for each article of a group, the values of some columns."""
        places = {self._numbers[c]: i for i, c in enumerate(wanted) if c in self._numbers}
        for article, (numbers, values) in self._rows.get(group, {}).items():
            found = [0.0] * len(wanted)
            for number, value in zip(numbers, values, strict=True):
                if number in places:
                    found[places[number]] = value
            yield article, found

    def table(self, group: Group, wanted: Iterable[Column]) -> tuple[list[Column], Any]:
        """Return the columns of a group that are filled, of those wanted, and their matrix."""
        import numpy as np

        filled = self._filled.get(group, {})
        columns = sorted(
            (c for c in wanted if self._numbers.get(c, -1) in filled),
            key=self._numbers.__getitem__,
        )
        places = np.full(len(self._columns), -1)
        for place, column in enumerate(columns):
            places[self._numbers[column]] = place
        rows = self._rows.get(group, {}).values()
        numbers = np.frombuffer(b"".join(row[0] for row in rows), np.uintc)
        values = np.frombuffer(b"".join(row[1] for row in rows))
        lines = np.repeat(np.arange(len(rows)), [len(row[0]) for row in rows])
        kept = places[numbers] >= 0
        table = np.zeros((len(rows), len(columns)))
        table[lines[kept], places[numbers[kept]]] = values[kept]
        return columns, table
