"""Who gets which articles: people, the share labelled by several, a round, training or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from annotator.ui import i18n
from annotator.ui.dialogs.base import FormDialog
from annotator.ui.widgets.labels import label


class AssignDialog(FormDialog):
    """Ends with what was chosen; `take_back` when the lead wants everything free again."""

    def __init__(
        self,
        people: Sequence[str],
        articles: int,
        given: Sequence[str],
        round_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Assign articles"))
        self.accept_button.setText(self.tr("Assign"))
        self.take_back = False
        self._people = QListWidget()
        self._people.setProperty("role", "framed")
        self._people.setAccessibleName(self.tr("People"))
        for name in people:
            item = QListWidgetItem(name, self._people)
            item.setCheckState(Qt.CheckState.Checked)
        self._round = QLineEdit(round_name)
        self._training = QCheckBox(self.tr("Training: gold is shown to whoever has finished"))
        self._share, self._together = _number(0, 100, 20), _number(1, max(1, len(people)), 2)
        self._seed = _number(0, 9999, 1)
        self._share.setSuffix("٪" if i18n.language() == "fa" else " %")
        self._only_new = QCheckBox(self.tr("Only articles that nobody has yet"))
        self._only_new.setChecked(True)
        self._build(articles, given)

    def _build(self, articles: int, given: Sequence[str]) -> None:
        count = i18n.fill(self.tr("Articles in the project: {count}"), count=articles)
        self.add(label(count, "muted"), label(self.tr("Who gets articles"), "section"))
        self.add(self._people)
        form = QWidget()
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        for name, field in (
            (self.tr("Round"), self._round),
            (self.tr("Share labelled by several"), self._share),
            (self.tr("by how many each"), self._together),
            (self.tr("Seed of the draw"), self._seed),
        ):
            field.setAccessibleName(name)
            rows.addRow(name, field)
        self.add(form, self._training, self._only_new)
        if given:
            self.add(label("\n".join(given), "muted", wrap=True))
            free = QPushButton(self.tr("Take back what nobody has begun"))
            free.clicked.connect(self._free)
            self.add(free)
        self.finish()
        self.setMinimumWidth(440)

    def _free(self) -> None:
        self.take_back = True
        super().accept()

    @property
    def people(self) -> list[str]:
        """The people who get articles."""
        items = [self._people.item(row) for row in range(self._people.count())]
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]

    @property
    def round_name(self) -> str:
        """The name of the round."""
        return self._round.text().strip()

    @property
    def is_training(self) -> bool:
        """Whether the round is for training."""
        return self._training.isChecked()

    @property
    def share(self) -> float:
        """The share that several people label, 0 to 1."""
        return self._share.value() / 100

    @property
    def together(self) -> int:
        """How many people label each of those."""
        return self._together.value()

    @property
    def seed(self) -> int:
        """What the draw starts from."""
        return self._seed.value()

    @property
    def only_new(self) -> bool:
        """Whether articles that somebody has already are left as they are."""
        return self._only_new.isChecked()

    def accept(self) -> None:
        if not self.round_name:
            self.show_error(self.tr("Write a name for the round."))
        elif len(self.people) < self.together:
            self.show_error(self.tr("Choose at least as many people as shall label an article."))
        else:
            super().accept()


def _number(low: int, high: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(low, high)
    field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    field.setValue(min(value, high))
    return field
