"""The main window: assembly and wiring only; what actions do is said in `commands`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from annotator.domain.ids import SpanId
from annotator.ui import i18n, icons, style, wiring
from annotator.ui.bridge import Bridge
from annotator.ui.commands import (
    annotate,
    appearance,
    files,
    find,
    lead,
    linking,
    lookup,
    navigate,
    showing,
    tools,
)
from annotator.ui.commands.actions import bindings
from annotator.ui.commands.aids import Aids
from annotator.ui.desk import Desk
from annotator.ui.key_filter import KeyFilter
from annotator.ui.keys import KeyMap
from annotator.ui.menus import ActionSet, retitle
from annotator.ui.session import Session
from annotator.ui.settings import Settings
from annotator.ui.tasks import Tasks
from annotator.ui.theme import Theme

# the article is painted first; its lists follow when no key was pressed for a moment
_LISTS_PAUSE_MS = 40


class MainWindow(QMainWindow):
    """One window with at most one project."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.bridge = Bridge(self)
        self.tasks = Tasks(self)
        self.desk = Desk()
        self.session = Session(self.bridge, self.desk.view, settings, self)
        self.desk.set_queue_model(self.session.queue_model)
        self.finder = find.Finder(self.session, self.desk.find_bar)
        self.lookup = lookup.Lookup(self)
        self.aids = Aids(self)
        self.actions_ = ActionSet(self)
        self.lead = lead.Lead(self)
        self.keys = KeyFilter(self, self.desk.view)
        self.theme: Theme | None = None
        self._handlers: dict[str, Callable[[], object]] = {}
        self._language = ""
        self._cards_due = QTimer(self, singleShot=True, interval=0)
        self._lists_due = QTimer(self, singleShot=True, interval=_LISTS_PAUSE_MS)
        self._build()
        self._connect()
        self.apply_preferences()
        self._on_project()

    # assembly

    def _build(self) -> None:
        self.setCentralWidget(self.desk)
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.program_icon())
        self._menus = self.actions_.fill(self.desk.top_bar.menus)
        for name in ("labelling", "review", "agreement"):
            self.desk.top_bar.add_tab(self.actions_.actions[name])
        for name in ("undo", "redo"):
            self.desk.top_bar.add_action(self.actions_.actions[name])
        self.resize(1360, 860)
        self.restoreGeometry(self.settings.state("geometry"))
        self.desk.restore(self.settings.state("splitter"), self.settings.state("inspector"))

    def _connect(self) -> None:
        self._connect_session()
        wiring.connect_views(self)
        wiring.connect_edits(self)
        self._cards_due.timeout.connect(partial(showing.show_selection, self))
        self._lists_due.timeout.connect(partial(showing.show_lists, self))
        self.actions_.triggered.connect(self.trigger)
        self.keys.triggered.connect(self.trigger)
        self.keys.escaped.connect(self.session.focus_text)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply_preferences)

    def _connect_session(self) -> None:
        session, status = self.session, self.desk.status
        self.bridge.failed.connect(self._on_failed)
        self.bridge.projectChanged.connect(self._on_project)
        session.projectChanged.connect(self._on_project)
        session.articleChanged.connect(self._on_article)
        session.layerChanged.connect(self._on_layer)
        session.selectionChanged.connect(self._on_selection)
        session.queue.changed.connect(self._on_queue)
        session.message.connect(status.show_message)

    # actions and keys

    def trigger(self, action: str) -> None:
        """Do an action by its id, where it can be done now."""
        known = self.actions_.actions.get(action)
        if known is not None and not known.isEnabled():
            return
        if self.session.mode is not None and action != "leave":
            self.session.leave_mode()
        if handler := self._handlers.get(action):
            handler()

    def rebind(self) -> None:
        """Take over the scheme's labels and the person's own keys."""
        session = self.session
        self._handlers = {
            **annotate.handlers(session),
            **annotate.label_handlers(session),
            **linking.handlers(session),
            **navigate.handlers(session),
            **files.handlers(self),
            **appearance.handlers(self),
            **tools.handlers(self),
            **self.aids.handlers(),
            **lookup.handlers(self.lookup),
            **lead.handlers(self.lead),
        }
        scheme = session.offered
        digits = {kind.id: kind.key for kind in scheme.labels} if scheme else {}
        table = bindings(self.settings.keys(), digits)
        self.keys.set_map(KeyMap(table))
        self.actions_.set_keys(table)
        self.desk.top_bar.show_search(
            self.actions_.actions["search"], next(iter(table["search"]), "")
        )

    # following the session

    def _on_project(self) -> None:
        ws = self.bridge.workspace
        self.rebind()
        self.desk.show_project(ws is not None)
        self.desk.welcome.show_error("")
        person = ws.person.name if ws and ws.person else ""
        self.desk.top_bar.show_names(ws.name if ws else "", person)
        self.desk.palette_.set_scheme(self.session.offered)
        self.desk.welcome.show_recent(self.settings.recent())
        self.desk.show_notice(tools.notice(ws))
        program = self.tr("Annotator")
        self.setWindowTitle(f"{ws.name} – {program}" if ws else program)
        self._on_article()

    def _on_article(self) -> None:
        self.finder.look_for(self.finder.bar.text if self.finder.bar.isVisible() else "")
        self._on_layer()
        self._on_queue()

    def _on_layer(self) -> None:
        showing.show_layer(self)
        self._lists_due.start()
        self._on_selection()

    def _on_selection(self) -> None:
        session = self.session
        self.keys.set_mode(partial(linking.key, session) if session.mode else None)
        self._cards_due.start()

    def _on_queue(self) -> None:
        showing.show_queue(self)

    def _on_failed(self, reason: str) -> None:
        self.desk.status.show_saved(False)
        self.desk.status.show_message(reason)
        self.desk.welcome.show_error(reason)

    def open_row(self, row: int) -> None:
        self.session.open_article(self.session.queue_model.article(row))
        self.session.focus_text()

    def select(self, span: SpanId) -> None:
        self.desk.view.select_span(span)
        self.session.focus_text()

    # preferences

    def apply_preferences(self) -> None:
        """Take over language, theme, size and the rest, at once."""
        wanted = self.settings.preferences()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        theme = style.theme_for(wanted.appearance)
        if theme is not self.theme:
            self.theme = theme
            style.apply(app, theme)
        if wanted.language != self._language:
            self._language = wanted.language
            i18n.set_language(app, wanted.language)
            self.retranslate()
        self.desk.set_theme(theme)
        self.actions_.set_theme(theme)
        view = self.desk.view
        view.set_font_size(wanted.font_size)
        view.set_lens(wanted.lens)
        view.set_visual_arrows(wanted.visual_arrows)
        for name, value in (("appearance", "theme"), ("language", "language")):
            self.actions_.check(f"{value}_{getattr(wanted, name)}", True)
        self.actions_.check("lens", wanted.lens)
        self.actions_.check("visual_arrows", wanted.visual_arrows)
        self.desk.header.set_font_size(wanted.font_size)
        self.show_panels()
        self._on_layer()

    def retranslate(self) -> None:
        """Say everything again in the language on screen."""
        self.actions_.retranslate()
        retitle(self._menus)
        self.desk.retranslate()
        self.desk.view.set_language(self._language)
        self._on_project()

    def show_panels(self) -> None:
        """Show or hide the panels as the person wishes."""
        for name, panel in (
            ("show_queue", self.desk.queue),
            ("show_inspector", self.desk.inspector),
        ):
            visible = self.settings.flag(name, default=True)
            panel.setVisible(visible)
            self.actions_.check(name, visible)

    def panes(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """Return the panes that F6 goes through, each with what gives it the focus."""
        return self.desk.panes()

    def import_paths(self, paths: list[Path]) -> None:
        """Offer files for import."""
        tools.import_articles(self, paths)

    # the window itself

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        files.dropped(self, [Path(url.toLocalFile()) for url in urls])

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.stop()
        states: dict[str, QByteArray] = {"geometry": self.saveGeometry(), **self.desk.states()}
        for key, state in states.items():
            self.settings.put(key, state)
        self.tasks.shut_down()
        self.bridge.close()
        event.accept()
