"""What is said of an article as a whole, and articles in the bin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import LayerKey, Status
from annotator.domain.span import AttributeValue
from annotator.storage import articles as stored
from annotator.storage.journal import EntryKind
from annotator.workspace import roles
from annotator.workspace.operations.draft import Draft
from annotator.workspace.operations.spans import with_value

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


def set_status(ws: Workspace, key: LayerKey, status: Status) -> Affected:
    """Say how far a layer is."""
    draft = Draft(ws, key)
    draft.put(draft.layer.state, replace(draft.state(), status=status))
    return draft.run("set_status", details={"status": str(status)})


def set_document(
    ws: Workspace, key: LayerKey, attribute: str, value: AttributeValue | None
) -> Affected:
    """Give an attribute of the article a value, or none."""
    draft = Draft(ws, key)
    draft.begin()
    state = draft.state()
    document = with_value(state.document, attribute, value)
    draft.put(draft.layer.state, replace(state, document=document))
    return draft.run("set_document", details={"attribute": attribute, "value": value})


def rename_project(ws: Workspace, name: str) -> Affected:
    """Give the project another name; the file keeps its own."""
    roles.check_lead(ws)
    if not name.strip():
        raise UserError("A project needs a name.")
    ws.set_setting("name", name.strip())
    return ws.tell(Affected(kinds=frozenset({"project"})))


def bin_articles(ws: Workspace, articles: Iterable[ArticleId]) -> Affected:
    """Take articles with all work on them to the bin: hidden everywhere, and kept."""
    return _move(ws, list(articles), EntryKind.BIN)


def restore_articles(ws: Workspace, articles: Iterable[ArticleId]) -> Affected:
    """Bring articles back from the bin, with all work on them."""
    return _move(ws, list(articles), EntryKind.RESTORE)


def remove_import(ws: Workspace, seq: int) -> Affected:
    """Take all articles that an import brought to the bin; `seq` is its journal number."""
    return bin_articles(ws, stored.imported_articles(ws.database, seq))


def binned_articles(ws: Workspace) -> list[tuple[ArticleId, str]]:
    """Return id and title of what is in the bin."""
    return stored.binned_articles(ws.database)


def _move(ws: Workspace, articles: list[ArticleId], kind: EntryKind) -> Affected:
    roles.check_lead(ws)
    with ws.database.transaction():
        moved = stored.set_binned(ws.database, articles, binned=kind is EntryKind.BIN)
        if moved:
            details = {"articles": len(moved)}
            ws.journal.append_note(
                kind, str(kind), ws.present, ws.now(), details=details, articles=articles
            )
    affected = Affected(articles=frozenset(articles), kinds=frozenset({"articles"}))
    ws.refresh(affected)
    return affected
