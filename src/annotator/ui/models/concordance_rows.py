"""Lines of a concordance as a table: the line, a column for each annotator, the article.

Sorting and filtering reorder row numbers only. Painting is `views/concordance_delegate`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain.ids import ArticleId, SpanId
from annotator.persian.collate import sort_key

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Chip:
    """A label over the words: `exact` on them, `near` with other edges, else far around them."""

    text: str
    color: str
    exact: bool = False
    near: bool = False
    span: SpanId | None = None


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A place with its surroundings; `cells` are chips by annotator, None: not begun.

    `verdicts` are the keys of what the annotators made of it.
    """

    article: ArticleId
    title: str
    start: int
    end: int
    before: str
    hit: str
    after: str
    rtl: bool
    cells: tuple[tuple[Chip, ...] | None, ...]
    verdicts: tuple[str | None, ...]
    oddness: float


class Order(StrEnum):
    """What the lines are sorted by."""

    ODD = "odd"
    PLACE = "place"
    BEFORE = "before"
    AFTER = "after"
    LABEL = "label"
    ARTICLE = "article"


class ConcordanceModel(QAbstractTableModel):
    """The lines of one phrase."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[KwicLine] = ()
        self._annotators: tuple[str, ...] = ()
        self._rows: list[int] = []
        self._order = Order.ODD
        self._verdict: str | None = None
        self._titles = ("", "")

    def set_titles(self, line: str, article: str) -> None:
        """Name the first and the last column."""
        self._titles = (line, article)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))

    def set_lines(self, lines: Sequence[KwicLine], annotators: Sequence[str]) -> None:
        """Show other lines; `annotators` name the columns of the cells."""
        self.beginResetModel()
        self._lines, self._annotators, self._verdict = lines, tuple(annotators), None
        self._arrange()
        self.endResetModel()

    def arrange(self, order: Order, verdict: str | None) -> None:
        """Sort the lines; with a verdict only those on which somebody's is that one."""
        self.beginResetModel()
        self._order, self._verdict = order, verdict
        self._arrange()
        self.endResetModel()

    def line(self, row: int) -> KwicLine | None:
        """Return the line of a row; None where there is no such row."""
        return self._lines[self._rows[row]] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._annotators) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self._titles[0], *self._annotators, self._titles[1])
        return names[section] if 0 <= section < len(names) else None

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        line = self._lines[self._rows[index.row()]]
        if role == LINE_ROLE:
            return line
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in shown or role == Qt.ItemDataRole.ToolTipRole:
            return self._text(line, index.column())
        return None

    def _text(self, line: KwicLine, column: int) -> str:
        if column == 0:
            return f"{line.before}{line.hit}{line.after}"
        if column > len(self._annotators):
            return line.title
        chips = line.cells[column - 1]
        return "" if chips is None else "، ".join(chip.text for chip in chips) or "–"

    def _arrange(self) -> None:
        rows = range(len(self._lines))
        kept = [
            i for i in rows if self._verdict is None or self._verdict in self._lines[i].verdicts
        ]
        self._rows = sorted(kept, key=lambda i: _KEYS[self._order](self._lines[i]))


def _words(text: str) -> list[str]:
    return sort_key(text).split()


_KEYS: dict[Order, Callable[[KwicLine], Any]] = {
    Order.ODD: lambda line: -line.oddness,
    Order.PLACE: lambda _: 0,
    # the word next to the phrase counts first
    Order.BEFORE: lambda line: _words(line.before)[::-1],
    Order.AFTER: lambda line: _words(line.after),
    Order.LABEL: lambda line: sorted(verdict or "" for verdict in line.verdicts),
    Order.ARTICLE: lambda line: sort_key(line.title),
}
