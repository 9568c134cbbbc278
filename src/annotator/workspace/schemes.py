"""The label scheme of a project over time: new versions, older ones back, what a change leaves out.

No change touches anybody's work, except that a lead may give spans and links a renamed id, which is
one step that can be undone. What the scheme no longer has stays, and is listed as a problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from annotator.domain import scheme_file
from annotator.domain.changes import Affected, Step
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Change, LayerKey, SchemeRef
from annotator.domain.scheme import AttributeType, Scheme
from annotator.storage import scheme_uses, settings
from annotator.storage.journal import EntryKind
from annotator.workspace import editing, roles

if TYPE_CHECKING:
    from annotator.workspace.project import Project
    from annotator.workspace.workspace import Workspace

_HIDDEN = "scheme_keys_hidden"
_SCHEME = frozenset({"scheme"})


@dataclass(frozen=True, slots=True)
class SchemeVersion:
    """A version of the scheme: when it came and by whom; `restored` is the version it repeats."""

    scheme: Scheme
    at: str
    person: str | None = None
    restored: int | None = None


class Part(StrEnum):
    """What a scheme consists of."""

    LABEL = "label"
    RELATION = "relation"
    ATTRIBUTE = "attribute"
    VALUE = "value"
    DOCUMENT = "document"
    DOCUMENT_VALUE = "document_value"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something in use that a new scheme no longer has; `path` leads to it: label, attribute."""

    part: Part
    path: tuple[str, ...]
    uses: int


@dataclass(frozen=True, slots=True)
class Renaming:
    """Ids of labels and of relations that got another id: old to new."""

    labels: Mapping[str, str]
    relations: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.labels or self.relations)


NOTHING = Renaming({}, {})


def versions(ws: Project) -> list[SchemeVersion]:
    """Return every version of the project's scheme, the present one first."""
    with ws.database.told():
        noted = {
            (entry.details.get("scheme"), entry.details.get("version")): entry
            for entry in ws.journal.notes(EntryKind.SCHEME)
        }
        found = []
        for scheme, at in settings.scheme_history(ws.database):
            entry = noted.get((scheme.id, scheme.version))
            who, restored = (entry.person, entry.details.get("restored")) if entry else (None, None)
            found.append(SchemeVersion(scheme, at, who, restored))
    return found[::-1]


def change_scheme(ws: Workspace, scheme: Scheme, renaming: Renaming = NOTHING) -> Affected:
    """Make a scheme the present one, under the next free version; for leads.

    `renaming` gives the spans and links of old ids the new ones, in one step that can be undone.
    Raises `SchemeError` where the scheme is not valid. The same scheme again changes nothing.
    """
    roles.check_lead(ws)
    scheme_file.parse(scheme_file.to_json(scheme))
    if scheme == replace(ws.scheme, version=scheme.version):
        return Affected()
    return _take(ws, scheme, renaming, {})


def restore(ws: Workspace, ref: SchemeRef) -> Affected:
    """Make an older version the present scheme again, as a new version; for leads."""
    roles.check_lead(ws)
    for one in versions(ws):
        if one.scheme.ref == ref:
            return _take(ws, one.scheme, NOTHING, {"restored": ref.version})
    raise UserError(f"The project never had version {ref.version} of the scheme {ref.id}.")


def losses(ws: Project, new: Scheme, renaming: Renaming = NOTHING) -> list[Loss]:
    """Return what is in use and not in another scheme; a renamed id is not lost."""
    with ws.database.told():
        return [loss for loss in _losses(ws, new, renaming) if loss.uses]


def uses(ws: Project) -> tuple[dict[str, int], dict[str, int]]:
    """Count the spans of each label and the links of each relation type, in all layers."""
    with ws.database.told():
        return scheme_uses.label_uses(ws.database), scheme_uses.relation_uses(ws.database)


def hidden(ws: Project) -> frozenset[str]:
    """Return the ids of optional labels and relations whose keys are switched off."""
    return frozenset(ws.setting(_HIDDEN, []))


def set_hidden(ws: Workspace, ids: frozenset[str]) -> Affected:
    """Switch off the keys of optional labels and relations; their work stays as it is."""
    roles.check_lead(ws)
    if ids == hidden(ws):
        return Affected()
    ws.set_setting(_HIDDEN, sorted(ids))
    return ws.tell(Affected(kinds=_SCHEME))


def offered(ws: Project) -> Scheme:
    """Return the scheme as its keys show it: what is switched off has no key and no link."""
    off = hidden(ws)
    if not off:
        return ws.scheme
    return replace(
        ws.scheme,
        labels=tuple(
            replace(one, key="") if one.optional and one.id in off else one
            for one in ws.scheme.labels
        ),
        relations=tuple(one for one in ws.scheme.relations if not (one.optional and one.id in off)),
    )


def _take(ws: Workspace, scheme: Scheme, renaming: Renaming, details: dict[str, int]) -> Affected:
    new = replace(scheme, version=_free_version(ws, scheme))
    now = ws.now()
    steps = _renamed(ws, renaming) if renaming else ()
    note = {"scheme": new.id, "version": new.version, **details}
    try:
        with ws.database.transaction():
            settings.add_scheme(ws.database, new, now)
            ws.journal.append_note(EntryKind.SCHEME, "scheme", ws.present, now, details=note)
            if steps:
                what = {"labels": dict(renaming.labels), "relations": dict(renaming.relations)}
                editing.run_for_all(ws, Step("relabel_all", steps, {**what, "count": len(steps)}))
    except BaseException:
        # layers that the step changed are remembered before all is committed
        ws.forget()
        raise
    ws.take_scheme(new)
    keys = frozenset(change.layer for change in steps)
    articles = frozenset(key.article for key in keys)
    return ws.tell(Affected(layers=keys, articles=articles, kinds=_SCHEME))


def _free_version(ws: Project, scheme: Scheme) -> int:
    taken = [old.version for old, _ in settings.scheme_history(ws.database) if old.id == scheme.id]
    return max(taken) + 1 if taken else scheme.version


def _renamed(ws: Workspace, renaming: Renaming) -> tuple[Change, ...]:
    changes: list[Change] = []
    now = ws.now()
    for key in _layers_with(ws, renaming):
        layer = ws.layer_store.read(key)
        changes += [
            Change(key, span, replace(span, label=label, modified=now))
            for span in layer.spans.values()
            if (label := renaming.labels.get(span.label))
        ]
        changes += [
            Change(key, relation, replace(relation, label=label))
            for relation in layer.relations.values()
            if (label := renaming.relations.get(relation.label))
        ]
    return tuple(changes)


def _layers_with(ws: Project, renaming: Renaming) -> list[LayerKey]:
    found: dict[LayerKey, None] = {}
    rows = [
        row for old in renaming.labels for row in scheme_uses.layers_with_label(ws.database, old)
    ]
    for old in renaming.relations:
        rows += scheme_uses.layers_with_relation(ws.database, old)
    for article, person in rows:
        name = None if person is None else ws.people_store.name(person)
        found[LayerKey(ArticleId(article), name)] = None
    return list(found)


def _losses(ws: Project, new: Scheme, renaming: Renaming) -> Iterator[Loss]:
    labels, relations = uses(ws)
    for label in ws.scheme.labels:
        after = new.label(renaming.labels.get(label.id, label.id))
        if after is None:
            yield Loss(Part.LABEL, (label.id,), labels.get(label.id, 0))
        elif labels.get(label.id):
            yield from _attribute_losses(ws, label.id, label.attributes, after.attributes)
    for relation in ws.scheme.relations:
        if new.relation(renaming.relations.get(relation.id, relation.id)) is None:
            yield Loss(Part.RELATION, (relation.id,), relations.get(relation.id, 0))
    yield from _attribute_losses(ws, None, ws.scheme.document, new.document)


def _attribute_losses(
    ws: Project,
    label: str | None,
    before: tuple[AttributeType, ...],
    after: tuple[AttributeType, ...],
) -> Iterator[Loss]:
    kept = {one.id: one for one in after}
    whole = Part.DOCUMENT if label is None else Part.ATTRIBUTE
    single = Part.DOCUMENT_VALUE if label is None else Part.VALUE
    owner = () if label is None else (label,)
    for one in before:
        if one.id not in kept:
            count = scheme_uses.attribute_uses(ws.database, label, one.id)
            yield Loss(whole, (*owner, one.id), count)
            continue
        for choice in one.choices:
            if kept[one.id].unknown_values(choice.value):
                count = scheme_uses.attribute_uses(ws.database, label, one.id, choice.value)
                yield Loss(single, (*owner, one.id, choice.value), count)
