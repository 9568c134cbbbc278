"""What happened to an article, and layers as they once were, read from the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.changes import of_layer
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, LayerKey
from annotator.domain.span import Json
from annotator.storage.journal import Entry, EntryKind
from annotator.workspace import roles

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry of an article's history; `name` is a key of the wording, `details` its values."""

    seq: int
    at: str
    person: str | None
    name: str
    details: Mapping[str, Json]
    undone: bool
    kind: EntryKind
    layers: tuple[LayerKey, ...] = ()


def history(ws: Workspace, article: ArticleId) -> list[HistoryEntry]:
    """Return an article's history, newest first, as far as who is present may see it."""
    seen: dict[LayerKey, bool] = {}
    found = []
    for entry in ws.journal.entries(article):
        layers = entry.step.layers if entry.step else ()
        mine = tuple(key for key in layers if key.article == article)
        for key in mine:
            if key not in seen:
                seen[key] = roles.may_see(ws, ws.person, key)
        if all(seen[key] for key in mine):
            found.append(_shown(entry, mine))
    return found


def layer_at(ws: Workspace, key: LayerKey, seq: int) -> Layer:
    """Return a layer as it was after a journal entry, by walking back from the present."""
    imported = ws.layer_store.imported(key)
    if imported is not None and seq < imported:
        return Layer(key)
    layer = ws.layer(key)
    for entry in ws.journal.entries(key.article):
        if entry.seq <= seq:
            break
        if entry.step is not None:
            layer = layer.apply(of_layer(entry.step.inverse.changes, key))
    return layer


def _shown(entry: Entry, layers: tuple[LayerKey, ...]) -> HistoryEntry:
    details = entry.step.details if entry.step else entry.details
    undone = entry.kind is EntryKind.DO and not entry.active
    return HistoryEntry(
        entry.seq, entry.at, entry.person, entry.name, details, undone, entry.kind, layers
    )
