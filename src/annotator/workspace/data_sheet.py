"""The data sheet of a release, in Markdown: what is in it, by whom, how well they agreed.

It says nothing that changes from one run to the next: the same release has the same sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator import __version__
from annotator.agreement.report import ArticleLayers, Report, report
from annotator.domain.article import Article
from annotator.domain.layer import Layer, Status
from annotator.persian.display import persian_digits
from annotator.storage.reading import LayerFilter, read_labelled
from annotator.workspace.project import Project

_MEASURES = (
    ("span_f1", "strict", "span F1, same label and range"),
    ("span_f1", "iou50", "span F1, same label, half of the range shared"),
    ("span_f1", "boundaries", "span F1, same range"),
    ("u_alpha", "u", "unitizing α"),
    ("gamma", "gamma", "γ"),
)
_GOLD = "gold"


@dataclass(slots=True)
class Counts:
    """What one side holds; `scheme` counts layers by the version they were made under."""

    articles: int = 0
    characters: int = 0
    layers: int = 0
    relations: Counter[str] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    schemes: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article, layers: Sequence[Layer]) -> None:
        """Count an article with the layers that go out."""
        self.articles += 1
        self.characters += len(article.text)
        for layer in layers:
            self.layers += 1
            self.spans.update(span.label for span in layer.spans.values())
            self.relations.update(relation.label for relation in layer.relations.values())
            self.people[layer.key.annotator or _GOLD] += 1
            self.statuses[str(layer.status)] += 1
            if layer.state and layer.state.scheme:
                scheme = layer.state.scheme
                self.schemes[f"{scheme.id}, version {scheme.version}"] += 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet has to say of a release besides what stands in the project."""

    sides: Mapping[str, Counts]
    format: str
    losses: Sequence[str]
    seed: int
    shares: Mapping[str, float]
    stratified: Mapping[str, Mapping[str, int]]
    copies: int
    groups: int
    threshold: float
    pseudonyms: bool
    names: Mapping[str, str]
    files: Sequence[str]
    articles_file: str

    def total(self, name: str) -> Counter[str]:
        """Return the sum of a counter of all sides."""
        return sum((getattr(side, name) for side in self.sides.values()), Counter())

    def count(self, name: str) -> int:
        """Return the sum of a count of all sides."""
        return sum(getattr(side, name) for side in self.sides.values())


def data_sheet(ws: Project, sheet: Sheet) -> str:
    """Return the sheet as Markdown, with a summary in Persian at its head."""
    parts = [_head(ws, sheet), _counts(sheet), _scheme(ws, sheet), _people(sheet)]
    parts += [_agreement(ws, sheet), _split(sheet), _reading(sheet)]
    return "\n".join(line for part in parts for line in (*part, ""))


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(_cell(value) for value in row)} |"


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")


def _head(ws: Project, sheet: Sheet) -> Iterator[str]:
    figures = (sheet.count("articles"), sheet.count("layers"), sheet.total("spans").total())
    articles, layers, spans = (persian_digits(str(one)) for one in figures)
    yield f"# {_cell(ws.name)}"
    yield ""
    yield '<div dir="rtl" lang="fa">'
    yield ""
    yield (
        f"این مجموعه‌داده {articles} متن، {layers} لایهٔ برچسب و {spans} بازه دارد. "
        f"جای هر بازه با شمارهٔ نویسه (code point) از آغاز متن آمده است. "
        f"متن‌های همانند همیشه در یک بخش‌اند. برچسب‌ها بر پایهٔ طرح "
        f"«{_cell(ws.scheme.name.fa or ws.scheme.id)}»، نسخهٔ "
        f"{persian_digits(str(ws.scheme.version))}، زده شده‌اند."
    )
    yield ""
    yield "</div>"
    yield ""
    yield (
        f"{figures[0]} articles, {figures[1]} layers, {figures[2]} spans; made with annotator "
        f"{__version__} from the project *{_cell(ws.name)}*. Who publishes it has to say under "
        "which terms the texts may be used."
    )


def _counts(sheet: Sheet) -> Iterator[str]:
    yield "## What is in it"
    yield ""
    sides = sheet.sides.items()
    yield from _table(
        ("side", "articles", "characters", "layers", "spans", "relations"),
        [
            (name, c.articles, c.characters, c.layers, c.spans.total(), c.relations.total())
            for name, c in sides
        ],
    )
    for what, title in (("spans", "label"), ("relations", "relation")):
        total = sheet.total(what)
        if total:
            yield ""
            yield from _table(
                (title, *sheet.sides, "all"),
                [
                    (one, *(getattr(c, what)[one] for _, c in sides), total[one])
                    for one in sorted(total)
                ],
            )
    yield ""
    statuses = sheet.total("statuses")
    told = ", ".join(f"{status} {statuses[status]}" for status in sorted(statuses))
    yield f"Layers by status: {told or 'none'}."


def _scheme(ws: Project, sheet: Sheet) -> Iterator[str]:
    yield "## Label scheme and guideline"
    yield ""
    yield (
        f"`scheme.json` is the scheme {ws.scheme.id}, version {ws.scheme.version}, the current one. "
        + _guideline(sheet.files)
    )
    schemes = sheet.total("schemes")
    if schemes:
        yield ""
        yield "Layers were made under:"
        yield ""
        yield from _table(("scheme", "layers"), sorted(schemes.items()))


def _guideline(files: Sequence[str]) -> str:
    found = [f"`{name}`" for name in files if name.startswith("guideline.")]
    if not found:
        return "No guideline comes with this scheme."
    return f"Its guideline, as it comes with this annotator, is in {' and '.join(found)}."


def _people(sheet: Sheet) -> Iterator[str]:
    yield "## Annotators"
    yield ""
    people = sheet.total("people")
    gold = people.pop(_GOLD, 0)
    if people:
        yield from _table(("annotator", "layers"), sorted(people.items()))
        yield ""
    if gold:
        yield f"Gold layers, settled from these: {gold}."
    if sheet.pseudonyms:
        yield "Names are pseudonyms. Notes that people wrote are as they wrote them."


def _agreement(ws: Project, sheet: Sheet) -> Iterator[str]:
    yield "## Agreement"
    yield ""
    found = _measured(ws)
    if found.message or not found.rows:
        yield found.message or "Fewer than two people have finished the same article."
        return
    yield (
        f"Over all {found.articles} articles of the project that at least two people finished, "
        "with 95 % intervals from resampled articles. Definitions are in the manual of annotator."
    )
    yield ""
    rows = [
        (
            title,
            "all" if row.label is None else row.label,
            " – ".join(_named(row.annotators, sheet)),
            _figure(row.value),
            _interval(row.low, row.high),
            row.n,
        )
        for measure, variant, title in _MEASURES
        for row in found.rows
        if (row.measure, row.variant) == (measure, variant) and row.value is not None
    ]
    yield from _table(("measure", "label", "annotators", "value", "95 %", "n"), rows)


def _measured(ws: Project) -> Report:
    articles = (
        ArticleLayers(
            article.id,
            len(article.text),
            {layer.key.annotator: layer for layer in layers if layer.key.annotator is not None},
            article.text,
        )
        for article, layers in read_labelled(
            ws.database,
            ws.people_store,
            LayerFilter(gold=False, statuses=frozenset({Status.DONE})),
        )
        if len(layers) > 1
    )
    done = [person["name"] for person in ws.stats()["people"] if person["done"]]
    return report(articles, annotators=done)


def _named(names: Iterable[str], sheet: Sheet) -> list[str]:
    return [sheet.names.get(name, name) for name in names]


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{low:.3f}–{high:.3f}"


def _split(sheet: Sheet) -> Iterator[str]:
    yield "## Split"
    yield ""
    shares = ", ".join(f"{name} {share:g}" for name, share in sheet.shares.items())
    yield (
        f"Dealt at random by the seed {sheet.seed} ({shares}). Articles that share at least "
        f"{sheet.threshold:.0%} of their runs of eight words, directly or through others, are on "
        f"one side: {sheet.copies} articles in {sheet.groups} groups, named in "
        f"`{sheet.articles_file}`."
    )
    if sheet.stratified:
        yield ""
        yield "Even in the articles that have these labels:"
        yield ""
        yield from _table(
            ("label", *sheet.sides),
            [(one, *(by[side] for side in sheet.sides)) for one, by in sheet.stratified.items()],
        )


def _reading(sheet: Sheet) -> Iterator[str]:
    yield "## Reading it"
    yield ""
    yield (
        f"Format: `{sheet.format}`. Offsets of the project are half-open ranges of Unicode code "
        "points of the text as it stands, never of bytes or UTF-16 units; "
        f"`{sheet.articles_file}` has the SHA-256 of each text in UTF-8, and `SHA256SUMS` that of "
        "each file (`sha256sum --check SHA256SUMS`)."
    )
    if sheet.losses:
        yield ""
        yield "This format does not hold:"
        yield ""
        yield from (f"- {_cell(one)}" for one in sheet.losses)
    yield ""
    yield from (f"- `{name}`" for name in sheet.files)
