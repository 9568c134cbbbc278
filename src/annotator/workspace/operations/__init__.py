"""What a person can do: one function is one intention, one transaction and one undo step.

Each takes the workspace and, where it works on a layer, its key first; it raises `UserError` with a
sentence where it cannot be done, and returns what changed with the item to select afterwards.
Verdicts of a lead stand in `adjudicate`, which is loaded with her pages only.
"""

from annotator.workspace.operations.articles import (
    bin_articles,
    binned_articles,
    remove_import,
    rename_project,
    restore_articles,
    set_document,
    set_status,
)
from annotator.workspace.operations.entities import (
    entity_candidates,
    merge_entities,
    name_entity,
    rename_entity,
    set_entity,
)
from annotator.workspace.operations.mentions import Mention, find_mentions, mark_all
from annotator.workspace.operations.relations import attribute_quote, link, unlink
from annotator.workspace.operations.restore import (
    DeletedSpan,
    deleted_spans,
    restore_layer,
    restore_spans,
)
from annotator.workspace.operations.spans import (
    add_piece,
    delete,
    mark,
    relabel,
    remove_piece,
    resize,
    set_attribute,
    set_flag,
    set_note,
)

__all__ = [
    "DeletedSpan",
    "Mention",
    "add_piece",
    "attribute_quote",
    "bin_articles",
    "binned_articles",
    "delete",
    "deleted_spans",
    "entity_candidates",
    "find_mentions",
    "link",
    "mark",
    "mark_all",
    "merge_entities",
    "name_entity",
    "relabel",
    "remove_import",
    "remove_piece",
    "rename_entity",
    "rename_project",
    "resize",
    "restore_articles",
    "restore_layer",
    "restore_spans",
    "set_attribute",
    "set_document",
    "set_entity",
    "set_flag",
    "set_note",
    "set_status",
    "unlink",
]
