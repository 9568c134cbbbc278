"""Rows of the inspector's lists as plain values, and the one model that shows them.

Who said what, spans, relations and problems of an article differ only in how their rows are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import attribution
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.rules import Problem
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.ui import i18n, wording
from annotator.ui.theme import Theme

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a title, a muted detail, the colour of the title, a mark at the start edge."""

    title: str
    detail: str = ""
    color: str = ""
    span: SpanId | None = None
    is_heading: bool = False
    badge: str = ""
    flag: bool = False
    is_link: bool = False


class RowsModel(QAbstractListModel):
    """A list of rows; replaced as a whole when the layer changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same ones leave the view as it is."""
        if list(rows) == list(self._rows):
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, span: SpanId | None) -> int:
        """Return the first row of a span, -1 where there is none."""
        found = (i for i, row in enumerate(self._rows) if row.span == span and span)
        return next(found, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (row.title, row.detail) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        base = super().flags(index)
        if index.isValid() and self._rows[index.row()].span is None:
            return base & ~Qt.ItemFlag.ItemIsSelectable
        return base


def span_rows(text: str, layer: Layer, scheme: Scheme, theme: Theme) -> list[Row]:
    """Return one row per span, in reading order."""
    return [
        Row(
            title=_shortened(span.quoted(text)),
            detail=_span_detail(layer, text, span, scheme),
            color=label_color(scheme, span.label, theme),
            span=span.id,
            badge=scheme_name(scheme, span.label),
            flag=span.flag,
        )
        for span in layer.index
    ]


def speaker_rows(text: str, layer: Layer, scheme: Scheme, theme: Theme) -> list[Row]:
    """Return who said what: each speaker once, by the first quote, with the quotes below."""
    groups: dict[str, list[Span]] = {}
    for span in layer.index:
        if attribution.needs_speaker(scheme, span):
            groups.setdefault(speaker_name(layer, text, span), []).append(span)
    rows: list[Row] = []
    for name, spans in groups.items():
        label = label_color(scheme, spans[0].label, theme)
        speakers = attribution.speakers(layer, spans[0])
        color = label_color(scheme, speakers[0].label, theme) if speakers else theme.muted
        first = speakers[0].id if speakers else None
        rows.append(Row(name or wording.no_speaker(), "", color, first, True, _count(len(spans))))
        rows += [Row(_shortened(s.quoted(text)), color=label, span=s.id) for s in spans]
    return rows


def relation_rows(text: str, layer: Layer, scheme: Scheme, theme: Theme) -> list[Row]:
    """Return one row per relation, in reading order of its source."""
    known = [r for r in layer.relations.values() if {r.source, r.target} <= layer.spans.keys()]
    return [
        Row(
            title=_shortened(layer.spans[relation.source].quoted(text), 40),
            detail=f"{wording.arrow()} {_shortened(layer.spans[relation.target].quoted(text), 40)}",
            color=label_color(scheme, layer.spans[relation.source].label, theme),
            span=relation.source,
            badge=relation_name(scheme, relation.label),
            is_link=True,
        )
        for relation in sorted(known, key=lambda r: (layer.spans[r.source].start, r.label))
    ]


def problem_rows(
    problems: Sequence[Problem], text: str, layer: Layer, scheme: Scheme, theme: Theme
) -> list[Row]:
    """Return one row per problem."""
    rows = []
    for problem in problems:
        span = layer.spans.get(problem.span) if problem.span else None
        quoted = _shortened(span.quoted(text)) if span else ""
        title = wording.problem(problem, scheme)
        rows.append(Row(title, quoted, theme.text, span.id if span else None))
    return rows


def speaker_name(layer: Layer, text: str, span: Span) -> str:
    """Return the name of who a quote is said by; empty where that is not said."""
    found = attribution.speakers(layer, span)
    return attribution.display_name(layer, text, found[0]) if found else ""


def scheme_name(scheme: Scheme, label: str) -> str:
    """Return a label's name in the language on screen."""
    found = scheme.label(label)
    return found.name.get(i18n.language()) if found else label


def relation_name(scheme: Scheme, relation: str) -> str:
    """Return a relation type's name in the language on screen."""
    found = scheme.relation(relation)
    return found.name.get(i18n.language()) if found else relation


def label_color(scheme: Scheme, label: str, theme: Theme) -> str:
    """Return a label's colour on the theme; muted for a label the scheme does not have."""
    found = scheme.label(label)
    return theme.label(found.color) if found else theme.muted


def _span_detail(layer: Layer, text: str, span: Span, scheme: Scheme) -> str:
    name = speaker_name(layer, text, span)
    if not name and span.entity in layer.entities:
        name = layer.entities[span.entity].name if span.entity else ""
    parts = [scheme_name(scheme, span.label), name]
    return " · ".join(part for part in parts if part)


def _shortened(text: str, limit: int = 90) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def _count(number: int) -> str:
    return i18n.number(number)
