"""What the agreement page shows, in words and figures of the language on screen.

Made of an `Overview`; nothing here is measured or painted. Every mark carries the `CaseQuery` of
the spans behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from annotator.agreement.kinds import Kind
from annotator.agreement.report import Report, Row
from annotator.domain.ids import ArticleId
from annotator.domain.scheme import Color, Name, Scheme
from annotator.ui import i18n
from annotator.ui.i18n import translate
from annotator.ui.models import weeks
from annotator.ui.models.agreement_page import (
    ArticleLine,
    Bar,
    Card,
    Content,
    Grid,
    Headline,
    Mark,
    NamedMark,
    Part,
)
from annotator.workspace import agreement_words as words
from annotator.workspace.agreement_board import Overview
from annotator.workspace.agreement_cases import CaseQuery
from annotator.workspace.agreement_words import Measure

SHOWN_KINDS = (Kind.TRIFLE, Kind.BOUNDARY, Kind.LABEL, Kind.MISSING)
_GREY = Color("#5F656E", "#9AA3AD")


def content(found: Overview, scheme: Scheme, measure: Measure) -> Content:
    """Put the page together."""
    return _Maker(found, scheme, measure).content()


class _Maker:
    def __init__(self, found: Overview, scheme: Scheme, measure: Measure) -> None:
        self.found, self.scheme, self.measure = found, scheme, measure
        self.report: Report = found.report
        self.language = i18n.language()
        wanted = found.filter
        self.query = CaseQuery(self.report.annotators, wanted.labels, trimmed=wanted.trimmed)
        self.used = self._labels_in_use()
        # what a measure of one label at a time says in headline and matrix
        self.focus = self.used[0] if measure.by_label and self.used else None

    def content(self) -> Content:
        return Content(
            measure=self.measure,
            headline=self._headline(),
            cards=tuple(self._cards()),
            matrix=self._matrix(),
            label_title=self._named(translate("Agreement", "Each label ({measure})")),
            labels=tuple(self._label_marks()),
            legend=tuple((kind, self._say(words.KINDS[kind])) for kind in SHOWN_KINDS),
            bars=tuple(self._bars()),
            confusion=self._confusion(),
            articles=tuple(self._articles()),
            weeks=tuple(weeks.marks(self.found, self.query, self.language)),
            message=self._message(),
        )

    # words

    def _say(self, name: Name) -> str:
        return name.get(self.language)

    def _named(self, template: str) -> str:
        return template.format(measure=self._say(self.measure.name))

    def _label(self, label: str | None) -> str:
        if label is None:
            return self._say(words.NOT_MARKED)
        kind = self.scheme.label(label)
        return kind.name.get(self.language) if kind else label

    def _color(self, label: str | None) -> Color:
        kind = self.scheme.label(label or "")
        return kind.color if kind else _GREY

    def _count(self, value: int) -> str:
        return words.count(value, self.language)

    def _message(self) -> str:
        if len(self.found.people) < 2:
            return translate(
                "Agreement",
                "Agreement needs two people: as soon as two have marked the same article done, "
                "their figures stand here.",
            )
        if not self.report.articles:
            return translate(
                "Agreement",
                "No article is done by two of these people. Let them finish the same articles, "
                "or widen the filters above.",
            )
        return ""

    # figures

    def _labels_in_use(self) -> list[str]:
        counted = {
            row.label: row.n
            for row in self.report.rows
            if row.measure == "span_f1" and row.variant == "iou50" and row.label
            if row.annotators == self.report.annotators
        }
        known = [one.id for one in self.scheme.labels if one.id in counted]
        return [*known, *(label for label in counted if label and label not in known)]

    def _row(self, label: str | None, annotators: tuple[str, ...] | None = None) -> Row | None:
        wanted = self.measure
        return self.report.row(wanted.measure, wanted.variant, label, annotators)

    def _mark(self, row: Row | None, query: CaseQuery | None) -> Mark:
        if row is None:
            return Mark(None, "–", tip=self._say(words.FOR_PAIRS), query=query)
        said = words.notes(row, self.language)
        if row.value is None:
            return Mark(None, "–", words.reason(row.undefined, self.language), said, query=query)
        text = words.number(row.value, self.language)
        interval = words.interval(row, self.language)
        tip = " · ".join(filter(None, [text, interval, self._items(row), said]))
        return Mark(row.value, text, interval, tip, row.low, row.high, query)

    def _items(self, row: Row) -> str:
        spans = {"span_f1", "specific_agreement"}
        if row.measure in spans:
            return i18n.fill(translate("Agreement", "{count} spans"), count=row.n)
        if row.measure == "relation_f1":
            return i18n.fill(translate("Agreement", "{count} links"), count=row.n)
        return i18n.fill(translate("Agreement", "{count} articles"), count=row.n)

    def _headline(self) -> Headline:
        row = self._row(self.focus)
        title = self._say(self.measure.name)
        if self.focus is not None:
            title = f"{title} · {self._label(self.focus)}"
        template = translate("Agreement", "Agreement ({measure})")
        basis = i18n.fill(
            translate("Agreement", "95 % certain, {count} articles"), count=self.report.articles
        )
        if row is None or row.low is None:
            basis = i18n.fill(
                translate("Agreement", "on {count} articles"), count=self.report.articles
            )
        mark = self._mark(row, replace(self.query, label=self.focus))
        return Headline(template.format(measure=title), mark, basis, self._sentence(row))

    def _sentence(self, row: Row | None) -> str:
        if row is None:
            return self._say(words.FOR_PAIRS)
        if row.value is None:
            return words.reason(row.undefined, self.language)
        said = []
        if row.measure == "span_f1":
            template = translate("Agreement", "Of ten spans of one person, {n} fit one of another.")
            said.append(i18n.fill(template, n=round(10 * row.value)))
        kinds, labels = self._differences()
        total = kinds.total()
        if total:
            worst = self._label(labels.most_common(1)[0][0])
            template = translate("Agreement", "Most differences are about {label}")
            said.append(template.format(label=worst))
            share = words.percent(kinds[Kind.BOUNDARY] / total, self.language)
            template = translate("Agreement", "and {share} of all are boundaries only.")
            said.append(template.format(share=share))
        return " ".join(said)

    def _differences(self) -> tuple[Counter[str], Counter[str]]:
        """Count the differences that are no trifles, by kind and by label."""
        kinds: Counter[str] = Counter()
        for score in self.report.scores:
            kinds.update({k: n for k, n in score.kinds.items() if k not in _NO_DIFFERENCE})
        labels: Counter[str] = Counter()
        for (kind, label), number in self._kinds().items():
            if kind not in _NO_DIFFERENCE:
                labels[label] += number
        return kinds, labels

    def _kinds(self) -> Mapping[tuple[str, str], int]:
        return self.report.kinds.get(self.report.annotators, {})

    def _cards(self) -> Iterator[Card]:
        shared, articles = self.report.articles, self.found.articles
        alone = len(articles) - shared
        of = translate("Agreement", "{shared} of {total}")
        yield Card(
            translate("Agreement", "Articles read by two"),
            of.format(shared=self._count(shared), total=self._count(self.found.total)),
            i18n.fill(translate("Agreement", "{count} finished by one only"), count=alone),
        )
        kinds, _ = self._differences()
        trifles = sum(score.kinds.get(Kind.TRIFLE, 0) for score in self.report.scores)
        note = translate("Agreement", "and {count} of signs and spaces only")
        if len(self.report.annotators) > 2:
            note = translate(
                "Agreement", "summed over pairs; {count} more of signs and spaces only"
            )
        note = i18n.fill(note, count=trifles)
        title = translate("Agreement", "Differences")
        yield Card(title, self._count(kinds.total()), note, self.query)
        read = [articles[ArticleId(s.article)] for s in self.report.scores]
        settled = sum(one.settled for one in read)
        share = words.percent(settled / len(read), self.language) if read else "–"
        note = of.format(shared=self._count(settled), total=self._count(len(read)))
        unit = translate("Agreement", "{text} articles have gold")
        yield Card(translate("Agreement", "Settled"), share, unit.format(text=note))

    def _matrix(self) -> Grid:
        names = self.report.annotators
        cells: dict[tuple[int, int], Mark] = {}
        for one, other in combinations(range(len(names)), 2):
            pair = (names[one], names[other])
            query = replace(self.query, annotators=pair, label=self.focus)
            mark = self._mark(self._row(self.focus, pair), query)
            mark = replace(mark, tip=f"{pair[0]} – {pair[1]}\n{mark.tip}")
            cells[one, other] = cells[other, one] = mark
        return Grid(names, names, cells)

    def _label_marks(self) -> Iterator[NamedMark]:
        for label in () if self.measure.no_labels else self.used:
            row = self._row(label)
            spans = self.report.row("span_f1", "iou50", label)
            mark = self._mark(row, replace(self.query, label=label))
            count = i18n.fill(
                translate("Agreement", "{count} spans"), count=spans.n if spans else 0
            )
            yield NamedMark(self._label(label), self._color(label), mark, count)

    def _bars(self) -> Iterator[Bar]:
        kinds = self._kinds()
        for label in self.used:
            name = self._label(label)
            parts = []
            for kind in SHOWN_KINDS:
                if count := kinds.get((kind, label), 0):
                    query = replace(self.query, label=label, kind=kind)
                    tip = f"{name} · {self._say(words.KINDS[kind])}: {self._count(count)}"
                    parts.append(Part(kind, count, tip, query))
            yield Bar(name, self._color(label), tuple(parts))

    def _confusion(self) -> Grid:
        """Sum the pairs; with more than two people, which side said what has no meaning."""
        two = len(self.report.annotators) == 2
        counts: Counter[tuple[str | None, str | None]] = Counter()
        for table in self.report.confusion.values():
            for (one, other), number in table.items():
                counts[one, other] += number
                if not two and one != other:
                    counts[other, one] += number
        heads = (*self.used, None)
        cells = {}
        for row, one in enumerate(heads):
            for column, other in enumerate(heads):
                if number := counts[one, other]:
                    cells[row, column] = self._confused(one, other, number)
        names = tuple(map(self._label, heads))
        titles = self.report.annotators if two else ("", "")
        colors = tuple(map(self._color, heads))
        return Grid(names, names, cells, titles[0], titles[1], colors)

    def _confused(self, one: str | None, other: str | None, number: int) -> Mark:
        query = replace(self.query, confused=(one, other), agreed=True)
        tip = f"{self._label(one)} – {self._label(other)}: {self._count(number)}"
        return Mark(float(number), self._count(number), "", tip, query=query)

    def _articles(self) -> Iterator[ArticleLine]:
        for score in self.report.scores:
            about = self.found.articles[ArticleId(score.article)]
            text = "–" if score.value is None else words.number(score.value, self.language)
            detail = i18n.fill(
                translate("Agreement", "{count} differences"), count=score.differences
            )
            if score.value is None:
                detail = translate("Agreement", "both empty")
            query = replace(self.query, articles=(about.id,))
            mark = Mark(score.value, text, detail, about.title, query=query)
            yield ArticleLine(about.id, about.title, mark, about.settled)


_NO_DIFFERENCE = {Kind.AGREED, Kind.TRIFLE}
