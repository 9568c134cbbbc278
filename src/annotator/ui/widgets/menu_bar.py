"""A menu bar that stands in a row with other widgets and is as wide as its menus."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenuBar, QSizePolicy, QStyle, QStyleOptionMenuItem, QWidget

_FRAME = 4


class MenuBar(QMenuBar):
    """Hints the width of its menus; Qt's own hint follows the parent's width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(self._menus_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def _menus_width(self) -> int:
        style = self.style()
        spacing = style.pixelMetric(QStyle.PixelMetric.PM_MenuBarItemSpacing, None, self)
        frame = style.pixelMetric(QStyle.PixelMetric.PM_MenuBarHMargin, None, self)
        width = 2 * frame + _FRAME
        for action in self.actions():
            option = QStyleOptionMenuItem()
            self.initStyleOption(option, action)
            text = self.fontMetrics().boundingRect(0, 0, 0, 0, 0, action.text()).size()
            kind = QStyle.ContentsType.CT_MenuBarItem
            width += style.sizeFromContents(kind, option, text, self).width() + spacing
        return width
