"""What a click or drag in a panel leads to: signals of the views connected to commands."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.ui.commands import annotate, appearance, files, linking, people, tools
from annotator.workspace import operations

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def connect_views(window: MainWindow) -> None:
    """Connect what leads somewhere, and changes nothing in a layer."""
    desk, session = window.desk, window.session
    desk.top_bar.search.clicked.connect(lambda: window.trigger("search"))
    desk.top_bar.person_menu.aboutToShow.connect(
        partial(people.fill_menu, session, desk.top_bar.person_menu)
    )
    desk.top_bar.project_menu.aboutToShow.connect(partial(tools.fill_project_menu, window))
    desk.welcome.actionChosen.connect(window.trigger)
    desk.import_button.clicked.connect(lambda: window.trigger("import"))
    desk.welcome.recentChosen.connect(lambda path: files.open_project(window, Path(path)))
    desk.queue.articleChosen.connect(window.open_row)
    desk.queue.filterChanged.connect(session.queue.filter)
    desk.palette_.labelChosen.connect(partial(annotate.label, session))
    desk.find_bar.searched.connect(window.finder.look_for)
    desk.find_bar.stepped.connect(lambda forward: window.finder.step(forward=forward))
    desk.find_bar.closed.connect(window.finder.close)
    desk.guideline.closed.connect(partial(tools.hide_guideline, window))
    desk.inspector.spanChosen.connect(window.select)
    desk.view.zoomRequested.connect(lambda step: appearance.change_size(window, step))


def connect_edits(window: MainWindow) -> None:
    """Connect what changes the open layer."""
    session, view = window.session, window.desk.view
    card, article = window.desk.inspector.span_card, window.desk.inspector.article_card
    view.resizeRequested.connect(
        lambda s, i, a, b, exact: annotate.resize(session, s, i, a, b, exact=exact)
    )
    view.pieceRequested.connect(
        lambda a, b, exact: annotate.add_dragged_piece(session, a, b, exact=exact)
    )
    view.linkRequested.connect(partial(linking.dragged, session))
    view.menuRequested.connect(partial(tools.span_menu, window))
    card.attributeChanged.connect(partial(annotate.set_attribute, session))
    edit = session.edit
    card.entityChosen.connect(lambda s, entity: edit(operations.set_entity, s, entity))
    card.entityNamed.connect(lambda s, name: edit(operations.name_entity, s, name))
    card.flagRequested.connect(lambda _: annotate.flag(session))
    card.noteRequested.connect(lambda _: annotate.note(session))
    card.deleteRequested.connect(lambda _: annotate.delete(session))
    card.unlinkRequested.connect(lambda relation: edit(operations.unlink, relation))
    card.pieceRemoved.connect(lambda s, piece: edit(operations.remove_piece, s, piece))
    card.spanChosen.connect(window.select)
    article.attributeChanged.connect(lambda n, value: edit(operations.set_document, n, value))
    article.flagRequested.connect(partial(annotate.flag_article, session))
    article.noteRequested.connect(partial(annotate.note, session))
