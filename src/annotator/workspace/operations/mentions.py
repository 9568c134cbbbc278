"""Every mention of some words: finding them, and labelling all of them in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected, Step
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Change, LayerKey
from annotator.domain.span import Span, single
from annotator.persian import fold
from annotator.persian.fold import FoldLevel
from annotator.storage import articles as stored
from annotator.storage import search as index
from annotator.workspace.operations.coreference import retie
from annotator.workspace.operations.draft import Draft
from annotator.workspace.operations.spans import find_same, new_span
from annotator.workspace.search import context

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace

Hits = Sequence[tuple[LayerKey, int, int]]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where some words stand, and the labels of the spans there in the layer of who is present."""

    article_id: ArticleId
    start: int
    end: int
    before: str
    hit: str
    after: str
    labels: tuple[str, ...]


def find_mentions(
    ws: Workspace,
    phrase: str,
    *,
    articles: Iterable[ArticleId] | None = None,
    level: FoldLevel = FoldLevel.STANDARD,
    annotator: str | None = None,
) -> Iterator[Mention]:
    """Yield every place where words stand by themselves, in some articles or in all.

    `annotator` is whose labels are told; None: who is present.
    """
    ids = _candidates(ws, phrase, level) if articles is None else articles
    for article_id in ids:
        article = ws.article(article_id)
        folded = fold.fold(article.text, level)
        layer = ws.layer(LayerKey(article_id, annotator or ws.present))
        for start, end in fold.find_all(folded, phrase.strip(), whole_words=True):
            before, after = context(article.text, start, end)
            labels = tuple(span.label for span in layer.index.overlapping(start, end))
            hit = article.text[start:end]
            yield Mention(article_id, start, end, before, hit, after, labels)


def mark_all(ws: Workspace, label: str, hits: Hits, template: Span | None = None) -> Affected:
    """Label many places in one step, each exactly where it is; those labelled so are left alone.

    Values that a person gave the template are copied; its entity too, within its own layer.
    """
    places: dict[LayerKey, list[tuple[int, int]]] = {}
    for key, start, end in hits:
        places.setdefault(key, []).append((start, end))
    changes: list[Change] = []
    made = 0
    for key, found in places.items():
        draft = Draft(ws, key)
        made += _mark_here(draft, label, found, template)
        changes += draft.changes
    if not changes:
        return Affected()
    return ws.run(Step("mark_all", tuple(changes), {"label": label, "count": made}))


def _mark_here(
    draft: Draft, label: str, places: Sequence[tuple[int, int]], template: Span | None
) -> int:
    kind = draft.label(label)
    wanted = [single(start, end) for start, end in dict.fromkeys(places)]
    fresh = [pieces for pieces in wanted if find_same(draft, label, pieces) is None]
    if not fresh:
        return 0
    draft.begin()
    spans = [new_span(draft, kind, pieces, template) for pieces in fresh]
    draft.put_all(list(spans))
    if template is not None and template.entity and template.id in draft.layer.spans:
        for span in spans:
            draft.change_span(span, entity=template.entity)
        retie(draft, template.entity)
    return len(spans)


def _candidates(ws: Workspace, phrase: str, level: FoldLevel) -> Iterable[ArticleId]:
    tokens = index.words(phrase)
    if level is not FoldLevel.STANDARD or not tokens:
        return ws.article_ids()
    rows = index.find_all(ws.database, index.phrase(tokens))
    return (stored.article_of_row(ws.database, row) for row in rows)
