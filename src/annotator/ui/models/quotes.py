"""The quotes of one speaker or of all as a table model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain.scheme import Scheme
from annotator.ui import i18n
from annotator.ui.i18n import QT_TRANSLATE_NOOP, translate
from annotator.workspace.sayings import Saying

_Index = QModelIndex | QPersistentModelIndex
_HEADS = (
    QT_TRANSLATE_NOOP("Quotes", "Quote"),
    QT_TRANSLATE_NOOP("Quotes", "Speaker"),
    QT_TRANSLATE_NOOP("Quotes", "About"),
    QT_TRANSLATE_NOOP("Quotes", "Type"),
    QT_TRANSLATE_NOOP("Quotes", "Article"),
    QT_TRANSLATE_NOOP("Quotes", "Date"),
    QT_TRANSLATE_NOOP("Quotes", "Annotator"),
)
_COMMA = "، "


class QuotesModel(QAbstractTableModel):
    """Shows quotes; replaced as a whole."""

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._types = {
            choice.value: choice.name.get(i18n.language())
            for label in scheme.labels
            for attribute in label.attributes
            for choice in attribute.choices
        }
        self._rows: Sequence[Saying] = ()
        self._cells: tuple[Callable[[Saying], str], ...] = (
            lambda one: " ".join(one.quote.split()),
            lambda one: _COMMA.join(one.speakers),
            lambda one: _COMMA.join(one.about),
            lambda one: self._types.get(one.kind, one.kind),
            lambda one: one.title,
            lambda one: i18n.date_text(one.published) if one.published else "",
            lambda one: one.annotator or translate("Quotes", "gold"),
        )

    def show_quotes(self, rows: Sequence[Saying]) -> None:
        """Show other quotes."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def quote(self, row: int) -> Saying | None:
        """Return the quote of a row, None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in roles:
            return None
        return self._cells[index.column()](self._rows[index.row()])

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return translate("Quotes", _HEADS[section])
