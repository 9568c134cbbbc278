"""Sums of columns, as formulas read them."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.agreement.columns import Column
from annotator.agreement.ratio import Number


class View:
    """Column sums of a group; `seen` collects the columns that a formula asked for."""

    def __init__(self, sums: Mapping[Column, Number], articles: int) -> None:
        self._sums = sums
        self.articles = articles
        self.seen: set[Column] = set()
        self._heads: dict[Column, list[Column]] | None = None

    def __getitem__(self, column: Column) -> Number:
        self.seen.add(column)
        return self._sums.get(column, 0)

    def columns(self, kind: str) -> list[Column]:
        """Return the columns of a kind."""
        return [column for column in self._sums if column[0] == kind]

    def named(self, kind: str) -> set[str]:
        """Return the names that stand after a kind."""
        return {str(column[1]) for column in self.columns(kind)}

    def below(self, kind: str, name: str) -> list[Column]:
        """Return the columns that begin with these two words."""
        if self._heads is None:
            self._heads = {}
            for column in self._sums:
                self._heads.setdefault(column[:2], []).append(column)
        return self._heads.get((kind, name), [])
