"""Which columns make which figure: the table of measures, variants, groups and labels.

A figure is a `Ratio` of column sums, so the same formula serves the corpus and its resamples.
Why a figure is missing and what must be said beside it stand here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from annotator.agreement import attributes, entities, positions, unitizing
from annotator.agreement.alignment import Settings
from annotator.agreement.columns import Group
from annotator.agreement.pairing import Scheme
from annotator.agreement.ratio import Number, Ratio
from annotator.agreement.reasons import Note, NoteKind, Reason
from annotator.agreement.unitizing import Sums
from annotator.agreement.view import View

_MOSTLY_EMPTY = 0.9


@dataclass(frozen=True, slots=True)
class InUse:
    """What occurs in the corpus, each in order."""

    labels: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    entities: bool = False
    gamma: Settings | None = None


def _no_note(_view: View) -> tuple[Note, ...]:
    return ()


def _not_barred(_view: View) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Figure:
    """One row to be: its name, its formula, what it rests on, and what to say of it."""

    measure: str
    variant: str | None
    label: str | None
    ratio: Callable[[View], Ratio]
    count: Callable[[View], Number]
    reason: Callable[[View], str]
    notes: Callable[[View], tuple[Note, ...]] = field(default=_no_note)
    # whether the formula must not be tried at all; asked of the corpus, not of resamples
    barred: Callable[[View], bool] = field(default=_not_barred)


def figures(group: Group, used: InUse) -> Iterator[Figure]:
    """Yield the figures of a group in the order of the report."""
    if group.kind == "complete":
        yield from (_position("fleiss", label, pair=False) for label in used.labels)
        return
    pair = group.kind == "pair"
    whole: list[str | None] = [None, *used.labels]
    yield from (_span_f1(scheme, label, pair=pair) for label in whole for scheme in Scheme)
    names = ("alpha", "kappa", "pi", "fleiss") if pair else ("alpha", "pi")
    yield from (_position(name, label, pair=pair) for name in names for label in used.labels)
    yield from _unitizing(used, whole)
    yield from (_alpha_2004(label, used) for label in whole)
    if pair:
        yield from (_specific(name, label) for label in used.labels for name in _SPECIFIC)
        kinds: list[str | None] = [None, *used.relations]
        yield from (_relation(name, kind) for kind in kinds for name in _RELATION)
        yield from (_attribute(name, one) for one in used.attributes for name in _ATTRIBUTE)
        if used.entities:
            yield from (_entity(name) for name in _ENTITY)
    if used.gamma is not None:
        yield from (_gamma(name, used.gamma) for name in ("gamma", "cat"))


def _articles(view: View) -> Number:
    return view.articles


def _always(reason: Reason) -> Callable[[View], str]:
    return lambda _view: reason


def _span_f1(scheme: Scheme, label: str | None, *, pair: bool) -> Figure:
    inside = Scheme.STRICT if scheme is Scheme.BOUNDARIES and label is not None else scheme

    def ratio(view: View) -> Ratio:
        return Ratio(2 * view["f1", inside, label], view["ends", label])

    counted = "ends" if pair else "spans"
    reason = _always(Reason.NO_SPAN)
    return Figure("span_f1", scheme, label, ratio, lambda view: view[counted, label], reason)


def _table(view: View, label: str) -> positions.Table:
    both, first, second = (view[name, label] for name in ("both", "only_first", "only_second"))
    return positions.Table(both, first, second, view[("length",)] - both - first - second)


def _joint_coverage(view: View, label: str) -> positions.Coverage:
    return positions.Coverage(view[("values",)], view["covered", label], view["parted", label])


def _pair_coverage(view: View, label: str) -> positions.Coverage:
    return positions.coverage_of(_table(view, label))


_POSITION = {"alpha": positions.alpha, "pi": positions.pi, "fleiss": positions.pi}
_SPECIFIC = {"positive": positions.positive, "negative": positions.negative}


def _position(name: str, label: str, *, pair: bool) -> Figure:
    coverage = _pair_coverage if pair else _joint_coverage

    def ratio(view: View) -> Ratio:
        if name == "kappa":
            return positions.kappa(_table(view, label))
        return _POSITION[name](coverage(view, label))

    def reason(view: View) -> str:
        return Reason.NO_VARIATION if coverage(view, label).covered else Reason.NO_SPAN

    def notes(view: View) -> tuple[Note, ...]:
        empty = view[("empty",)]
        many = empty >= view.articles / 2
        return (Note(NoteKind.EMPTY_ARTICLES, (empty, view.articles)),) if many else ()

    return Figure(f"position_{name}", None, label, ratio, _articles, reason, notes)


def _specific(name: str, label: str) -> Figure:
    formula = _SPECIFIC[name]

    def reason(view: View) -> str:
        return Reason.NO_TEXT if view["ends", label] else Reason.NO_SPAN

    def notes(view: View) -> tuple[Note, ...]:
        table = _table(view, label)
        share = table.neither / sum(table)
        flattered = name == "negative" and share >= _MOSTLY_EMPTY
        return (Note(NoteKind.EMPTY_TEXT, (share,)),) if flattered else ()

    return Figure(
        "specific_agreement",
        name,
        label,
        lambda view: formula(_table(view, label)),
        lambda view: view["ends", label],
        reason,
        notes,
        barred=lambda view: not view["ends", label],
    )


def _unitizing(used: InUse, whole: list[str | None]) -> Iterator[Figure]:
    for label in whole:
        for name in ("u", "bar_u", "cu") if label is None else ("u", "bar_u", "cu", "ku"):
            yield (
                _all_labels(name, label, used)
                if label is None or name == "ku"
                else _one_label(name, label)
            )


_FAMILY = {"u": unitizing.u, "bar_u": unitizing.bar_u, "cu": unitizing.cu}


def _one_label(name: str, label: str) -> Figure:
    """Describe a figure of the label's own layer; one label alone cannot be confused."""

    def sums(view: View) -> Sums:
        shared = view["u_shared", label]
        return Sums(
            view[("continuum",)],
            {label: view["u_lengths", label]},
            {label: view["u_squares", label]},
            {(label, label): shared},
        )

    def reason(view: View) -> str:
        if name == "cu":
            return Reason.ONE_LABEL if view["u_shared", label] else Reason.NOT_MARKED_BY_TWO
        return Reason.NO_VARIATION if view["u_lengths", label] else Reason.NO_SPAN

    def notes(view: View) -> tuple[Note, ...]:
        return _dropped(view["dropped", label])

    formula = _FAMILY[name]
    return Figure(
        "u_alpha", name, label, lambda view: formula(sums(view)), _articles, reason, notes
    )


def _dropped(number: float) -> tuple[Note, ...]:
    return (Note(NoteKind.DROPPED, (number,)),) if number else ()


def _all_labels(name: str, label: str | None, used: InUse) -> Figure:
    """Describe a figure of the one continuum of all labels, where nothing overlaps."""

    def ratio(view: View) -> Ratio:
        sums = _joint_sums(view, used)
        return unitizing.ku(sums, label) if label else _FAMILY[name](sums)

    def reason(view: View) -> str:
        if view[("overlapping",)]:
            return Reason.OVERLAP
        sums = _joint_sums(view, used)
        if not sum(sums.lengths.values()):
            return Reason.NO_SPAN
        if name in {"u", "bar_u"}:
            return Reason.NO_VARIATION
        marked = any(pair[0] == label or label is None for pair in _met(sums))
        alone = Reason.ONE_LABEL if label is None else Reason.NOT_DISTINCT
        return alone if marked else Reason.NOT_MARKED_BY_TWO

    def notes(view: View) -> tuple[Note, ...]:
        if name in {"u", "bar_u"} or view[("overlapping",)]:
            return ()
        share = unitizing.coverage(_joint_sums(view, used), label).value
        kind = NoteKind.COVERAGE if label is None else NoteKind.LABEL_COVERAGE
        return () if share is None else (Note(kind, (share,)),)

    return Figure(
        "u_alpha",
        name,
        label,
        ratio,
        _articles,
        reason,
        notes,
        barred=lambda view: bool(view[("overlapping",)]),
    )


def _met(sums: Sums) -> list[tuple[str, str]]:
    return [pair for pair, shared in sums.coincidences.items() if shared]


def _joint_sums(view: View, used: InUse) -> Sums:
    labels = used.labels
    return Sums(
        view[("continuum",)],
        {label: view["all_lengths", label] for label in labels},
        {label: view["all_squares", label] for label in labels},
        {(one, other): view["all_coincidences", one, other] for one in labels for other in labels},
        {label: view["all_shared_squares", label] for label in labels},
    )


def _alpha_2004(label: str | None, used: InUse) -> Figure:
    labels = used.labels if label is None else (label,)

    def ratio(view: View) -> Ratio:
        expected = sum(view["expected", one] for one in labels)
        return Ratio(expected - sum(view["observed", one] for one in labels), expected)

    def notes(view: View) -> tuple[Note, ...]:
        return _dropped(sum(view["dropped", one] for one in labels))

    return Figure("alpha_u_2004", None, label, ratio, _articles, _always(Reason.NO_SPAN), notes)


_RELATION = {
    "strict": ("strict", "sizes"),
    "aligned": ("aligned", "sizes"),
    "untyped": ("untyped", "sizes"),
    "given_arguments": ("aligned", "given"),
}


def _relation(name: str, kind: str | None) -> Figure:
    over, under = _RELATION[name]
    if kind is not None and over == "untyped":
        over = "aligned"
    reason = Reason.NO_GIVEN if under == "given" else Reason.NO_RELATION

    def say(view: View) -> str:
        return reason if view["relation", "sizes", kind] else Reason.NO_RELATION

    return Figure(
        "relation_f1",
        name,
        kind,
        lambda view: Ratio(2 * view["relation", over, kind], view["relation", under, kind]),
        lambda view: view["relation", under, kind],
        say,
    )


_ATTRIBUTE = {
    "percent": attributes.percent,
    "kappa": attributes.kappa,
    "alpha": attributes.alpha,
}


def _attribute(name: str, attribute: str) -> Figure:
    label = attribute.split(".", 1)[0]
    formula = _ATTRIBUTE[name]

    def table(view: View) -> dict[tuple[str | None, str | None], Number]:
        found = {(key[2], key[3]): view[key] for key in view.below("attribute", attribute)}
        unset = view["confusion", label, label] - sum(found.values())
        return {**found, (None, None): unset}

    def notes(view: View) -> tuple[Note, ...]:
        pairs = view["confusion", label, label]
        sides = [view["side", side, label] for side in ("first", "second")]
        said = [Note(NoteKind.ALIGNED, tuple(pairs / side for side in sides))] if pairs else []
        unset = table(view)[None, None]
        if name == "percent" and pairs and unset >= pairs / 2:
            said.append(Note(NoteKind.UNSET, (unset / pairs,)))
        return tuple(said)

    def reason(view: View) -> str:
        if not view["confusion", label, label]:
            return Reason.NO_PAIR
        if name != "alpha":
            return Reason.ONE_VALUE
        return (
            Reason.ONE_VALUE
            if any(count and None not in key for key, count in table(view).items())
            else Reason.NO_VALUE
        )

    return Figure(
        "attribute",
        name,
        attribute,
        lambda view: formula(table(view)),
        lambda view: view["confusion", label, label],
        reason,
        notes,
    )


_ENTITY = {"links": entities.link_f1, "b_cubed": entities.b_cubed}


def _entity(name: str) -> Figure:
    formula = _ENTITY[name]

    def sums(view: View) -> entities.EntityCounts:
        fields = entities.EntityCounts._fields
        return entities.EntityCounts(*(view["entity", one] for one in fields))

    def reason(view: View) -> str:
        return Reason.NO_LINK if view["entity", "mentions"] else Reason.NO_ENTITY

    return Figure(
        "entity",
        name,
        None,
        lambda view: formula(sums(view)),
        lambda view: view["entity", "mentions"],
        reason,
    )


def _gamma(name: str, settings: Settings) -> Figure:
    head = "cat_" if name == "cat" else ""

    def ratio(view: View) -> Ratio:
        expected = view["gamma", head + "expected"]
        return Ratio(expected - view["gamma", head + "observed"], expected)

    def reason(view: View) -> str:
        if view["gamma", "skipped"]:
            return Reason.TOO_ENTANGLED
        if not view["gamma", "expected"]:
            return Reason.NO_SPAN
        return Reason.ONE_LABEL if view["gamma", "cat_weight"] else Reason.NO_ALIGNED

    def notes(view: View) -> tuple[Note, ...]:
        weights = (settings.alpha, settings.beta, settings.samples, settings.seed)
        skipped = view["gamma", "skipped"]
        said = [Note(NoteKind.WEIGHTS, weights)]
        return (*said, Note(NoteKind.SKIPPED, (skipped,))) if skipped else tuple(said)

    return Figure("gamma", name, None, ratio, _articles, reason, notes)
