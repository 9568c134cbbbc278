"""The values of the agreement page: figures with their words, and the spans behind each.

How they are made of a report is `agreement`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.agreement.kinds import Kind
from annotator.domain.ids import ArticleId
from annotator.domain.scheme import Color
from annotator.workspace.agreement_cases import CaseQuery
from annotator.workspace.agreement_words import Measure


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure on the page: `text` is the number or why there is none, `query` what it opens."""

    value: float | None
    text: str
    detail: str = ""
    tip: str = ""
    low: float | None = None
    high: float | None = None
    query: CaseQuery | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The first figure: what it is called, what it rests on, and what it means."""

    title: str
    mark: Mark
    basis: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Card:
    """A number beside the headline."""

    title: str
    value: str
    note: str = ""
    query: CaseQuery | None = None


@dataclass(frozen=True, slots=True)
class NamedMark:
    """A figure of a label, in its colour; `count` says how many spans it rests on."""

    name: str
    color: Color
    mark: Mark
    count: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: how many differences of a kind."""

    kind: Kind
    count: int
    tip: str
    query: CaseQuery


@dataclass(frozen=True, slots=True)
class Bar:
    """The differences of a label by kind."""

    name: str
    color: Color
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of figures: `cells[row, column]`; `rows` and `columns` are their heads."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[int, int], Mark]
    row_title: str = ""
    column_title: str = ""
    colors: tuple[Color, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in the list of the worst."""

    id: ArticleId
    title: str
    mark: Mark
    settled: bool


@dataclass(frozen=True, slots=True)
class Content:
    """Everything on the page; `message` stands where there is nothing to show."""

    measure: Measure
    headline: Headline
    cards: tuple[Card, ...]
    matrix: Grid
    label_title: str
    labels: tuple[NamedMark, ...]
    legend: tuple[tuple[Kind, str], ...]
    bars: tuple[Bar, ...]
    confusion: Grid
    articles: tuple[ArticleLine, ...]
    weeks: tuple[Mark, ...]
    message: str = ""
