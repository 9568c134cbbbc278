"""The report on a corpus: every row of the contract, confusion, kinds and articles worst first.

`Measurement` keeps what it has read, so that one changed article is measured alone; `report` is
the whole way in one call. Layers come in as domain values, one article at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from annotator.agreement.alignment import Settings
from annotator.agreement.columns import Column, Group, Options, Prepared, article_rows
from annotator.agreement.columns import Row as ColumnSums
from annotator.agreement.figures import Figure, InUse, figures
from annotator.agreement.kinds import Kind
from annotator.agreement.marks import marks_of_layer
from annotator.agreement.pairing import Scheme
from annotator.agreement.reasons import Note, NoteKind, Reason
from annotator.agreement.resampling import blocks, draws, percentile_interval, resampled
from annotator.agreement.tally import Tally
from annotator.agreement.view import View
from annotator.domain.layer import Layer, Status

FORMAT = "annotator-agreement/1"
RESAMPLES = 2000
# more columns than this under one attribute: free text, of which an interval would say nothing
_MOST_COLUMNS = 400

NOTHING_SHARED = (
    "No article is marked done by at least two of the annotators: finish layers in the window, "
    "or import them with --status done."
)


class Cancelled(Exception):
    """The caller asked to stop."""


@dataclass(frozen=True, slots=True)
class ArticleLayers:
    """One article as it comes in: text length in code points, and the layers by annotator.

    `text` is needed only to know trifles. Layers that are not done do not enter.
    """

    id: str
    length: int
    layers: Mapping[str, Layer]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; `value` None where it is not defined, `undefined` then says why.

    `low` and `high`: the 95 % interval, None where there is none. `n`: what it rests on.
    """

    measure: str
    variant: str | None
    label: str | None
    annotators: tuple[str, ...]
    value: float | None
    low: float | None
    high: float | None
    n: int
    undefined: str | None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article: its headline figure pooled over pairs, and its differences by kind.

    `value` None: nobody marked anything. `spans` counts those of all pairs.
    """

    article: str
    value: float | None
    spans: int
    kinds: Mapping[str, int]

    @property
    def differences(self) -> int:
        """The number of differences that are no trifles."""
        return sum(n for kind, n in self.kinds.items() if kind not in {Kind.AGREED, Kind.TRIFLE})


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of a corpus; `message` says what is missing where there is nothing to say.

    `confusion`: per pair, (label of the first, label of the second) with None for *not marked*.
    `kinds`: per group of annotators, (kind, label) of the spans at odds.
    """

    articles: int
    annotators: tuple[str, ...]
    rows: tuple[Row, ...]
    scores: tuple[ArticleScore, ...] = ()
    confusion: Mapping[tuple[str, ...], Mapping[tuple[str | None, str | None], int]] = field(
        default_factory=dict
    )
    kinds: Mapping[tuple[str, ...], Mapping[tuple[str, str], int]] = field(default_factory=dict)
    resamples: int = 0
    seed: int = 0
    message: str | None = None

    def row(
        self,
        measure: str,
        variant: str | None = None,
        label: str | None = None,
        annotators: Sequence[str] | None = None,
    ) -> Row | None:
        """Return one row; without annotators that of the widest group."""
        wanted = tuple(annotators) if annotators is not None else self.annotators
        for row in self.rows:
            if (row.measure, row.variant, row.label) == (measure, variant, label) and (
                row.annotators == wanted
            ):
                return row
        return None

    @property
    def headline(self) -> Row | None:
        """The first figure of the page: span F1, same label and half of the extent shared."""
        return self.row("span_f1", Scheme.IOU50)


class Measurement:
    """The agreement of chosen annotators over a corpus that may change.

    `labels` limits everything to spans of these labels. `trimmed` leaves trifles (guillemets,
    punctuation, spaces, ZWNJ) at span edges out of every figure. `symmetric` names relation
    types without direction.
    """

    def __init__(
        self,
        annotators: Sequence[str],
        labels: Collection[str] | None = None,
        *,
        gamma: Settings | None = None,
        trimmed: bool = False,
        symmetric: Collection[str] = (),
    ) -> None:
        self.annotators = tuple(dict.fromkeys(annotators))
        self._labels = None if labels is None else tuple(dict.fromkeys(labels))
        self._trimmed = trimmed
        self._options = Options(self.annotators, frozenset(symmetric), gamma)
        self._tally = Tally()
        self._scores: dict[str, ArticleScore] = {}

    def put(self, article: ArticleLayers) -> None:
        """Measure an article, in place of what was known of it."""
        done = {
            name: layer
            for name, layer in article.layers.items()
            if name in self.annotators and layer.status is Status.DONE
        }
        self._scores.pop(article.id, None)
        if not done:
            self._tally.remove(article.id)
            return
        text = article.text if self._trimmed else None
        marks = {name: marks_of_layer(done[name], self._labels, text) for name in done}
        prepared = Prepared(article.id, article.length, article.text, marks)
        rows = article_rows(prepared, self._options)
        self._tally.put(article.id, rows)
        widest = self._widest()
        if widest in rows:
            self._scores[article.id] = _score(article.id, rows[widest])

    def remove(self, article: str) -> None:
        """Forget an article."""
        self._tally.remove(article)
        self._scores.pop(article, None)

    def groups(self) -> list[Group]:
        """Return the groups of the report: each pair, and all where there are more than two."""
        pairs = [Group("pair", pair) for pair in combinations(self.annotators, 2)]
        if len(self.annotators) < 3:
            return pairs
        return [*pairs, Group("all", self.annotators), Group("complete", self.annotators)]

    def in_use(self) -> InUse:
        """Return what occurs in the articles read; labels in the order asked for."""
        view = self._tally.view(Group("use", ()))
        found = {kind: sorted(view.named(kind)) for kind in ("label", "relation", "attribute")}
        return InUse(
            labels=tuple(found["label"]) if self._labels is None else self._labels,
            relations=tuple(found["relation"]),
            attributes=tuple(found["attribute"]),
            entities=bool(view[("entity",)]),
            gamma=self._options.gamma,
        )

    def report(
        self,
        resamples: int = RESAMPLES,
        seed: int = 0,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Report:
        """Assemble the report; without resamples there are no intervals and it is quick.

        Raises:
            Cancelled: `cancelled` said so.
        """
        used, groups, rows = self.in_use(), self.groups(), []
        drawn = _Draws(resamples, seed)
        for done, group in enumerate(groups):
            if cancelled is not None and cancelled():
                raise Cancelled
            rows += self._rows(group, used, drawn)
            if progress is not None:
                progress((done + 1) / len(groups))
        shared = self._shared_articles()
        return Report(
            articles=shared,
            annotators=self.annotators,
            rows=tuple(rows),
            scores=self._worst_first(),
            confusion=self._confusion(),
            kinds=self._kinds(),
            resamples=resamples,
            seed=seed,
            message=None if shared else NOTHING_SHARED,
        )

    def _shared_articles(self) -> int:
        return len(self._tally.articles(self._widest()))

    def _rows(self, group: Group, used: InUse, drawn: _Draws) -> list[Row]:
        view = self._tally.view(group)
        found: list[tuple[Figure, Row, set[Column]]] = []
        for figure in figures(group, used):
            view.seen = set()
            found.append((figure, _row(figure, group, view), view.seen))
        if not drawn.resamples or view.articles < 2:
            return [row for _, row, _ in found]
        wanted = set[Column]()
        for _, row, seen in found:
            if row.value is not None and len(seen) <= _MOST_COLUMNS:
                wanted |= seen
        lines = blocks(view.articles, drawn.seed)
        columns, table = self._tally.table(group, wanted, lines)
        sums = resampled(drawn.times(len(table)), table)
        again = View(dict(zip(columns, sums.T, strict=True)), view.articles)
        return [_with_interval(figure, row, seen, again) for figure, row, seen in found]

    def _widest(self) -> Group:
        return Group("pair" if len(self.annotators) == 2 else "all", self.annotators)

    def _worst_first(self) -> tuple[ArticleScore, ...]:
        ordered = sorted(
            self._scores.values(),
            key=lambda one: (one.value is None, one.value or 0.0, one.article),
        )
        # kept in order, so that the next time there is little left to sort
        self._scores = {one.article: one for one in ordered}
        return tuple(ordered)

    def _confusion(self) -> dict[tuple[str, ...], dict[tuple[str | None, str | None], int]]:
        found = {}
        for group in self.groups():
            if group.kind == "pair":
                view = self._tally.view(group)
                found[group.annotators] = {
                    (column[1], column[2]): int(view[column])
                    for column in view.columns("confusion")
                }
        return found

    def _kinds(self) -> dict[tuple[str, ...], dict[tuple[str, str], int]]:
        found = {}
        for group in self.groups():
            if group.kind != "complete":
                view = self._tally.view(group)
                found[group.annotators] = {
                    (str(column[1]), str(column[2])): int(view[column])
                    for column in view.columns("kind")
                }
        return found


class _Draws:
    """The resamples of a number of articles, kept while groups rest on as many."""

    def __init__(self, resamples: int, seed: int) -> None:
        self.resamples = resamples
        self.seed = seed
        self._known: tuple[int, Any] | None = None

    def times(self, size: int) -> Any:
        if self._known is None or self._known[0] != size:
            self._known = (size, draws(size, self.resamples, self.seed))
        return self._known[1]


def _row(figure: Figure, group: Group, view: View) -> Row:
    value = None
    if view.articles and not figure.barred(view):
        value = figure.ratio(view).value
    row = Row(
        figure.measure, figure.variant, figure.label, group.annotators, value, None, None, 0, None
    )
    if value is None:
        reason = figure.reason(view) if view.articles else _NOT_SHARED[group.kind]
        return replace(row, undefined=str(reason))
    return replace(row, n=int(figure.count(view)), notes=figure.notes(view))


_NOT_SHARED = {
    "pair": Reason.NOTHING_SHARED,
    "all": Reason.NOTHING_SHARED_BY_TWO,
    "complete": Reason.NOT_ALL,
}


def _with_interval(figure: Figure, row: Row, seen: set[Column], again: View) -> Row:
    if row.value is None:
        return row
    if len(seen) > _MOST_COLUMNS:
        note = Note(NoteKind.TOO_MANY_VALUES, (_MOST_COLUMNS,))
        return replace(row, notes=(*row.notes, note))
    interval = percentile_interval(figure.ratio(again))
    return row if interval is None else replace(row, low=interval[0], high=interval[1])


def _score(article: str, row: ColumnSums) -> ArticleScore:
    spans = row.get(("ends", None), 0)
    value = 2 * row.get(("f1", Scheme.IOU50, None), 0) / spans if spans else None
    kinds: dict[str, int] = {}
    for column, number in row.items():
        if column[0] == "kind":
            kinds[str(column[1])] = kinds.get(str(column[1]), 0) + int(number)
    return ArticleScore(article, value, int(spans), kinds)


def report(
    corpus: Iterable[ArticleLayers],
    *,
    annotators: Sequence[str],
    labels: Collection[str] | None = None,
    gamma: bool | Settings = False,
    resamples: int = RESAMPLES,
    seed: int = 0,
    trimmed: bool = False,
    symmetric: Collection[str] = (),
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Read a corpus article by article and report on it; `progress` hears the articles read.

    Raises:
        Cancelled: `cancelled` said so.
    """
    settings = Settings(seed=seed) if gamma is True else (gamma or None)
    measured = Measurement(annotators, labels, gamma=settings, trimmed=trimmed, symmetric=symmetric)
    for done, article in enumerate(corpus, 1):
        if cancelled is not None and cancelled():
            raise Cancelled
        measured.put(article)
        if progress is not None:
            progress(done)
    return measured.report(resamples, seed, cancelled=cancelled)


def to_json(found: Report) -> dict[str, Any]:
    """Return the report as the JSON object of the contract; a row with notes says them too."""
    return {
        "format": FORMAT,
        "articles": found.articles,
        "annotators": list(found.annotators),
        "rows": [_row_json(row) for row in found.rows],
    }


def _row_json(row: Row) -> dict[str, Any]:
    record: dict[str, Any] = {
        "measure": row.measure,
        "variant": None if row.variant is None else str(row.variant),
        "label": row.label,
        "annotators": list(row.annotators),
        "value": row.value,
        "low": row.low,
        "high": row.high,
        "n": row.n,
        "undefined": row.undefined,
    }
    if row.notes:
        record["note"] = "; ".join(map(str, row.notes))
    return record
