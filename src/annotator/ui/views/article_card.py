"""What the inspector says of the article while no span is selected: its own attributes and note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.ui import i18n, wording
from annotator.ui.views.attribute_editor import AttributeEditor
from annotator.ui.widgets.column import button_row
from annotator.ui.widgets.labels import label


class ArticleCard(QWidget):
    """Shows the state of a layer; emits what a person wants changed."""

    attributeChanged = Signal(str, object)
    flagRequested = Signal()
    noteRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor: AttributeEditor | None = None
        self._made_for: tuple[object, ...] = ()
        self._title = label(role="title")
        self._status = label(role="muted")
        self._hint = label(role="muted", wrap=True)
        self._note = label(wrap=True)
        self._flag, self._note_button = QPushButton(), QPushButton()
        self._flag.clicked.connect(self.flagRequested)
        self._note_button.clicked.connect(self.noteRequested)
        self._attributes = QWidget()
        inner = QVBoxLayout(self._attributes)
        inner.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._title, self._status, self._attributes, self._note):
            layout.addWidget(part)
        layout.addWidget(button_row(self._flag, self._note_button))
        layout.addWidget(self._hint)

    def show_layer(self, layer: Layer, scheme: Scheme) -> None:
        """Show what a layer says of the article as a whole."""
        state = layer.state
        self._title.setText(self.tr("This article"))
        self._status.setText(wording.status(layer.status))
        self._hint.setText(self.tr("Select words and press a label's key."))
        made_for = (scheme.document, i18n.language())
        if made_for != self._made_for:
            self._made_for = made_for
            self._make_editor(scheme)
        if self._editor:
            self._editor.show_values(state.document if state else {})
        flagged, note = (state.flag, state.note) if state else (False, "")
        self._flag.setText(self.tr("Take the question back") if flagged else self.tr("Question"))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._note_button.setText(self.tr("Edit the note") if note else self.tr("Note"))

    def focus_attributes(self) -> bool:
        """Give the focus to the first attribute; False where there is none."""
        return self._editor.focus_first() if self._editor else False

    def _make_editor(self, scheme: Scheme) -> None:
        if self._editor:
            self._editor.deleteLater()
        self._editor = AttributeEditor(scheme.document)
        self._editor.changed.connect(self.attributeChanged)
        layout = self._attributes.layout()
        if layout is not None:
            layout.addWidget(self._editor)
