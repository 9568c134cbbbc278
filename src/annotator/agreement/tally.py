"""The rows of all articles of a corpus, kept small, and their running sums.

An article can be put, replaced and taken out at any time; sums follow at once, intervals are
drawn anew when asked for. What a column means is `columns`' and `figures`' matter.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable
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
            if group in self._sums:
                self._change(group, packed, 1)

    def remove(self, article: str) -> None:
        """Take an article out, if it is there."""
        for group in self._groups.pop(article, ()):
            packed = self._rows[group].pop(article)
            if group in self._sums:
                self._change(group, packed, -1)

    def _change(self, group: Group, packed: Packed, sign: int) -> None:
        sums, filled = self._sums[group], self._filled[group]
        for number, value in zip(*packed, strict=True):
            sums[number] = sums.get(number, 0) + sign * value
            filled[number] = filled.get(number, 0) + sign
            if not filled[number]:
                # nothing may be left over from rounding where nothing is summed
                del filled[number], sums[number]

    def _pack(self, row: Row) -> Packed:
        row = {column: value for column, value in row.items() if value}
        known = self._numbers
        try:
            numbers = array("I", [known[column] for column in row])
        except KeyError:
            for column in row:
                if column not in known:
                    known[column] = len(self._columns)
                    self._columns.append(column)
            numbers = array("I", [known[column] for column in row])
        return numbers, array("d", row.values())

    def _summed(self, group: Group) -> dict[int, float]:
        """Return the sums of a group; the first time they are summed, then they follow."""
        if group not in self._sums:
            import numpy as np

            numbers, values = self._joined(group)
            size = len(self._columns)
            sums = np.bincount(numbers, values, size).tolist()
            filled = np.bincount(numbers, minlength=size).tolist()
            self._filled[group] = {place: count for place, count in enumerate(filled) if count}
            self._sums[group] = {place: sums[place] for place in self._filled[group]}
        return self._sums[group]

    def _joined(self, group: Group) -> tuple[Any, Any]:
        import numpy as np

        rows = self._rows.get(group, {}).values()
        numbers = np.frombuffer(b"".join(row[0] for row in rows), np.uintc)
        return numbers, np.frombuffer(b"".join(row[1] for row in rows))

    def articles(self, group: Group) -> Collection[str]:
        """Return the articles that enter a group."""
        return self._rows.get(group, {}).keys()

    def view(self, group: Group) -> View:
        """Return the sums of a group."""
        columns = self._columns
        sums = {columns[n]: value for n, value in self._summed(group).items()}
        return View(sums, len(self.articles(group)))

    def table(self, group: Group, wanted: Iterable[Column], lines: Any) -> tuple[list[Column], Any]:
        """Return the columns of a group that are filled, of those wanted, and their matrix.

        `lines` says, for each article in order, to which line of the matrix it is added.
        """
        import numpy as np

        filled = self._summed(group)
        columns = sorted(
            (c for c in wanted if self._numbers.get(c, -1) in filled),
            key=self._numbers.__getitem__,
        )
        places = np.full(len(self._columns), -1)
        for place, column in enumerate(columns):
            places[self._numbers[column]] = place
        numbers, values = self._joined(group)
        rows = self._rows.get(group, {}).values()
        where = places[numbers]
        where += np.repeat(lines, [len(row[0]) for row in rows]) * len(columns)
        kept = places[numbers] >= 0
        size = (int(lines.max()) + 1, len(columns))
        return columns, np.bincount(where[kept], values[kept], size[0] * size[1]).reshape(size)
