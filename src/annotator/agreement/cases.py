"""Differences as cases to look at and to settle: whose spans answer each other, and what is odd.

For a comparison view (two or more layers of one article) and for the adjudication queue. Cases
are values; what becomes of them (gold, verdicts) is the caller's matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.agreement.assignment import heaviest
from annotator.agreement.kinds import Kind, kind_of
from annotator.agreement.marks import Mark, Marks, marks_of_layer
from annotator.agreement.pairing import iou, meetings, paired
from annotator.agreement.relations import Link
from annotator.domain.layer import Layer
from annotator.domain.span import Relation, Span

# the least amount where something beside the extent and the label differs
_BESIDE = 0.1
_GRAVITY = (
    Kind.MISSING,
    Kind.LABEL,
    Kind.BOUNDARY,
    Kind.TRIFLE,
    Kind.ATTRIBUTE,
    Kind.ENTITY,
    Kind.AGREED,
)


@dataclass(frozen=True, slots=True)
class Case:
    """Spans of one place, at most one of each annotator, and what is at odds about them.

    `spans` has an entry for every annotator compared, None where one has nothing here. `kind` is
    the gravest difference, `kinds` are all of them; `attributes` names those with several values.
    `amount` goes from 0 (alike but for trifles) to 1 (nothing in common): the mean over pairs of
    annotators of one minus the shared part of the extent, 1 where labels differ or a span is
    missing; at least 0.1 where attributes or entities differ.
    `start` and `end` enclose all spans.
    """

    article: str
    start: int
    end: int
    spans: Mapping[str, Span | None]
    kind: Kind
    kinds: frozenset[Kind]
    amount: float
    attributes: tuple[str, ...] = ()

    @property
    def is_unanimous(self) -> bool:
        """Tell whether all agree in everything that is compared."""
        return self.kind is Kind.AGREED

    @property
    def is_trifle(self) -> bool:
        """Tell whether nothing but trifles at the edges differs."""
        return self.kinds == {Kind.TRIFLE}


@dataclass(frozen=True, slots=True)
class RelationCase:
    """Relations of one type between the same two cases; None where an annotator has none.

    `source` and `target` are places in the list of cases of the article.
    """

    article: str
    label: str
    source: int
    target: int
    relations: Mapping[str, Relation | None]

    @property
    def is_unanimous(self) -> bool:
        """Tell whether everybody made this relation."""
        return None not in self.relations.values()


def cases(
    article: str,
    layers: Mapping[str, Layer],
    text: str = "",
    labels: Collection[str] | None = None,
) -> tuple[Case, ...]:
    """Return the cases of an article in reading order, agreed ones as well.

    With the text trifles are told from real differences of boundaries.
    """
    marks = {name: marks_of_layer(layer, labels) for name, layer in layers.items()}
    entities = _entity_answers(marks)
    return tuple(
        _case(article, tuple(marks), members, text, entities) for members in aligned(marks)
    )


def relation_cases(
    article: str,
    layers: Mapping[str, Layer],
    found: Sequence[Case],
    symmetric: Collection[str] = (),
) -> tuple[RelationCase, ...]:
    """Return the relations of an article, put together by the cases at their ends."""
    places = {
        (name, span.id): place
        for place, case in enumerate(found)
        for name, span in case.spans.items()
        if span is not None
    }
    gathered: dict[Link, dict[str, Relation | None]] = {}
    for name, layer in layers.items():
        for relation in layer.relations.values():
            source = places.get((name, relation.source))
            target = places.get((name, relation.target))
            if source is None or target is None:
                continue
            if relation.label in symmetric and target < source:
                source, target = target, source
            known = gathered.setdefault(
                (relation.label, source, target), dict.fromkeys(layers, None)
            )
            known[name] = relation
    ordered = sorted(gathered, key=lambda link: (link[1], link[2], link[0]))
    return tuple(RelationCase(article, *link, gathered[link]) for link in ordered)


def amount(found: Sequence[Case]) -> float:
    """Return how much there is to settle in an article: the amounts of its cases, summed."""
    return sum(case.amount for case in found)


def aligned(marks: Mapping[str, Marks]) -> list[dict[str, Mark]]:
    """Put marks of several annotators together, at most one of each, in reading order.

    Two annotators are paired for the greatest credit of the partial scheme. Every further one is
    paired in the same way with the groups so far, a group counting by its members' mean.
    """
    names = list(marks)
    groups = [{names[0]: mark} for mark in marks[names[0]].items] if names else []
    for number, name in enumerate(names[1:]):
        own = marks[name]
        answers = _answers(groups, own) if number else _paired(marks[names[0]], own)
        taken = set()
        for group, place in answers:
            groups[group][name] = own.items[place]
            taken.add(place)
        groups += [{name: mark} for place, mark in enumerate(own.items) if place not in taken]
    return sorted(groups, key=_reading_order)


def _paired(first: Marks, second: Marks) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in paired(first, second).pairs]


def _answers(groups: list[dict[str, Mark]], own: Marks) -> list[tuple[int, int]]:
    """Pair groups and marks; equal extents first, then shared length, then equal labels."""
    weights: dict[tuple[int, int], float] = {}
    for place, group in enumerate(groups):
        for member in group.values():
            alone = Marks((member,), {})
            for _, other, shared in meetings(alone, own):
                mark = own.items[other]
                credit = 1.0 if member.pieces == mark.pieces else 0.5
                close = shared / max(member.length, mark.length)
                gain = credit + close / 100 + (member.label == mark.label) / 1_000_000
                known = weights.get((place, other), 0.0)
                weights[place, other] = known + gain / len(group)
    return heaviest(weights)


def _reading_order(group: dict[str, Mark]) -> tuple[int, int, str]:
    members = group.values()
    return (
        min(mark.start for mark in members),
        -max(mark.end for mark in members),
        min(mark.label for mark in members),
    )


def _case(
    article: str,
    names: Sequence[str],
    members: Mapping[str, Mark],
    text: str,
    entities: Mapping[tuple[str, str], Mapping[str, str]],
) -> Case:
    marks = list(members.values())
    kinds = {kind_of(one, other, text) for one, other in combinations(marks, 2)}
    if len(marks) < len(names):
        kinds.add(Kind.MISSING)
    differing = tuple(_differing(marks)) if Kind.LABEL not in kinds else ()
    if differing:
        kinds.add(Kind.ATTRIBUTE)
    if _parted(members, entities):
        kinds.add(Kind.ENTITY)
    kinds = kinds - {Kind.AGREED} or {Kind.AGREED}
    return Case(
        article,
        min(mark.start for mark in marks),
        max(mark.end for mark in marks),
        {name: members[name].span if name in members else None for name in names},
        next(kind for kind in _GRAVITY if kind in kinds),
        frozenset(kinds),
        _amount(marks, len(names), kinds),
        differing,
    )


def _amount(marks: list[Mark], size: int, kinds: Collection[Kind]) -> float:
    least = _BESIDE if {Kind.ATTRIBUTE, Kind.ENTITY} & set(kinds) else 0.0
    if not {Kind.MISSING, Kind.LABEL, Kind.BOUNDARY} & set(kinds):
        return least
    alike = sum(
        iou(one, other, one.shared(other))
        for one, other in combinations(marks, 2)
        if one.label == other.label
    )
    return max(least, 1 - alike / (size * (size - 1) // 2))


def _differing(marks: list[Mark]) -> Iterator[str]:
    """Name the attributes that do not have one value throughout; unset is a value."""
    spans = [mark.span for mark in marks if mark.span is not None]
    for name in sorted({name for span in spans for name in span.attributes}):
        values = {span.attributes.get(name) or None for span in spans}
        if len({tuple(sorted(v)) if isinstance(v, tuple) else v for v in values}) > 1:
            yield name


def _entity_answers(marks: Mapping[str, Marks]) -> dict[tuple[str, str], dict[str, str]]:
    """For each pair of annotators: which entity of the second answers one of the first.

    Entities answer each other by most mentions in common, one to one.
    """
    found: dict[tuple[str, str], dict[str, str]] = {}
    groups = aligned(marks)
    for one, other in combinations(marks, 2):
        together: dict[tuple[str, str], int] = {}
        for group in groups:
            ours, theirs = _entity(group.get(one)), _entity(group.get(other))
            if ours and theirs:
                together[ours, theirs] = together.get((ours, theirs), 0) + 1
        found[one, other] = _one_to_one(together)
    return found


def _one_to_one(together: Mapping[tuple[str, str], int]) -> dict[str, str]:
    ours = sorted({pair[0] for pair in together})
    theirs = sorted({pair[1] for pair in together})
    weights = {
        (ours.index(one), theirs.index(other)): float(count)
        for (one, other), count in together.items()
    }
    return {ours[i]: theirs[j] for i, j in heaviest(weights)}


def _entity(mark: Mark | None) -> str | None:
    return mark.span.entity if mark is not None and mark.span is not None else None


def _parted(
    members: Mapping[str, Mark], entities: Mapping[tuple[str, str], Mapping[str, str]]
) -> bool:
    """Tell whether two annotators give a mention to entities that do not answer each other."""
    for one, other in combinations(members, 2):
        ours, theirs = _entity(members[one]), _entity(members[other])
        if (ours is None) != (theirs is None):
            return True
        if ours and theirs and entities[one, other].get(ours) != theirs:
            return True
    return False
