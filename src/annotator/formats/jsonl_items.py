"""The items of one native line: spans, relations, entities and decisions, each checked.

Nothing is snapped, trimmed or repaired: an item is taken as it stands, or its line is rejected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeGuard

from annotator.domain import attribution
from annotator.domain.ids import EntityId, RelationId, SpanId
from annotator.domain.layer import Decision
from annotator.domain.scheme import Scheme
from annotator.domain.span import (
    Attributes,
    Entity,
    Json,
    Piece,
    Provenance,
    Relation,
    SourceRef,
    Span,
    bulk_span,
)
from annotator.formats import fields
from annotator.formats.fields import BadField, Object
from annotator.formats.offset_units import range_problem, words_problem
from annotator.formats.records import IMPORTED, ReadContext, RelationUse

_MAX_LABEL = 64
SPAN_KEYS = frozenset(
    ("id", "label", "start", "end", "pieces", "text", "attributes", "entity", "note", "flag")
) | {"origin", "created", "modified", "from_layers", "verdict", "reason", "decided_by"}
_PLAIN_TYPES: dict[str, type] = {
    **dict.fromkeys(("id", "label", "text", "entity", "note", "origin"), str),
    **dict.fromkeys(("created", "modified"), str),
    "start": int,
    "end": int,
    "attributes": dict,
    "flag": bool,
}
PROVENANCE_KEYS = frozenset(("from_layers", "verdict", "reason", "decided_by"))
RELATION_KEYS = PROVENANCE_KEYS | {"id", "label", "from", "to"}
DECISION_KEYS = PROVENANCE_KEYS | {"id", "start", "end"}
ENTITY_KEYS = frozenset(("id", "name", "kind"))


class SchemeView:
    """What reading needs of a scheme, looked up once for a file."""

    def __init__(self, context: ReadContext) -> None:
        scheme: Scheme = context.scheme
        self.name = scheme.id
        self.add = context.add_labels
        self.labels = frozenset(label.id for label in scheme.labels)
        self.relations = frozenset(relation.id for relation in scheme.relations)
        names = {label: attribution.entity_attribute(scheme, label) for label in self.labels}
        self.entity_attributes = {label: name for label, name in names.items() if name}

    def check_label(self, label: str, field: str) -> None:
        """Raise for a label that the scheme lacks, unless such labels are to join it."""
        if label not in self.labels:
            self._check_new(label, field, "label", self.labels)

    def check_relation(self, label: str, field: str) -> None:
        """Raise for a relation type that the scheme lacks, unless such are to join it."""
        if label not in self.relations:
            self._check_new(label, field, "relation type", self.relations)

    def _check_new(self, label: str, field: str, what: str, known: Iterable[str]) -> None:
        if not label:
            raise BadField(field, "is missing")
        if not self.add:
            listed = ", ".join(sorted(known)) or "none"
            raise BadField(
                field,
                f"is {label!r}, which is no {what} of the scheme {self.name} (it has: {listed}); "
                "--add-labels takes it into the scheme",
            )
        if len(label) > _MAX_LABEL or any(char.isspace() for char in label):
            raise BadField(field, f"cannot become a {what}: 1 to 64 characters without spaces")
        fields.check_name(label, field)


class ItemReader:
    """Reads the items of one line against its text; raises `BadField` at the first bad one."""

    def __init__(self, data: Object, text: str, view: SchemeView) -> None:
        self.data = data
        self.text = text
        self.view = view
        self.ignored: dict[str, int] = {}
        self.entities = {entity.id: entity for entity in self._entities()}
        self.spans = {span.id: span for span in self._spans()}
        self.relations = {relation.id: relation for relation in self._relations()}
        self.decisions = {decision.id: decision for decision in self._decisions()}

    def unknown_labels(self) -> tuple[str, ...]:
        """Return the labels in use that the scheme lacks, in order of appearance."""
        used = dict.fromkeys(span.label for span in self.spans.values())
        return tuple(label for label in used if label not in self.view.labels)

    def unknown_relations(self) -> tuple[RelationUse, ...]:
        """Return the relation types in use that the scheme lacks, with the labels they join."""
        used = dict.fromkeys(
            RelationUse(r.label, self.spans[r.source].label, self.spans[r.target].label)
            for r in self.relations.values()
            if r.label not in self.view.relations
        )
        return tuple(used)

    def _spans(self) -> Iterator[Span]:
        items = fields.objects(self.data, "spans")
        ids = _ids(items, "spans", "s")
        for number, item in enumerate(items):
            span = self._plain_span(item, ids[number])
            yield span or self._span(item, ids[number], f"spans[{number}].")

    def _plain_span(self, item: dict[str, Json], identity: str) -> Span | None:
        """Return a span of the most common make, in which nothing needs a closer look."""
        if not _is_plain(item) or (label := item["label"]) not in self.view.labels:
            return None
        start, end = item["start"], item["end"]
        if not 0 <= start < end <= len(self.text):
            return None
        if "text" in item and item["text"] != self.text[start:end]:
            return None
        get = item.get
        attributes = get("attributes")
        if attributes and not self._are_plain(attributes, label):
            return None
        return bulk_span(
            identity,
            label,
            (Piece(start, end),),
            attributes or {},
            get("entity") or None,
            get("note", ""),
            get("flag", False),
            get("origin") or IMPORTED,
            get("created", ""),
            get("modified", ""),
        )

    def _are_plain(self, attributes: dict[str, Json], label: str) -> bool:
        # loops here and in _is_plain: `all` over a generator takes four times as long
        for value in attributes.values():
            if type(value) is not str:
                return False
        return self.view.entity_attributes.get(label) not in attributes

    def _span(self, item: dict[str, Json], identity: str, place: str) -> Span:
        self._ignore(item, SPAN_KEYS)
        label = fields.text(item, "label", place)
        self.view.check_label(label, place + "label")
        pieces = self._pieces(item, place)
        attributes, entity = self._attributes(item, label, place)
        return Span(
            SpanId(identity),
            label,
            pieces,
            attributes,
            entity,
            fields.text(item, "note", place),
            fields.flag(item, "flag", place),
            fields.text(item, "origin", place) or IMPORTED,
            fields.text(item, "created", place),
            fields.text(item, "modified", place),
            _provenance(item, place),
        )

    def _pieces(self, item: dict[str, Json], place: str) -> tuple[Piece, ...]:
        given = item.get("pieces")
        if given is None:
            start = fields.whole_number(item, "start", place)
            end = fields.whole_number(item, "end", place)
            pieces: tuple[Piece, ...] = (Piece(start, end),)
        else:
            pieces = _split(given, item, place)
            start, end = pieces[0].start, pieces[-1].end
        quoted = item.get("text")
        if not 0 <= start < end <= len(self.text):
            raise BadField(place + "start", range_problem(self.text, start, end, quoted))
        words = self.text[start:end] if len(pieces) == 1 else _join(self.text, pieces)
        if quoted is not None and quoted != words:
            if type(quoted) is not str:
                fields.text(item, "text", place)
            raise BadField(place + "text", words_problem(self.text, pieces, quoted))
        return pieces

    def _attributes(
        self, item: dict[str, Json], label: str, place: str
    ) -> tuple[Attributes, EntityId | None]:
        attributes = fields.attributes(item, "attributes", place)
        entity = fields.text(item, "entity", place)
        name = self.view.entity_attributes.get(label)
        if name is None or name not in attributes:
            return attributes, EntityId(entity) if entity else None
        return self._entity_among(attributes, name, entity)

    def _entity_among(
        self, attributes: Attributes, name: str, entity: str
    ) -> tuple[Attributes, EntityId | None]:
        """Move an entity that stands among the attributes to its place, if nothing is lost by it.

        It names an entity of the line by id or by its name, else a new one. Where the span has
        another entity already, or several are named, it stays an attribute and is a problem.
        """
        value = attributes[name]
        if isinstance(value, str) and value:
            known = [e.id for e in self.entities.values() if e.name == value]
            found = value if value in self.entities or not known else known[0]
            if not entity or entity == found:
                key = EntityId(found)
                self.entities.setdefault(key, Entity(key, value))
                return {k: v for k, v in attributes.items() if k != name}, key
        return attributes, EntityId(entity) if entity else None

    def _entities(self) -> Iterator[Entity]:
        items = fields.objects(self.data, "entities")
        ids = _ids(items, "entities", "e")
        for number, item in enumerate(items):
            place = f"entities[{number}]."
            extra = {k: fields.keep(v, place + k) for k, v in item.items() if k not in ENTITY_KEYS}
            yield Entity(
                EntityId(ids[number]),
                fields.text(item, "name", place),
                fields.text(item, "kind", place),
                extra,
            )

    def _relations(self) -> Iterator[Relation]:
        items = fields.objects(self.data, "relations")
        ids = _ids(items, "relations", "r")
        for number, item in enumerate(items):
            place = f"relations[{number}]."
            label = fields.text(item, "label", place)
            if not label and "type" in item:
                raise BadField(place + "label", "is missing (what stands in `type` belongs there)")
            self.view.check_relation(label, place + "label")
            self._ignore(item, RELATION_KEYS)
            ends = (self._end(item, "from", place), self._end(item, "to", place))
            yield Relation(RelationId(ids[number]), label, *ends, _provenance(item, place))

    def _end(self, item: dict[str, Json], key: str, place: str) -> SpanId:
        end = SpanId(fields.text(item, key, place))
        if end not in self.spans:
            problem = f"is {end!r}, and the line has no span of that id" if end else "is missing"
            raise BadField(place + key, problem)
        return end

    def _decisions(self) -> Iterator[Decision]:
        items = fields.objects(self.data, "decisions")
        ids = _ids(items, "decisions", "d")
        for number, item in enumerate(items):
            place = f"decisions[{number}]."
            self._ignore(item, DECISION_KEYS)
            made = _provenance(item, place) or Provenance()
            start, end = self._decided_range(item, place)
            yield Decision(
                ids[number],
                made.verdict,
                made.from_layers,
                made.reason,
                made.decided_by,
                start,
                end,
            )

    def _decided_range(self, item: Object, place: str) -> tuple[int | None, int | None]:
        if item.get("start") is None and item.get("end") is None:
            return None, None
        start = fields.whole_number(item, "start", place)
        end = fields.whole_number(item, "end", place)
        if not 0 <= start < end <= len(self.text):
            raise BadField(place + "start", range_problem(self.text, start, end, None))
        return start, end

    def _ignore(self, item: Object, known: frozenset[str]) -> None:
        for key in item.keys() - known:
            self.ignored[key] = self.ignored.get(key, 0) + 1


def _is_plain(item: dict[str, Json]) -> bool:
    """Tell whether a span has the necessary keys, no unusual ones, and values of their types."""
    for key, value in item.items():
        if _PLAIN_TYPES.get(key) is not type(value):
            return False
    return "label" in item and "start" in item and "end" in item


def _ids(items: list[dict[str, Json]], what: str, prefix: str) -> list[str]:
    """Return the ids of a list; those that have none get one that is the same at each import."""
    plain = [item.get("id") for item in items]
    if _are_plain_names(plain) and len(set(plain)) == len(plain) and "" not in plain:
        return plain
    given = [fields.name(item, "id", f"{what}[{i}].") for i, item in enumerate(items)]
    seen: dict[str, int] = {}
    for number, identity in enumerate(given):
        if identity and identity in seen:
            earlier = f"{what}[{seen[identity]}]"
            raise BadField(f"{what}[{number}].id", f"{identity!r} is used already by {earlier}")
        seen[identity] = number
    return _filled(given, prefix)


def _are_plain_names(given: list[Json]) -> TypeGuard[list[str]]:
    if any(kind is not str for kind in map(type, given)):
        return False
    together = "".join(given)
    return together.isascii() and together.isprintable()


def _filled(given: list[str], prefix: str) -> list[str]:
    used = set(given)
    free = (
        name for number in range(1, 2 * len(given) + 1) if (name := f"{prefix}{number}") not in used
    )
    return [identity or next(free) for identity in given]


def _split(given: Json, item: Object, place: str) -> tuple[Piece, ...]:
    field = place + "pieces"
    if type(given) is not list or not given:
        raise BadField(field, "must be a list of [start, end] pairs")
    pieces = [_piece(one, f"{field}[{number}]") for number, one in enumerate(given)]
    for number, (one, after) in enumerate(pairwise(pieces)):
        if one.end >= after.start:
            raise BadField(
                f"{field}[{number + 1}]",
                "must begin after the piece before it ends, with text in between",
            )
    for key, hull in (("start", pieces[0].start), ("end", pieces[-1].end)):
        if item.get(key) is not None and fields.whole_number(item, key, place) != hull:
            raise BadField(place + key, f"is not that of the pieces, which is {hull}")
    return tuple(pieces)


def _piece(given: Json, field: str) -> Piece:
    if type(given) is not list or len(given) != 2 or any(type(n) is not int for n in given):
        raise BadField(field, "must be a pair of whole numbers")
    if not given[0] < given[1]:
        raise BadField(field, f"is empty or reversed ({given[0]} to {given[1]})")
    return Piece(*given)


def _join(text: str, pieces: tuple[Piece, ...]) -> str:
    return " ".join(text[start:end] for start, end in pieces)


def _provenance(item: Object, place: str) -> Provenance | None:
    if PROVENANCE_KEYS.isdisjoint(item):
        return None
    refs = [
        SourceRef(
            fields.name(ref, "annotator", f"{place}from_layers[{number}]."),
            fields.name(ref, "id", f"{place}from_layers[{number}]."),
        )
        for number, ref in enumerate(fields.objects(item, "from_layers", place))
    ]
    return Provenance(
        tuple(refs),
        fields.text(item, "verdict", place),
        fields.text(item, "reason", place),
        fields.name(item, "decided_by", place),
    )
