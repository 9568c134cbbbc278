"""What one article adds to every figure: named numbers per group of annotators.

Nothing here divides; `figures` says which columns make which figure. All columns of a group add
over articles, so that a corpus, a filter and a resample are sums of rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from annotator.agreement import positions, unitizing, unitizing_2004
from annotator.agreement.attributes import attribute_pairs, names_in_use
from annotator.agreement.entities import entity_counts
from annotator.agreement.gamma import Settings as GammaSettings
from annotator.agreement.gamma import article_gamma
from annotator.agreement.kinds import Kind, kind_of
from annotator.agreement.marks import Marks
from annotator.agreement.pairing import Pairing, meetings, paired
from annotator.agreement.relations import relation_counts
from annotator.agreement.spans import scheme_credits
from annotator.agreement.unitizing import Sums

Column = tuple[str | None, ...]
Row = dict[Column, float]
# added up over the pairs of a group, article by article
POOLED = frozenset({"f1", "ends", "kind"})


class Group(NamedTuple):
    """Whose figures: `pair`; `all` (articles of two or more of them); `complete` (of all of
    them); `use` (what occurs at all).
    """

    kind: str
    annotators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """How articles are measured; `symmetric` names relation types without direction."""

    annotators: tuple[str, ...]
    symmetric: frozenset[str] = frozenset()
    gamma: GammaSettings | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article with the marks of those who finished it, in the order of the annotators."""

    id: str
    length: int
    text: str
    marks: Mapping[str, Marks]


def article_rows(article: Prepared, options: Options) -> dict[Group, Row]:
    """Return the rows of one article, one for each group that it enters."""
    names = [name for name in options.annotators if name in article.marks]
    layers = [article.marks[name] for name in names]
    rows = {Group("use", ()): _use_row(layers)}
    if len(layers) < 2:
        return rows
    places = _places(layers, article.length)
    pairs = []
    for pair in combinations(range(len(layers)), 2):
        row = _pair_row(article, layers[pair[0]], layers[pair[1]], options)
        row |= _table_row(places, pair, article.length)
        row |= _unit_row(places, pair)
        rows[Group("pair", (names[pair[0]], names[pair[1]]))] = row
        pairs.append(row)
    if len(options.annotators) > 2:
        covered = _coverage_row(places)
        everybody = tuple(range(len(layers)))
        rows[Group("all", options.annotators)] = (
            _joint_row(layers, pairs) | covered | _unit_row(places, everybody)
        )
        if len(layers) == len(options.annotators):
            rows[Group("complete", options.annotators)] = covered
    if options.gamma is not None:
        _add_gamma(rows, article, options.gamma)
    return rows


@dataclass(frozen=True, slots=True)
class _Places:
    """What figures by position and by unit share: tables and terms of each label."""

    layers: list[Marks]
    length: int
    tables: dict[str, dict[tuple[int, int], positions.Table]]
    terms: dict[str, unitizing_2004.Terms]


def _places(layers: list[Marks], length: int) -> _Places:
    labels = {label for marks in layers for label in marks.units}
    pairs = list(combinations(range(len(layers)), 2))
    nothing = unitizing.NO_UNITS
    return _Places(
        layers,
        length,
        {
            label: {(i, j): positions.table(layers[i], layers[j], label, length) for i, j in pairs}
            for label in labels
        },
        {
            label: unitizing_2004.Terms(
                [marks.units.get(label, nothing).ranges for marks in layers], length
            )
            for label in labels
        },
    )


def _joint_row(layers: list[Marks], pairs: list[Row]) -> Row:
    row = _pooled(pairs)
    for marks in layers:
        for label, size in marks.sizes.items():
            _add(row, ("spans", label), size)
            _add(row, ("spans", None), size)
    if not any(map(len, layers)):
        row[("empty",)] = 1
    return row


def _use_row(layers: Sequence[Marks]) -> Row:
    row: Row = {}
    for marks in layers:
        for label in marks.sizes:
            row["label", label] = 1
        for relation in marks.relations:
            if relation.source in marks.places and relation.target in marks.places:
                row["relation", relation.label] = 1
        for name in names_in_use(marks):
            row["attribute", name] = 1
        if any(mark.span is not None and mark.span.entity for mark in marks.items):
            row[("entity",)] = 1
    return row


def _pair_row(article: Prepared, first: Marks, second: Marks, options: Options) -> Row:
    met = meetings(first, second)
    pairing = paired(first, second, met=met)
    row: Row = {
        ("f1", variant, label): credit
        for (variant, label), credit in scheme_credits(first, second, met, pairing).items()
        if credit
    }
    row["ends", None] = len(first) + len(second)
    if not row["ends", None]:
        row[("empty",)] = 1
    for side, marks in (("first", first), ("second", second)):
        for label, size in marks.sizes.items():
            row["side", side, label] = size
            _add(row, ("ends", label), size)
    _add_confusion(row, first, second, pairing, article.text)
    _add_relations(row, first, second, pairing, options.symmetric)
    for (name, one, other), count in attribute_pairs(first, second, pairing).items():
        row["attribute", name, one, other] = count
    counts = entity_counts(first, second, pairing)
    if counts.mentions:
        for name, value in counts._asdict().items():
            row["entity", name] = value
    return row


def _add_confusion(row: Row, first: Marks, second: Marks, pairing: Pairing, text: str) -> None:
    for pair in pairing.pairs:
        one, other = first.items[pair.first], second.items[pair.second]
        _add(row, ("confusion", one.label, other.label))
        kind = kind_of(one, other, text)
        _add(row, ("kind", kind, one.label))
        if kind is Kind.LABEL:
            _add(row, ("kind", kind, other.label))
    for place in pairing.only_first:
        _add(row, ("confusion", first.items[place].label, None))
        _add(row, ("kind", Kind.MISSING, first.items[place].label))
    for place in pairing.only_second:
        _add(row, ("confusion", None, second.items[place].label))
        _add(row, ("kind", Kind.MISSING, second.items[place].label))


def _add_relations(
    row: Row, first: Marks, second: Marks, pairing: Pairing, symmetric: Collection[str]
) -> None:
    if not first.relations and not second.relations:
        return
    counts = relation_counts(first, second, pairing, symmetric)
    for name in ("sizes", "given", "strict", "aligned"):
        for kind, number in getattr(counts, name).items():
            row["relation", name, kind] = number
            _add(row, ("relation", name, None), number)
    row["relation", "untyped", None] = counts.untyped


def _table_row(places: _Places, pair: tuple[int, int], length: int) -> Row:
    row: Row = {("length",): length}
    for label, tables in places.tables.items():
        row["both", label], row["only_first", label], row["only_second", label], _ = tables[pair]
    return row


def _coverage_row(places: _Places) -> Row:
    size = len(places.layers)
    row: Row = {("values",): size * places.length}
    for label, tables in places.tables.items():
        sums = positions.joint(tables.values(), size, places.length)
        row["covered", label], row["parted", label] = sums.covered, sums.parted
    return row


def _unit_row(places: _Places, members: tuple[int, ...]) -> Row:
    """Fill the columns of both unitizing families for the members of a group."""
    chosen = [places.layers[i] for i in members]
    row: Row = {("continuum",): places.length * len(members)}
    for label, term in places.terms.items():
        units = [marks.units[label] for marks in chosen if label in marks.units]
        if not units:
            continue
        row["observed", label], row["expected", label] = term.group(members)
        row["u_lengths", label] = sum([one.length for one in units])
        row["u_squares", label] = sum([one.squares for one in units])
        dropped = sum([one.dropped for one in units])
        if dropped:
            row["dropped", label] = dropped
            shared = sum(unitizing.shared_units(a, b, label) for a, b in combinations(chosen, 2))
        else:
            tables = places.tables[label]
            shared = sum(int(tables[pair].both) for pair in combinations(members, 2))
        row["u_shared", label] = 2 * shared / (len(members) - 1)
    _add_all_labels(row, chosen, places.length)
    return row


def _add_all_labels(row: Row, chosen: list[Marks], length: int) -> None:
    if any(marks.overlaps_itself for marks in chosen):
        row[("overlapping",)] = 1
        return
    sums = Sums()
    unitizing.add(sums, chosen, length)
    for name in ("lengths", "squares", "shared_squares"):
        for value, number in getattr(sums, name).items():
            row["all_" + name, value] = number
    for (one, other), number in sums.coincidences.items():
        row["all_coincidences", one, other] = number


def _add_gamma(rows: dict[Group, Row], article: Prepared, settings: GammaSettings) -> None:
    for group, row in rows.items():
        if group.kind not in {"pair", "all"}:
            continue
        units = {
            name: unitizing.units_of(article.marks[name])
            for name in group.annotators
            if name in article.marks
        }
        found = article_gamma(units, article.length, settings, article.id)
        if found is None:
            row["gamma", "skipped"] = 1
        elif found.units:
            row["gamma", "observed"] = found.units * found.observed
            row["gamma", "expected"] = found.units * found.expected
            if found.cat_weight:
                row["gamma", "cat_weight"] = found.cat_weight
                row["gamma", "cat_observed"] = found.units * found.cat_observed
                row["gamma", "cat_expected"] = found.units * found.cat_expected


def _pooled(pairs: list[Row]) -> Row:
    row: Row = {}
    for pair in pairs:
        for column, number in pair.items():
            if column[0] in POOLED:
                _add(row, column, number)
    return row


def _add(row: Row, column: Column, number: float = 1) -> None:
    row[column] = row.get(column, 0) + number
