"""The report on agreement as one HTML page: style and pictures inside, no script, made for print.

All text of the project goes through `escape`. The pictures are `agreement_svg`'s.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from annotator.agreement.report import Report, Row
from annotator.domain.ids import ArticleId
from annotator.domain.scheme import Name, Scheme
from annotator.persian.display import format_jalali
from annotator.workspace import agreement_svg as svg
from annotator.workspace import agreement_words as words
from annotator.workspace.project import Project

_MOST_ARTICLES = 200
_TITLE = Name("گزارش توافق‌سنجی", "Agreement report")
_HEADLINE = Name("توافق", "Agreement")
_PAIRS = Name("چه کسی با چه کسی", "Who with whom")
_LABELS = Name("هر برچسب", "Each label")
_KINDS = Name("اختلاف از چه جنس است", "What kind of difference")
_ARTICLES = Name("خبرها، بدترین نخست", "Articles, worst first")
_ALL = Name("همهٔ رقم‌ها", "All figures")
_METHOD = Name("چگونه سنجیده شد", "How it was measured")
_BASIS = Name("{n} خبر که دست‌کم دو نفر تمام کرده‌اند", "{n} articles finished by at least two")
_INTERVAL = Name(
    "بازه‌ها با اطمینان ۹۵٪ از {n} بازنمونه‌گیری خبرها، بذر {seed}.",
    "Intervals are 95 %, from {n} resamples of the articles, seed {seed}.",
)
_HEADS = (
    Name("سنجه", "measure"),
    Name("برچسب", "label"),
    Name("افراد", "annotators"),
    Name("رقم", "figure"),
    Name("بازهٔ ۹۵٪", "95 % interval"),
    Name("شمار", "n"),
    Name("یادداشت", "note"),
)
_ARTICLE_HEADS = (Name("خبر", "article"), Name("اختلاف", "differences"), Name("رقم", "figure"))
_NOTHING = Name(
    "هیچ خبری را دست‌کم دو نفر تمام نکرده‌اند.",
    "No article is finished by at least two people.",
)
_STYLE = """
body{font:15px/1.7 Vazirmatn,Tahoma,"Segoe UI",sans-serif;color:#1f2328;background:#f4f2ee;margin:0}
main{max-width:960px;margin:0 auto;padding:24px}
section{background:#fbfaf8;border:1px solid #e2dfd9;border-radius:8px;padding:16px 22px;margin:14px 0}
h1{font-size:22px;margin:6px 0 0}h2{font-size:16px;margin:0 0 8px}
.muted{color:#5f656e;font-size:13px}.figure{font-size:46px;font-weight:bold;line-height:1.3}
table{border-collapse:collapse;width:100%;font-size:13px}
th{text-align:start;color:#5f656e;font-weight:normal}
th,td{border-bottom:1px solid #e2dfd9;padding:4px 8px;vertical-align:top}
svg{max-width:100%;height:auto}
@media print{body{background:#fff;font-size:12px}section{break-inside:avoid;border:none;padding:6px 0}
section.long{break-inside:auto}tr{break-inside:avoid}main{padding:0;max-width:none}}
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a report says of its project; `date` is ISO, `language` `fa` or `en`."""

    project: str
    scheme: Scheme
    date: str
    language: str
    titles: Mapping[ArticleId, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ws: Project, titles: Mapping[ArticleId, str], language: str) -> About:
        """Describe an open project."""
        return cls(ws.name, ws.scheme, ws.now()[:10], language, titles)


def page(found: Report, about: About) -> str:
    """Return the page; where there is nothing to report it says so."""
    made, language = _Page(found, about), about.language
    direction = "rtl" if language == "fa" else "ltr"
    title = f"{_TITLE.get(language)} – {about.project}"
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(title)}</h1>"
    )
    parts = [head, f'<p class="muted">{escape(made.day())} · {escape(made.people())}</p>']
    if found.message:
        parts.append(f"<section>{escape(_NOTHING.get(language))}</section>")
    else:
        parts += made.sections()
    return "\n".join([*parts, "</main></body></html>\n"])


class _Page:
    def __init__(self, found: Report, about: About) -> None:
        self.found, self.about = found, about
        self.scheme, self.language = about.scheme, about.language

    def day(self) -> str:
        given = dt.date.fromisoformat(self.about.date)
        return format_jalali(given) if self.language == "fa" else self.about.date

    def people(self) -> str:
        return ("، " if self.language == "fa" else ", ").join(self.found.annotators)

    def label(self, label: str | None) -> str:
        if label is None:
            return words.ALL_LABELS.get(self.language)
        kind = self.scheme.label(label)
        return kind.name.get(self.language) if kind else label

    def color(self, label: str) -> str:
        kind = self.scheme.label(label)
        return kind.color.light if kind else "#5F656E"

    def sections(self) -> Iterator[str]:
        yield self._section(_HEADLINE, self._headline())
        yield self._section(_PAIRS, self._matrix())
        yield self._section(_LABELS, self._labels())
        yield self._section(_KINDS, self._kinds())
        yield self._section(_ARTICLES, self._articles(), long=True)
        yield self._section(_ALL, self._all(), long=True)
        yield self._section(_METHOD, self._method())

    def _section(self, title: Name, body: str, *, long: bool = False) -> str:
        kind = ' class="long"' if long else ""
        return f"<section{kind}><h2>{escape(title.get(self.language))}</h2>{body}</section>"

    def _headline(self) -> str:
        row, language = self.found.headline, self.language
        measure = words.MEASURES[0]
        basis = _BASIS.get(language).format(n=words.count(self.found.articles, language))
        meaning = escape(measure.meaning.get(language))
        if row is None or row.value is None:
            said = escape(words.reason(row.undefined if row else None, language))
            return f'<p>{said}</p><p class="muted">{meaning}</p>'
        beside = " · ".join(filter(None, [words.interval(row, language), basis]))
        return (
            f'<div class="figure">{words.number(row.value, language)}</div>'
            f'<p class="muted">{escape(measure.name.get(language))} · {escape(beside)}</p>'
            f"<p>{meaning}</p>"
        )

    def _matrix(self) -> str:
        names = self.found.annotators
        cells: dict[tuple[int, int], svg.Cell] = {}
        for one, first in enumerate(names):
            for other in range(one + 1, len(names)):
                row = self.found.row("span_f1", "iou50", None, (first, names[other]))
                if row is not None:
                    cells[one, other] = cells[other, one] = self._cell(row)
        return svg.matrix(names, cells, rtl=self.language == "fa")

    def _cell(self, row: Row) -> svg.Cell:
        text = "–" if row.value is None else words.number(row.value, self.language)
        said = words.interval(row, self.language) or words.reason(row.undefined, self.language)
        return svg.Cell(row.value, text, said)

    def _used(self) -> list[str]:
        kinds = self.found.kinds.get(self.found.annotators, {})
        used = {label for _, label in kinds}
        known = [one.id for one in self.scheme.labels if one.id in used]
        return [*known, *sorted(used.difference(known))]

    def _labels(self) -> str:
        lines = []
        for label in self._used():
            row = self.found.row("span_f1", "iou50", label)
            if row is not None:
                name, color, cell = self.label(label), self.color(label), self._cell(row)
                lines.append(svg.Line(name, color, cell, row.low, row.high))
        ticks = [words.number(tick / 4, self.language) for tick in range(5)]
        return svg.lines(lines, ticks, rtl=self.language == "fa")

    def _kinds(self) -> str:
        kinds = self.found.kinds.get(self.found.annotators, {})
        bars = []
        for label in self._used():
            counts = [kinds.get((kind, label), 0) for kind in svg.KINDS]
            texts = [words.count(one, self.language) for one in counts]
            bars.append((self.label(label), self.color(label), counts, texts))
        legend = [words.KINDS[kind].get(self.language) for kind in svg.KINDS]
        return svg.bars(bars, legend, rtl=self.language == "fa")

    def _articles(self) -> str:
        rows = []
        for score in self.found.scores[:_MOST_ARTICLES]:
            value = "–" if score.value is None else words.number(score.value, self.language)
            title = self.about.titles.get(ArticleId(score.article), score.article)
            rows.append((title, words.count(score.differences, self.language), value))
        return self._table(_ARTICLE_HEADS, rows)

    def _all(self) -> str:
        rows = []
        for row in self.found.rows:
            name = row.measure if row.variant is None else f"{row.measure} {row.variant}"
            value = "–" if row.value is None else words.number(row.value, self.language, 3)
            names, count = " – ".join(row.annotators), words.count(row.n, self.language)
            low, said = words.interval(row, self.language), words.notes(row, self.language)
            rows.append((name, self.label(row.label), names, value, low, count, said))
        return self._table(_HEADS, rows)

    def _table(self, heads: Sequence[Name], rows: Sequence[Sequence[str]]) -> str:
        head = "".join(f"<th>{escape(one.get(self.language))}</th>" for one in heads)
        body = "".join(
            f"<tr>{''.join(f'<td><bdi>{escape(cell)}</bdi></td>' for cell in row)}</tr>"
            for row in rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _method(self) -> str:
        said = [
            f"<p><b>{escape(one.name.get(self.language))}</b> "
            f"({escape(one.measure)}): {escape(one.meaning.get(self.language))}</p>"
            for one in words.MEASURES
        ]
        if self.found.resamples:
            text = _INTERVAL.get(self.language).format(
                n=words.count(self.found.resamples, self.language),
                seed=words.count(self.found.seed, self.language),
            )
            said.append(f"<p>{escape(text)}</p>")
        return "".join(said)
