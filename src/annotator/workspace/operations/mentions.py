"""Every mention of some words: finding them, and labelling all of them in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.article import Article
from annotator.domain.changes import Affected, Step
from annotator.domain.ids import ArticleId, EntityId, new_id
from annotator.domain.layer import Change, Layer, LayerKey, Status
from annotator.domain.span import Entity, Span, single
from annotator.persian.fold import FoldLevel, name_key
from annotator.workspace.occurrences import Cancelled, Phrase, Progress, occurrences
from annotator.workspace.operations.coreference import retie
from annotator.workspace.operations.draft import Draft
from annotator.workspace.operations.spans import find_same, new_span
from annotator.workspace.search import context

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace

Hits = Sequence[tuple[LayerKey, int, int]]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where some words stand, and what stands there in the layer of who is present.

    `labels` are those of all spans over the words, `same` those of spans on these very words.
    """

    article_id: ArticleId
    title: str
    status: Status
    start: int
    end: int
    before: str
    hit: str
    after: str
    labels: tuple[str, ...]
    same: tuple[str, ...]


def find_mentions(
    ws: Workspace,
    phrase: str,
    *,
    articles: Iterable[ArticleId] | None = None,
    level: FoldLevel = FoldLevel.STANDARD,
    annotator: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Iterator[Mention]:
    """Yield every place where words stand by themselves, in some articles or in all.

    `annotator` is whose labels are told; None: who is present. Raises `Stopped` when cancelled.
    """
    wanted = Phrase(phrase, level)
    name = annotator or ws.present
    for batch in occurrences(ws, wanted, articles, progress=progress, cancelled=cancelled):
        for found in batch:
            layer = ws.layer(LayerKey(found.article.id, name))
            for start, end in found.places:
                yield _mention(found.article, layer, start, end)


def mark_all(
    ws: Workspace,
    label: str,
    hits: Hits,
    template: Span | None = None,
    source: LayerKey | None = None,
) -> Affected:
    """Label many places in one step, each exactly where it is; those labelled so are left alone.

    Values that a person gave the template are copied. So is its entity: in another layer to the
    entity of the same name, which is made where there is none. `source` is the template's layer,
    needed where no hit lies in it.
    """
    entity = _entity_of(ws, template, [*([source] if source else []), *(key for key, _, _ in hits)])
    places: dict[LayerKey, list[tuple[int, int]]] = {}
    for key, start, end in hits:
        places.setdefault(key, []).append((start, end))
    changes: list[Change] = []
    made = 0
    for key, found in places.items():
        draft = Draft(ws, key)
        made += _mark_here(draft, label, found, template, entity)
        changes += draft.changes
    if not changes:
        return Affected()
    return ws.run(Step("mark_all", tuple(changes), {"label": label, "count": made}))


def _mark_here(
    draft: Draft,
    label: str,
    places: Sequence[tuple[int, int]],
    template: Span | None,
    entity: Entity | None,
) -> int:
    kind = draft.label(label)
    wanted = [single(start, end) for start, end in dict.fromkeys(places)]
    fresh = [pieces for pieces in wanted if find_same(draft, label, pieces) is None]
    if not fresh:
        return 0
    draft.begin()
    spans = [new_span(draft, kind, pieces, template) for pieces in fresh]
    draft.put_all(list(spans))
    if entity is not None and kind.has_entity:
        identity = _entity_here(draft, entity)
        for span in spans:
            draft.change_span(span, entity=identity)
        retie(draft, identity)
    return len(spans)


def _entity_of(ws: Workspace, template: Span | None, keys: Sequence[LayerKey]) -> Entity | None:
    """Return the entity of a template, which lies in one of the layers."""
    if template is None or not template.entity:
        return None
    for key in dict.fromkeys(keys):
        layer = ws.layer(key)
        if template.id in layer.spans:
            return layer.entities.get(template.entity)
    return None


def _entity_here(draft: Draft, entity: Entity) -> EntityId:
    """Return the id of a layer's entity of the same name, made where there is none."""
    if draft.layer.entities.get(entity.id) == entity:
        return entity.id
    wanted = name_key(entity.name)
    for known in draft.layer.entities.values():
        if name_key(known.name) == wanted and known.kind == entity.kind:
            return known.id
    made = Entity(EntityId(new_id()), entity.name, entity.kind)
    draft.put(None, made)
    return made.id


def _mention(article: Article, layer: Layer, start: int, end: int) -> Mention:
    before, after = context(article.text, start, end)
    spans = layer.index.overlapping(start, end)
    same = tuple(span.label for span in spans if (span.start, span.end) == (start, end))
    return Mention(
        article.id,
        article.title,
        layer.status,
        start,
        end,
        before,
        article.text[start:end],
        after,
        tuple(span.label for span in spans),
        same,
    )
