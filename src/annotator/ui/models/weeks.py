"""Agreement by the week in which articles were finished; empty where there is but one week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from annotator.agreement.report import ArticleScore
from annotator.domain.ids import ArticleId
from annotator.persian.display import format_jalali
from annotator.ui import i18n
from annotator.ui.i18n import translate
from annotator.ui.models.agreement_page import Mark
from annotator.workspace import agreement_words as words
from annotator.workspace.agreement_board import Overview
from annotator.workspace.agreement_cases import CaseQuery


def marks(found: Overview, query: CaseQuery, language: str) -> Iterator[Mark]:
    """Yield the headline figure (F1, half shared) of each week, oldest first; `detail` is the week.

    A week is named by its first day: Saturday in Persian, Monday in English.
    """
    by_week: dict[date, list[ArticleScore]] = defaultdict(list)
    for score in found.report.scores:
        day = _day(found.articles[ArticleId(score.article)].last)
        if score.value is not None and day is not None:
            by_week[_first_day(day, language)].append(score)
    if len(by_week) < 2:
        return
    for first, scores in sorted(by_week.items()):
        spans = sum(one.spans for one in scores)
        value = sum((one.value or 0.0) * one.spans for one in scores) / spans
        text, name = words.number(value, language), _name(first, language)
        count = i18n.fill(translate("Agreement", "{count} articles"), count=len(scores))
        ids = tuple(ArticleId(one.article) for one in scores)
        tip = f"{name} · {text} · {count}"
        yield Mark(value, text, name, tip, query=replace(query, articles=ids))


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _first_day(day: date, language: str) -> date:
    back = (day.weekday() + 2) % 7 if language == "fa" else day.weekday()
    return day - timedelta(days=back)


def _name(first: date, language: str) -> str:
    return format_jalali(first) if language == "fa" else f"{first:%d %b %Y}"
