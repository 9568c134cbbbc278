"""The pages of the scheme editor: one for each kind of part; they show and tell, and keep nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from annotator.domain.scheme import AttributeKind, Guillemets, Overlap
from annotator.ui import i18n
from annotator.ui.dialogs.scheme_fields import ColorField, EndsField, ValuesField, color_fields
from annotator.ui.i18n import QT_TRANSLATE_NOOP, translate
from annotator.ui.models.scheme_draft import Part, Path, SchemeDraft
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label

_OVERLAPS = (
    (Overlap.NONE, QT_TRANSLATE_NOOP("SchemePages", "may not share text")),
    (Overlap.NEST, QT_TRANSLATE_NOOP("SchemePages", "one may lie within the other")),
    (Overlap.FREE, QT_TRANSLATE_NOOP("SchemePages", "may overlap freely")),
)
_GUILLEMETS = (
    (Guillemets.IN, QT_TRANSLATE_NOOP("SchemePages", "belong to the span")),
    (Guillemets.OUT, QT_TRANSLATE_NOOP("SchemePages", "stay outside of the span")),
    (Guillemets.KEEP, QT_TRANSLATE_NOOP("SchemePages", "as they are marked")),
)
_KINDS = (
    (AttributeKind.CHOICE, QT_TRANSLATE_NOOP("SchemePages", "one value of a list")),
    (AttributeKind.LIST, QT_TRANSLATE_NOOP("SchemePages", "several values of a list")),
    (AttributeKind.TEXT, QT_TRANSLATE_NOOP("SchemePages", "free text")),
    (AttributeKind.TEXT_LIST, QT_TRANSLATE_NOOP("SchemePages", "several free texts")),
    (AttributeKind.ENTITY, QT_TRANSLATE_NOOP("SchemePages", "entity: who or what is meant")),
)
W = TypeVar("W", bound=QWidget)
Show = Callable[[Part, SchemeDraft], None]


class Page(QWidget):
    """A form for one part; emits `edited(key, value)`; None takes the key away."""

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(4, 4, 12, 4)
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(14)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._shows: list[Show] = []
        self._fields: dict[str, QWidget] = {}

    def show_part(self, draft: SchemeDraft, path: Path) -> None:
        """Show a part of a draft."""
        part = draft.part(path)
        for show in self._shows:
            show(part, draft)

    def mark(self, key: str) -> None:
        """Mark the field of a key as wrong, and no other."""
        for name, field in self._fields.items():
            wrong = name == key
            if bool(field.property("invalid")) != wrong:
                field.setProperty("invalid", wrong)
                field.style().unpolish(field)
                field.style().polish(field)

    def line(self, key: str, name: str, *, code: bool = False, optional: bool = False) -> QLineEdit:
        """Add a field for a text; `code` reads left to right, `optional` may be left out."""
        field = QLineEdit()
        if code:
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.textEdited.connect(
            lambda text: self.edited.emit(key, (text or None) if optional else text)
        )
        self._shows.append(lambda part, _: _set_text(field, part.get(key, "")))
        return self._row(key, name, field)

    def check(self, key: str, name: str, on: object = True, off: object = None) -> QCheckBox:
        """Add a tick; ticked the part has the value `on`, else `off` (None: no such key)."""
        box = QCheckBox(name)
        box.clicked.connect(lambda ticked: self.edited.emit(key, on if ticked else off))
        self._shows.append(lambda part, _: box.setChecked(part.get(key) == on))
        self.form.addRow("", box)
        self._fields[key] = box
        return box

    def choice(self, key: str, name: str, entries: Sequence[tuple[str, str]]) -> ComboBox:
        """Add a choice among values with texts to translate."""
        box = ComboBox()
        for value, source in entries:
            box.addItem(translate("SchemePages", source), str(value))
        box.activated.connect(lambda: self.edited.emit(key, box.currentData()))
        first = str(entries[0][0])
        self._shows.append(lambda part, _: box.choose(part.get(key, first)))
        return self._row(key, name, box)

    def nested(self, key: str, inner: str, name: str, field: Any, signal: Any) -> None:
        """Add a field for a value inside an object of the part, such as a colour."""
        state: dict[str, Part] = {}

        def show(part: Part, _: SchemeDraft) -> None:
            state["object"] = part.get(key, {})
            field.show_value(state["object"].get(inner, ""))

        signal.connect(lambda value: self.edited.emit(key, {**state["object"], inner: value}))
        self._shows.append(show)
        self._row(key, name, field)

    def explain(self, text: str) -> None:
        """Add a muted sentence."""
        self.form.addRow(label(text, "muted", wrap=True))

    def _row(self, key: str, name: str, field: W) -> W:
        field.setAccessibleName(field.accessibleName() or name)
        self.form.addRow(label(name), field)
        self._fields[key] = field
        return field


class SchemePage(Page):
    """The scheme as a whole."""

    def __init__(self) -> None:
        super().__init__()
        for inner, name in (("fa", self.tr("Persian name")), ("en", self.tr("English name"))):
            field = _Line()
            self.nested("name", inner, name, field, field.textEdited)
        self.choice(
            "different_labels_overlap", self.tr("Spans of different labels"), _OVERLAPS[::-1]
        )
        self.explain(
            self.tr(
                "Saving makes a new version of the scheme. Work stays as it is; what the new "
                "version no longer has is kept and listed as a problem."
            )
        )


class LabelPage(Page):
    """A label."""

    def __init__(self) -> None:
        super().__init__()
        self.line("fa", self.tr("Persian name"))
        self.line("en", self.tr("English name"))
        self.line("id", self.tr("Id in the data"), code=True)
        key = self.line("key", self.tr("Key (1 to 9)"), code=True, optional=True)
        key.setMaxLength(1)
        for inner, ground in color_fields():
            name = self.tr("Colour, light") if inner == "light" else self.tr("Colour, dark")
            field = ColorField(name, ground)
            self.nested("color", inner, name, field, field.changed)
        marks = _Choice([(v, translate("SchemePages", s)) for v, s in _GUILLEMETS])
        self.nested("edges", "guillemets", self.tr("Guillemets at the edge"), marks, marks.chosen)
        trim = _Line()
        trim.setToolTip(self.tr("Characters that never stand at an edge of the span"))
        self.nested("edges", "trim", self.tr("Never at an edge"), trim, trim.textEdited)
        self.choice("same_label_overlap", self.tr("Two spans of this label"), _OVERLAPS)
        self.check("layer", self.tr("Optional: its key can be switched off"), "optional", "core")
        for inner, name in (
            ("help_fa", self.tr("Help, Persian")),
            ("help_en", self.tr("Help, English")),
        ):
            self._help(inner, name)

    def _help(self, key: str, name: str) -> None:
        field = QPlainTextEdit()
        field.setFixedHeight(56)
        field.setTabChangesFocus(True)

        def show(part: Part, _: SchemeDraft) -> None:
            field.blockSignals(True)
            if field.toPlainText() != part.get(key, ""):
                field.setPlainText(part.get(key, ""))
            field.blockSignals(False)

        field.textChanged.connect(lambda: self.edited.emit(key, field.toPlainText() or None))
        self._shows.append(show)
        self._row(key, name, field)


class AttributePage(Page):
    """An attribute of a label or of the article."""

    def __init__(self) -> None:
        super().__init__()
        self.line("fa", self.tr("Persian name"))
        self.line("en", self.tr("English name"))
        self.line("id", self.tr("Id in the data"), code=True)
        self.choice("type", self.tr("What it takes"), _KINDS)
        values = ValuesField()
        values.changed.connect(partial(self.edited.emit, "values"))
        self._shows.append(lambda part, _: values.show_value(part.get("values", ())))
        self._row("values", self.tr("Values"), values)
        default = self.line("default", self.tr("Value to begin with"), code=True, optional=True)
        default.setToolTip(self.tr("One of the values; empty: none"))
        self.check("required", self.tr("Required: where it is empty, that is listed"), True, False)
        self.check("auto", self.tr("Filled in by the program where it can"), True, None)


class RelationPage(Page):
    """A relation between spans."""

    def __init__(self) -> None:
        super().__init__()
        self.line("fa", self.tr("Persian name"))
        self.line("en", self.tr("English name"))
        self.line("id", self.tr("Id in the data"), code=True)
        for key, name in (("from", self.tr("Leads from")), ("to", self.tr("Leads to"))):
            self._ends(key, name)
        self._count("min", self.tr("At least"), 0)
        limit = self._count("max", self.tr("At most"), None)
        limit.setSpecialValueText(self.tr("no limit"))
        self.check("same_label", self.tr("Only between spans of the same label"))
        self.check("layer", self.tr("Optional: it can be switched off"), "optional")

    def _ends(self, key: str, name: str) -> None:
        field = EndsField(name)
        field.changed.connect(partial(self.edited.emit, key))

        def show(part: Part, draft: SchemeDraft) -> None:
            labels = [(one["id"], name_of(one)) for one in draft.data["labels"]]
            field.show_value(labels, part[key])

        self._shows.append(show)
        self._row(key, name, field)

    def _count(self, key: str, name: str, nothing: int | None) -> QSpinBox:
        field = QSpinBox(maximum=99)
        field.valueChanged.connect(lambda value: self.edited.emit(key, value or nothing))

        def show(part: Part, _: SchemeDraft) -> None:
            field.blockSignals(True)
            field.setValue(part.get(key) or 0)
            field.blockSignals(False)

        self._shows.append(show)
        self._row(key, name, field)
        return field


class _Line(QLineEdit):
    def show_value(self, text: str) -> None:
        _set_text(self, text)


class _Choice(ComboBox):
    chosen = Signal(object)

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        for value, name in entries:
            self.addItem(name, str(value))
        self.activated.connect(lambda: self.chosen.emit(self.currentData()))

    def show_value(self, value: str) -> None:
        self.choose(value)


def name_of(part: Part) -> str:
    """Return the name of a part in the language on screen, its id where it has none."""
    first, second = ("fa", "en") if i18n.language() == "fa" else ("en", "fa")
    return str(part.get(first) or part.get(second) or part.get("id", ""))


def _set_text(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
