"""Running, undoing and redoing steps: each one transaction together with its journal entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected, Step, of_layer
from annotator.domain.errors import Overtaken, UserError
from annotator.domain.layer import Layer, LayerKey, Stale
from annotator.storage import articles
from annotator.storage.journal import Entry, EntryKind
from annotator.workspace import roles

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace


def run(
    ws: Workspace, step: Step, selected: str | None, applied: Mapping[LayerKey, Layer] | None
) -> Affected:
    """Do a step; one without changes does nothing. `applied`: the layers it leads to, if known."""
    roles.check_may_write(ws, step)
    return _run(ws, step, selected, applied)


def run_for_all(ws: Workspace, step: Step) -> Affected:
    """Do a step of a lead on the layers of many people."""
    roles.check_lead(ws)
    return _run(ws, step, None, None)


def _run(
    ws: Workspace, step: Step, selected: str | None, applied: Mapping[LayerKey, Layer] | None
) -> Affected:
    if not step.changes:
        return Affected(selected=selected)
    layers = dict(applied) if applied else _applied(ws, step)
    now = ws.now()
    _commit(
        ws,
        step,
        layers,
        now,
        lambda: ws.journal.append_step(step, ws.present, now, EntryKind.DO),
    )
    return affected_by(step, selected)


def undo(ws: Workspace) -> Affected | None:
    """Take back the newest step of who is present that is not undone."""
    seq = ws.journal.to_undo(ws.present)
    return None if seq is None else _reverse(ws, seq, EntryKind.UNDO)


def redo(ws: Workspace) -> Affected | None:
    """Do again the step that was last undone, while nothing newer was done."""
    seq = ws.journal.to_redo(ws.present)
    return None if seq is None else _reverse(ws, seq, EntryKind.REDO)


def affected_by(step: Step, selected: str | None = None) -> Affected:
    """Return what a step touches."""
    return Affected(
        layers=frozenset(step.layers),
        articles=frozenset(key.article for key in step.layers),
        kinds=frozenset(change.kind.__name__ for change in step.changes),
        selected=selected,
    )


def _reverse(ws: Workspace, seq: int, kind: EntryKind) -> Affected:
    roles.check_writable(ws)
    entry = ws.journal.entry(seq)
    assert entry.step is not None
    step = entry.step.inverse if kind is EntryKind.UNDO else entry.step
    _check_not_binned(ws, step)
    try:
        layers = _applied(ws, step)
    except Stale as error:
        raise _overtaken(entry, kind) from error
    now = ws.now()
    _commit(ws, step, layers, now, lambda: ws.journal.append_reversal(entry, ws.present, now, kind))
    return affected_by(step, _to_select(step))


def _check_not_binned(ws: Workspace, step: Step) -> None:
    for key in step.layers:
        found = articles.text_hash_of(ws.database, key.article)
        if found is None or found[2]:
            raise Overtaken(f"The article {key.article} is in the bin: bring it back first.")


def _overtaken(entry: Entry, kind: EntryKind) -> Overtaken:
    verb = "undone" if kind is EntryKind.UNDO else "redone"
    return Overtaken(
        f"The step of {entry.at} cannot be {verb}: the same items were changed since, by somebody"
        " else or by an import."
    )


def _to_select(step: Step) -> str | None:
    """Choose the item that a person wants to look at after a step came or went."""
    made = [change.id for change in step.changes if change.after is not None and change.id]
    return made[0] if made else None


def _applied(ws: Workspace, step: Step) -> dict[LayerKey, Layer]:
    return {key: ws.layer(key).apply(of_layer(step.changes, key)) for key in step.layers}


def _commit(
    ws: Workspace,
    step: Step,
    layers: dict[LayerKey, Layer],
    now: str,
    write_entry: Callable[[], int],
) -> None:
    texts = {key: ws.article(key.article).text for key in step.layers}
    _check_positions(step, texts)
    with ws.database.transaction():
        for key, text in texts.items():
            ws.layer_store.write(key, of_layer(step.changes, key), text, now)
        write_entry()
    ws.remember(layers)


def _check_positions(step: Step, texts: dict[LayerKey, str]) -> None:
    for change in step.changes:
        end = getattr(change.after, "end", None)
        if end is not None and end > len(texts[change.layer]):
            raise UserError("The span reaches beyond the end of the article.")
