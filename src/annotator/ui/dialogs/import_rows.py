"""The table of the import dialog: what files hold, and afterwards what was not taken."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from annotator.domain.errors import Rejection
from annotator.formats.records import Record
from annotator.persian.words import word_spans
from annotator.ui import i18n, wording
from annotator.workspace.copies import Copy

SHOWN = 200
_BEGINNING = 90
TITLE, BEGINNING, WORDS, LAYER, NOTES = range(5)


class ImportRows(QTreeWidget):
    """A row for each record, each rejection or each copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "framed")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("What the files hold"))
        self.setHeaderLabels(
            [
                self.tr("Article"),
                self.tr("Begins with"),
                self.tr("Words"),
                self.tr("Layer"),
                self.tr("Notes"),
            ]
        )
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(BEGINNING, QHeaderView.ResizeMode.Stretch)
        for column, width in ((TITLE, 180), (WORDS, 60), (LAYER, 90), (NOTES, 230)):
            header.resizeSection(column, width)

    def show_records(
        self, records: Iterable[Record | Rejection], *, joins: bool
    ) -> tuple[int, int]:
        """Show records in place of what is there; return how many are good and how many not.

        `joins`: unknown labels join the scheme, else their records are refused.
        """
        self.clear()
        good = bad = 0
        for record in records:
            if isinstance(record, Rejection):
                self.add_rejection(record)
                bad += 1
            else:
                self._add_record(record)
                good += joins or not record.unknown_labels
                bad += not joins and bool(record.unknown_labels)
        return good, bad

    def show_reasons(self) -> None:
        """Make the table ready for what was not taken: names and reasons alone."""
        self.clear()
        for column in (BEGINNING, WORDS, LAYER):
            self.setColumnHidden(column, True)

    def add_rejection(self, rejection: Rejection) -> None:
        """Add a row for what was refused, with the place and the reason."""
        line = f"{rejection.line}: " if rejection.line is not None else ""
        self._add(Path(rejection.file).name, note=i18n.left_to_right(f"{line}{rejection.reason}"))

    def add_copy(self, copy: Copy) -> None:
        """Add a row for an article that is like another one."""
        template = self.tr("like {other} ({share} %), left out")
        if copy.taken:
            template = self.tr("like {other} ({share} %)")
        note = i18n.fill(template, other=copy.like, share=round(copy.share * 100))
        self._add(str(copy.article), note=note)

    def _add_record(self, record: Record) -> None:
        layer = ""
        if record.layer is not None:
            layer = record.layer.key.annotator or wording.gold()
        notes = [i18n.left_to_right(record.encoding)] if record.encoding else []
        if record.unknown_labels:
            names = "، ".join(record.unknown_labels)
            notes.append(i18n.fill(self.tr("unknown labels: {names}"), names=names))
        words = i18n.number(len(word_spans(record.article.text)))
        title = record.article.title
        self._add(title, _beginning(record.article.text, title), words, layer, " · ".join(notes))

    def _add(
        self, title: str, beginning: str = "", words: str = "", layer: str = "", note: str = ""
    ) -> None:
        item = QTreeWidgetItem(self, [title, beginning, words, layer, note])
        if note:
            # a tip that looks like mark-up would be shown as such
            item.setToolTip(NOTES, f"<span>{html.escape(note)}</span>")


def _beginning(text: str, title: str) -> str:
    shown = " ".join(text[: 4 * _BEGINNING].split())
    title = " ".join(title.split())
    if title and shown.startswith(title):
        shown = shown[len(title) :].lstrip()
    return shown if len(shown) <= _BEGINNING else shown[: _BEGINNING - 1] + "…"
