"""The dialog for a new project: where, by whom, with which label scheme."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator import assets
from annotator.domain import scheme_file
from annotator.domain.errors import SchemeError
from annotator.domain.scheme import Scheme
from annotator.ui import i18n
from annotator.ui.dialogs.base import SUFFIX, FormDialog, ask_save, documents, path_field
from annotator.ui.widgets.combo_box import ComboBox
from annotator.ui.widgets.labels import label

_SCHEMES = "schemes"


@dataclass(frozen=True, slots=True)
class NewProject:
    """What the dialog asks for."""

    path: Path
    lead: str
    scheme: Scheme


class NewProjectDialog(FormDialog):
    """Ends with `answer` set when accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("New project"))
        self.accept_button.setText(self.tr("Make the project"))
        self.answer: NewProject | None = None
        self._own_scheme: Scheme | None = None
        self.name_field = QLineEdit(_user_name())
        self.name_field.setAccessibleName(self.tr("Your name"))
        self.path_field = path_field(str(_free_path()), self.tr("Project file"))
        self.schemes = ComboBox()
        self.schemes.setAccessibleName(self.tr("Label scheme"))
        for scheme in shipped_schemes():
            self.schemes.addItem(scheme.name.get(i18n.language()), scheme)
        self.schemes.addItem(self.tr("From a file…"), None)
        self.schemes.activated.connect(self._scheme_activated)
        browse = QPushButton(self.tr("Browse…"))
        browse.clicked.connect(self._browse)
        self.add(label(self.tr("Your name (you lead the project; you can add others later)")))
        self.add(self.name_field, label(self.tr("Project file")), _row(self.path_field, browse))
        self.add(label(self.tr("Label scheme")), self.schemes)
        self.finish()
        self.resize(520, self.sizeHint().height())

    def accept(self) -> None:
        path = Path(self.path_field.text().strip()).expanduser()
        lead = self.name_field.text().strip()
        scheme = self.schemes.currentData() or self._own_scheme
        if not lead:
            self.show_error(self.tr("Write your name, so that your work can be told from others'."))
        elif not path.name:
            self.show_error(self.tr("Say where the project shall lie."))
        elif scheme is None:
            self.show_error(self.tr("Choose a label scheme."))
        elif path.with_suffix(SUFFIX).exists():
            self.show_error(self.tr("This file exists already: choose another name."))
        else:
            self.answer = NewProject(path.with_suffix(SUFFIX), lead, scheme)
            super().accept()

    def _browse(self) -> None:
        kind = f"{i18n.translate('Dialogs', 'Projects')} (*{SUFFIX})"
        chosen = ask_save(self, self.tr("New project"), Path(self.path_field.text()), kind)
        if chosen:
            self.path_field.setText(str(chosen.with_suffix(SUFFIX)))

    def _scheme_activated(self) -> None:
        if self.schemes.currentData() is not None:
            return
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Label scheme"), str(documents()), "*.json *.toml"
        )
        try:
            if name:
                text = Path(name).read_text(encoding="utf-8")
                self._own_scheme = scheme_file.parse_text(text, toml=name.endswith(".toml"))
                self.show_error("")
        except (SchemeError, OSError, UnicodeDecodeError) as error:
            self.show_error(str(error))
            self.schemes.setCurrentIndex(0)


def shipped_schemes() -> list[Scheme]:
    """Return the label schemes that come with the program."""
    names = [name for name in assets.names(_SCHEMES) if name.endswith(".json")]
    return [scheme_file.parse_text(assets.read_text(f"{_SCHEMES}/{name}")) for name in names]


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _free_path() -> Path:
    base = documents() / f"annotator{SUFFIX}"
    numbered = (base.with_stem(f"annotator-{n}") for n in range(2, 1000))
    return next((p for p in (base, *numbered) if not p.exists()), base)


def _row(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return box
