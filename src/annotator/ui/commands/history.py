"""The history of the open article, earlier states and the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.ids import ArticleId
from annotator.domain.layer import LayerKey
from annotator.ui import i18n
from annotator.ui.dialogs.bin import BinDialog, BinRow
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.i18n import translate
from annotator.ui.models.history_rows import HistoryRow, Preview, compared, sentence
from annotator.ui.models.rows import scheme_name
from annotator.ui.theme import LIGHT
from annotator.workspace import operations
from annotator.workspace.history import HistoryEntry
from annotator.workspace.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def show_history(window: MainWindow) -> None:
    """Show what happened to the open article, and go back to an earlier state if wished."""
    session = window.session
    ws, article = session.workspace, session.article
    if ws is None or article is None or session.layer is None:
        return
    entries = {entry.seq: entry for entry in ws.history(article.id)}
    own = session.layer.key

    def preview(seq: int) -> Preview:
        key = _layer_of(entries[seq], own)
        then, now = ws.layer_at(key, seq), ws.layer(key)
        places, summary = compared(then, now)
        return Preview(then, places, summary, session.may_edit and key == own and then != now)

    rows = [_row(entry, ws) for entry in entries.values()]
    theme = window.theme or LIGHT
    dialog = HistoryDialog(rows, article, ws.scheme, preview, theme=theme, parent=window)
    if dialog.exec() and dialog.chosen is not None:
        session.edit(operations.restore_layer, dialog.chosen)
    dialog.deleteLater()
    session.focus_text()


def show_bin(window: MainWindow) -> None:
    """Show what was deleted, and bring back what is ticked."""
    session = window.session
    ws = session.workspace
    if ws is None:
        return
    spans = operations.deleted_spans(ws, session.layer.key) if session.layer else []
    rows = [_bin_row(one, ws, session.layer.key) for one in spans] if session.layer else []
    articles = [BinRow(one, title, "") for one, title in operations.binned_articles(ws)]
    lead = bool(ws.person and ws.person.is_lead) and not ws.read_only
    dialog = BinDialog(rows, articles, may_restore_articles=lead, parent=window)
    if dialog.exec():
        if dialog.articles:
            wanted = [ArticleId(one) for one in dialog.articles]
            window.bridge.run(operations.restore_articles, wanted)
        if dialog.spans:
            session.edit(operations.restore_spans, dialog.spans)
    dialog.deleteLater()
    session.focus_text()


def bin_article(window: MainWindow) -> None:
    """Take the open article to the bin, and open the next one."""
    session = window.session
    ws, article = session.workspace, session.article
    if ws is None or ws.person is None or article is None:
        return
    following = session.queue.model.article(session.position + 1)
    if window.bridge.run(operations.bin_articles, [article.id]) is None:
        return
    session.queue.refresh()
    left = session.queue.model.article(0)
    if following or left:
        session.open_article(following or left)
    else:
        session.sign_in(ws.person.name)
    template = translate("History", "{title} is in the bin; menu Article, Bin brings it back.")
    session.message.emit(i18n.fill(template, title=article.title))


def _layer_of(entry: HistoryEntry, own: LayerKey) -> LayerKey:
    """Return the layer whose state an entry is looked at for; its own where it had no step."""
    return own if own in entry.layers or not entry.layers else entry.layers[0]


def _row(entry: HistoryEntry, ws: Workspace) -> HistoryRow:
    what = sentence(entry.name, str(entry.kind), entry.details, ws.scheme)
    return HistoryRow(entry.seq, i18n.moment_text(entry.at), entry.person or "", what, entry.undone)


def _bin_row(gone: operations.DeletedSpan, ws: Workspace, key: LayerKey) -> BinRow:
    text = ws.article(key.article).text
    words = " ".join(gone.span.quoted(text).split())
    title = f"{scheme_name(ws.scheme, gone.span.label)} · {words[:120]}"
    detail = " · ".join(part for part in (i18n.moment_text(gone.at), gone.person) if part)
    return BinRow(gone.span.id, title, detail)
