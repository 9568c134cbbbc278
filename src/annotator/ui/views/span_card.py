"""What the inspector says of the selected span: everything about it, and how to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.domain.article import Article
from annotator.domain.ids import EntityId, SpanId
from annotator.domain.layer import Layer
from annotator.domain.scheme import LabelType, Scheme
from annotator.domain.span import Entity, Relation, Span
from annotator.ui import i18n
from annotator.ui.models import rows
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.attribute_editor import AttributeEditor
from annotator.ui.widgets.column import Column, button_row
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import caption, label

_NEW = "\0new"
_QUOTED_LIMIT = 240


class SpanCard(QWidget):
    """Shows one span; every signal carries ids, never widgets."""

    attributeChanged = Signal(object, str, object)
    entityChosen = Signal(object, object)
    entityNamed = Signal(object, str)
    flagRequested = Signal(object)
    noteRequested = Signal(object)
    deleteRequested = Signal(object)
    unlinkRequested = Signal(object)
    pieceRemoved = Signal(object, int)
    spanChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._span: SpanId | None = None
        self._editor: AttributeEditor | None = None
        self._made_for: tuple[object, ...] = ()
        self._build()

    def _build(self) -> None:
        self._label = label(role="title")
        self._gone = label(role="gone")
        self._quoted = label(role="muted", wrap=True)
        self._note = label(wrap=True)
        self._attributes = Column()
        self._relations = Column()
        self._pieces = Column()
        self._entity_caption = caption()
        self._entity = ComboBox()
        self._entity.activated.connect(self._entity_activated)
        self._entity_name = QLineEdit()
        self._entity_name.returnPressed.connect(self._entity_typed)
        self._entity_name.hide()
        self._entity_row = QWidget()
        row = QHBoxLayout(self._entity_row)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._entity_caption, 0), (self._entity, 1)):
            row.addWidget(widget, stretch)
        row.addWidget(self._entity_name, 1)
        self._flag, self._note_button, self._delete = QPushButton(), QPushButton(), QPushButton()
        self._flag.clicked.connect(lambda: self.flagRequested.emit(self._span))
        self._note_button.clicked.connect(lambda: self.noteRequested.emit(self._span))
        self._delete.clicked.connect(lambda: self.deleteRequested.emit(self._span))
        self._origin = label(role="muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._label, self._gone, self._quoted, self._attributes, self._entity_row):
            layout.addWidget(part)
        for part in (self._relations, self._pieces, self._note):
            layout.addWidget(part)
        layout.addWidget(button_row(self._flag, self._note_button, self._delete))
        layout.addWidget(self._origin)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self._made_for = ()

    def focus_attributes(self) -> bool:
        """Give the focus to the first attribute; False where there is none."""
        return self._editor.focus_first() if self._editor else False

    def show_span(
        self,
        article: Article,
        layer: Layer,
        scheme: Scheme,
        span: Span,
        candidates: Sequence[Entity],
    ) -> None:
        """Show a span of a layer; `candidates` are entities it may refer to, likeliest first."""
        self._span = span.id
        kind = scheme.label(span.label)
        self._label.setText(rows.scheme_name(scheme, span.label))
        color = rows.label_color(scheme, span.label, self._theme)
        self._label.setStyleSheet(f"color: {color};")
        self._gone.setText(self.tr("no longer in the scheme"))
        self._gone.setVisible(kind is None)
        quoted = span.quoted(article.text)
        cut = quoted if len(quoted) <= _QUOTED_LIMIT else quoted[: _QUOTED_LIMIT - 1] + "…"
        self._quoted.setText(f"«{cut}»" if not cut.startswith("«") else cut)
        self._show_attributes(kind, span)
        self._show_entity(kind, layer, span, candidates)
        self._show_relations(article, layer, scheme, span)
        self._show_pieces(span)
        self._note.setText(span.note)
        self._note.setVisible(bool(span.note))
        self._show_buttons(span, layer)

    def _show_attributes(self, kind: LabelType | None, span: Span) -> None:
        made_for = (kind, i18n.language())
        if made_for != self._made_for:
            self._made_for = made_for
            self._attributes.clear()
            self._editor = AttributeEditor(kind.attributes if kind else ())
            self._editor.changed.connect(
                lambda name, value: self.attributeChanged.emit(self._span, name, value)
            )
            self._attributes.add(self._editor)
        if self._editor:
            self._editor.show_values(span.attributes)

    def _show_entity(
        self, kind: LabelType | None, layer: Layer, span: Span, candidates: Sequence[Entity]
    ) -> None:
        self._entity_row.setVisible(bool(kind and kind.has_entity))
        self._entity_name.hide()
        self._entity.show()
        self._entity_caption.setText(self.tr("Entity"))
        self._entity.setAccessibleName(self.tr("Entity"))
        self._entity_name.setAccessibleName(self.tr("Name of the new entity"))
        self._entity_name.setPlaceholderText(self.tr("Name, then Enter"))
        self._entity.clear()
        self._entity.addItem("—", None)
        own = layer.entities.get(span.entity) if span.entity else None
        listed = [*([own] if own and own not in candidates else []), *candidates]
        for entity in listed:
            self._entity.addItem(entity.name or entity.id, entity.id)
        self._entity.addItem(self.tr("New entity…"), _NEW)
        self._entity.choose(span.entity)

    def _show_relations(self, article: Article, layer: Layer, scheme: Scheme, span: Span) -> None:
        self._relations.clear()
        for relation in sorted(layer.relations_of(span.id), key=lambda r: r.label):
            if {relation.source, relation.target} <= layer.spans.keys():
                self._relations.add(self._relation_row(article, layer, scheme, relation, span))
        self._relations.setVisible(not self._relations.is_empty)

    def _relation_row(
        self, article: Article, layer: Layer, scheme: Scheme, relation: Relation, span: Span
    ) -> QWidget:
        outgoing = relation.source == span.id
        other = layer.spans[relation.target if outgoing else relation.source]
        name = rows.relation_name(scheme, relation.label)
        named = caption(name if outgoing else f"↩ {name}")
        text = " ".join(other.quoted(article.text).split())
        target = QPushButton(_cut(text).replace("&", "&&"))
        target.setToolTip(text[:_QUOTED_LIMIT])
        target.setAccessibleName(f"{name}: {text[:80]}")
        target.clicked.connect(lambda: self.spanChosen.emit(other.id))
        remove = QPushButton("✕")
        remove.setToolTip(self.tr("Remove this link"))
        remove.setAccessibleName(self.tr("Remove this link"))
        remove.clicked.connect(lambda: self.unlinkRequested.emit(relation.id))
        return _relation_box(named, target, remove)

    def _show_pieces(self, span: Span) -> None:
        self._pieces.clear()
        self._pieces.setVisible(span.is_split)
        for index, piece in enumerate(span.pieces if span.is_split else ()):
            template = self.tr("piece {start}–{end}")
            words = i18n.digits(template.format(start=piece.start, end=piece.end))
            remove = QPushButton("✕")
            remove.setToolTip(self.tr("Remove this piece"))
            remove.setAccessibleName(self.tr("Remove this piece"))
            remove.clicked.connect(lambda _=False, i=index: self.pieceRemoved.emit(self._span, i))
            self._pieces.add(_relation_box(label(words, "muted"), None, remove))

    def _show_buttons(self, span: Span, layer: Layer) -> None:
        self._flag.setText(self.tr("Take the flag away") if span.flag else self.tr("Flag"))
        self._note_button.setText(self.tr("Edit the note") if span.note else self.tr("Note"))
        self._delete.setText(self.tr("Delete"))
        who = layer.key.annotator or self.tr("gold")
        when = i18n.moment_text(span.modified or span.created)
        parts = [i18n.digits(who), when, "" if span.origin == "manual" else span.origin]
        self._origin.setText(" · ".join(part for part in parts if part))

    def _entity_activated(self) -> None:
        chosen = self._entity.currentData()
        if chosen == _NEW:
            self._entity.hide()
            self._entity_name.clear()
            self._entity_name.show()
            self._entity_name.setFocus()
            return
        self.entityChosen.emit(self._span, EntityId(chosen) if chosen else None)

    def _entity_typed(self) -> None:
        name = self._entity_name.text().strip()
        if name:
            self.entityNamed.emit(self._span, name)


def _relation_box(named: QWidget, target: QPushButton | None, remove: QPushButton) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(named, 0 if target else 1)
    if target:
        target.setProperty("role", "target")
        layout.addWidget(target, 1)
    remove.setProperty("role", "quiet")
    layout.addWidget(remove)
    return box


def _cut(text: str, limit: int = 24) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
