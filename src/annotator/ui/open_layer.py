"""What lies open: project, article, layer, selection and mode, to be read; `session` changes it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from annotator.domain.article import Article
from annotator.domain.ids import SpanId
from annotator.domain.layer import Layer
from annotator.domain.rules import Problem, problems
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.ui.bridge import Bridge
from annotator.ui.settings import Settings
from annotator.ui.views.article_view import ArticleView
from annotator.ui.work_queue import WorkQueue
from annotator.workspace import schemes
from annotator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LinkMode:
    """A link being made: the relation's type and the span it starts from."""

    relation: str
    source: SpanId


class OpenLayer(QObject):
    """Signals: `articleChanged` another article or none; `layerChanged` its layer;
    `selectionChanged` span, range or mode; `projectChanged` project or person.
    """

    articleChanged = Signal()
    layerChanged = Signal()
    selectionChanged = Signal()
    projectChanged = Signal()
    message = Signal(str)

    def __init__(
        self, bridge: Bridge, view: ArticleView, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.view = view
        self.settings = settings
        self.queue = WorkQueue(bridge, self)
        self.queue_model = self.queue.model
        self.article: Article | None = None
        self.layer: Layer | None = None
        self._problems: list[Problem] | None = None
        self.mode: LinkMode | None = None
        self.last_label = ""
        self.of_gold = False
        self.problem_place = -1
        self._recent: SpanId | None = None

    # what is there

    @property
    def workspace(self) -> Workspace | None:
        """The open project."""
        return self.bridge.workspace

    @property
    def scheme(self) -> Scheme | None:
        """The scheme of the open project."""
        return self.workspace.scheme if self.workspace else None

    @property
    def offered(self) -> Scheme | None:
        """The scheme without the keys of what is switched off."""
        return schemes.offered(self.workspace) if self.workspace else None

    @property
    def span(self) -> Span | None:
        """The selected span."""
        selected = self.view.selected_span
        return self.layer.spans.get(selected) if self.layer and selected else None

    @property
    def recent_span(self) -> Span | None:
        """The span that was selected last, also when a text selection took its place."""
        return self.layer.spans.get(self._recent) if self.layer and self._recent else None

    @property
    def may_edit(self) -> bool:
        """Tell whether somebody is present and the project can be written."""
        ws = self.workspace
        return bool(ws and ws.person and not ws.read_only and self.layer)

    @property
    def position(self) -> int:
        """The row of the open article in the queue, -1 where the filter leaves it out."""
        return self.queue_model.row_of(self.article.id if self.article else None)

    @property
    def words(self) -> int:
        """The length of the open article in words, as the queue says it."""
        words = self.queue.words(self.position)
        if words is None:
            words = len(self.article.text.split()) if self.article else 0
        return words

    @property
    def problems(self) -> list[Problem]:
        """The problems of the open layer, looked for when first asked."""
        if self._problems is None:
            there = self.article and self.layer and self.scheme
            args = (self.article, self.layer, self.scheme)
            self._problems = problems(*args) if there else []  # type: ignore[arg-type]
        return self._problems
