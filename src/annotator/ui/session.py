"""What lies on the desk: the open article, the layer of who is present, the selection, the mode.

Commands act on a session; it keeps the article view in step with the workspace. It decides nothing
about annotations: that is `workspace.operations`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Qt

from annotator.domain.article import Article
from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId, SpanId
from annotator.domain.layer import Layer, LayerKey
from annotator.ui import error_wording
from annotator.ui.bridge import Bridge
from annotator.ui.open_layer import OpenLayer
from annotator.ui.settings import Settings
from annotator.ui.views.article_view import ArticleView
from annotator.workspace import places
from annotator.workspace.sample import LAST_PERSON
from annotator.workspace.workspace import Workspace

P = ParamSpec("P")


_OF_THE_PROJECT = {"scheme", "people", "project"}


class Session(OpenLayer):
    """Opens articles and layers, and keeps what is shown in step with the workspace."""

    def __init__(
        self, bridge: Bridge, view: ArticleView, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(bridge, view, settings, parent)
        bridge.changed.connect(self._on_changed)
        view.spanSelected.connect(self._on_span)
        view.rangeSelected.connect(lambda *_: self.selectionChanged.emit())

    # project and person

    def start(self, person: str | None = None) -> None:
        """Begin work in a project that was just opened: as a person, at the place she left."""
        self._clear()
        ws = self.workspace
        assert ws is not None
        names = [one.name for one in ws.people() if one.active]
        wanted = person or str(ws.setting(LAST_PERSON, ""))
        name = wanted if wanted in names else (names[0] if names else "")
        if name:
            self.sign_in(name)
        else:
            self._restart()

    def sign_in(self, name: str) -> None:
        """Let a person work: her layers, her place."""
        self.remember_place()
        self.of_gold = False
        ws = self.workspace
        assert ws is not None
        if self.bridge.run(Workspace.sign_in, name) is not None:
            self.bridge.run(Workspace.set_setting, LAST_PERSON, name)
        self._restart()

    def stop(self) -> None:
        """Leave the project, which is about to be closed."""
        self.remember_place()
        self._clear()

    def _clear(self) -> None:
        """Let go of whatever belongs to the project before."""
        self.queue.clear()
        self._show(None)

    def _restart(self) -> None:
        self._show(None)
        self.projectChanged.emit()
        self.queue.unfilter()
        article = places.last_article(self.workspace) if self.workspace else None
        first = self.queue_model.article(max(self.queue_model.first_open(-1), 0))
        if article or first:
            self.open_article(article or first)

    # article and layer

    def open_article(self, article: ArticleId | None, span: SpanId | None = None) -> None:
        """Open an article at the place where it was left, or at a span."""
        ws = self.workspace
        if ws is None or article is None:
            return
        if self.article is None or self.article.id != article:
            self.remember_place()
            try:
                found = ws.article(article)
            except UserError as error:
                self.message.emit(error_wording.shown(str(error)))
                return
            self._show(found)
            self._restore_place(found)
        if span:
            self.view.select_span(span)

    def open_layer(self, article: ArticleId, *, of_gold: bool) -> None:
        """Open gold of an article instead of one's own layers, or those again."""
        if self.workspace is not None:
            self.remember_place()
            self.of_gold = of_gold
            self._show(self.workspace.article(article))

    def _show(self, article: Article | None) -> None:
        self.leave_mode()
        self.article, self.layer = article, None
        self.problem_place, self._recent = -1, None
        ws = self.workspace
        if article is None or ws is None:
            self.view.clear_article()
        else:
            own = ws.person.name if ws.person else ""
            key = LayerKey(article.id, None if self.of_gold else own)
            self.layer = ws.layer(key) if ws.person else Layer(key)
            self.view.set_article(article, self.layer, ws.scheme)
        self._problems = None
        self.articleChanged.emit()
        self.layerChanged.emit()
        self.selectionChanged.emit()

    def edit(
        self,
        operation: Callable[Concatenate[Workspace, LayerKey, P], Any],
        *args: P.args,
        **kw: P.kwargs,
    ) -> Affected | None:
        """Run an operation on the open layer; the focus goes back to the text."""
        if self.layer is None or not self.may_edit:
            self.message.emit(self.tr("Choose who is working first: the menu People."))
            return None
        result = self.bridge.run(operation, self.layer.key, *args, **kw)
        self.focus_text()
        if not isinstance(result, Affected):
            return None
        if result.selected and result.selected in self.layer.spans:
            self.view.select_span(SpanId(result.selected))
        return result

    def focus_text(self) -> None:
        """Give the focus back to the article, unless a page stands in its place."""
        if self.view.isVisibleTo(self.view.window()):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_mode(self) -> None:
        """End linking, if it goes on."""
        if self.mode is not None:
            self.mode = None
            self.view.end_link()
            self.selectionChanged.emit()

    def _on_span(self, span: SpanId | None) -> None:
        if span is not None:
            self._recent = span
        self.selectionChanged.emit()

    def _on_changed(self, affected: Affected, _origin: object) -> None:
        ws = self.workspace
        if ws is None:
            return
        if self.layer is not None and self.layer.key not in affected.layers and affected.layers:
            mine = [key for key in affected.layers if key.annotator == self.layer.key.annotator]
            if len(affected.layers) == 1 and mine:
                self.open_article(mine[0].article)
        if _OF_THE_PROJECT & affected.kinds:
            self._adopt_project()
        self.reload()
        if affected.selected and self.layer and affected.selected in self.layer.spans:
            self.view.select_span(SpanId(affected.selected))
        self.queue.refresh_soon(affected.articles)

    def _adopt_project(self) -> None:
        """Take over another scheme, name or list of people."""
        self.projectChanged.emit()
        if self.article is not None:
            caret = self.view.caret()
            self._show(self.article)
            self.view.set_caret(caret)

    def reload(self) -> None:
        """Take the open layer afresh from the workspace."""
        ws = self.workspace
        if ws is None or self.layer is None:
            return
        layer = ws.layer(self.layer.key) if ws.person else self.layer
        if layer is not self.layer:
            self.layer = layer
            self.leave_mode()
            self.view.set_layer(layer)
            self._problems = None
        self.layerChanged.emit()

    def refresh_after_import(self) -> None:
        """Show what an import brought, by whichever connection."""
        ws = self.workspace
        if ws is None:
            return
        self.bridge.run(Workspace.refresh)
        self.projectChanged.emit()
        self.reload()
        self.queue.refresh()
        if self.article is None:
            self.open_article(self.queue_model.article(max(self.queue_model.first_open(-1), 0)))

    # places

    def remember_place(self) -> None:
        """Store where the article was left, for this person."""
        ws, article = self.workspace, self.article
        if ws is not None and ws.person is not None and article is not None:
            self.bridge.run(
                places.remember, article.id, self.view.caret(), self.view.scroll_position()
            )

    def _restore_place(self, article: Article) -> None:
        ws = self.workspace
        place = places.place_in(ws, article.id) if ws else None
        if place is not None:
            self.view.set_caret(min(place[0], len(article.text)))
            self.view.restore_scroll(place[1])
