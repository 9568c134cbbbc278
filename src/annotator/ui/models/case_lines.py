"""The cases behind a figure as a list: who marked what, those alike in one line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.agreement.cases import Case
from annotator.domain.ids import ArticleId
from annotator.domain.scheme import Color, Scheme
from annotator.persian.clean import for_display
from annotator.ui import i18n
from annotator.workspace import agreement_words as words
from annotator.workspace.agreement_cases import FoundCase, FoundCases, Quote

CASE_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_GREY = Color("#5F656E", "#9AA3AD")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one or several people marked in a place; no label: nothing."""

    who: str
    label: str
    color: Color
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case to show and to open."""

    article: ArticleId
    start: int
    end: int
    annotators: tuple[str, ...]
    title: str
    kind: str
    answers: tuple[Answer, ...]


def case_lines(found: FoundCases, scheme: Scheme) -> tuple[CaseLine, ...]:
    """Put the cases into words of the language on screen."""
    return tuple(_line(one, scheme) for one in found.cases)


def _line(found: FoundCase, scheme: Scheme) -> CaseLine:
    language, case = i18n.language(), found.case
    alike: dict[object, list[Quote]] = {}
    for quote in found.quotes:
        span = quote.span
        # those who differ in an attribute only stand apart, with what they say of it
        beside = _beside(quote, case, scheme, language)
        alike.setdefault(span and (span.label, span.pieces, beside), []).append(quote)
    kinds = "، " if language == "fa" else ", "
    named = kinds.join(words.KINDS[kind].get(language) for kind in sorted(case.kinds))
    answers = tuple(
        _answer(quotes, scheme, language, _beside(quotes[0], case, scheme, language))
        for quotes in alike.values()
    )
    article = ArticleId(case.article)
    annotators = tuple(case.spans)
    return CaseLine(article, case.start, case.end, annotators, found.title, named, answers)


def _beside(quote: Quote, case: Case, scheme: Scheme, language: str) -> str:
    """Say the values of the attributes that differ here."""
    if quote.span is None:
        return ""
    kind, said = scheme.label(quote.span.label), []
    for name in case.attributes:
        attribute = kind.attribute(name) if kind else None
        value = quote.span.attributes.get(name) or "–"
        values = [value] if isinstance(value, str) else list(value)
        if attribute is not None:
            values = [attribute.choice_name(one, language) for one in values]
        shown = attribute.name.get(language) if attribute else name
        said.append(f"{shown}: {', '.join(values)}")
    return " · ".join(said)


def _answer(quotes: list[Quote], scheme: Scheme, language: str, beside: str) -> Answer:
    first = quotes[0]
    who = ("، " if language == "fa" else ", ").join(quote.annotator for quote in quotes)
    if first.span is None:
        return Answer(who, "", _GREY, "", words.NOT_MARKED.get(language), "")
    kind = scheme.label(first.span.label)
    label = kind.name.get(language) if kind else first.span.label
    label = f"{label} · {beside}" if beside else label
    shown = [for_display(part) for part in (first.before, first.words, first.after)]
    return Answer(who, label, kind.color if kind else _GREY, *shown)


class CaseLines(QAbstractListModel):
    """Cases as they were found; `CASE_ROLE` gives one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CaseLine, ...] = ()

    def show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        """Show other cases."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> CaseLine | None:
        """Return a case, or None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == CASE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [f"{one.who}: {one.label} {one.words}" for one in line.answers]
            return "; ".join([line.title, line.kind, *said])
        return None
