"""The export dialog: what it says before it writes, and what it writes."""

import pytest

from annotator.formats.loss import WORDING
from annotator.formats.registry import FORMATS
from annotator.ui import format_wording
from annotator.ui.dialogs.export_dialog import ExportDialog
from ui.desk import TEXTS


@pytest.fixture
def dialog(window, qtbot):
    made = ExportDialog(window.bridge.workspace, window.tasks, window)
    made.show()
    qtbot.waitUntil(lambda: bool(made.preview.toPlainText()))
    return made


def choose(dialog, qtbot, name):
    dialog.format.choose(next(one for one in FORMATS if one.name == name))
    dialog.format.activated.emit(dialog.format.currentIndex())
    qtbot.waitUntil(lambda: bool(dialog.preview.toPlainText()))


def test_every_loss_and_every_written_format_has_words():
    assert set(format_wording.LOSSES) == set(WORDING)
    assert {one.name for one in FORMATS if one.writes} == set(format_wording._HOLDS)


def test_the_first_records_and_the_losses_stand_there_before_writing(dialog, qtbot):
    assert '"a1"' in dialog.preview.toPlainText()
    choose(dialog, qtbot, "conll")

    assert dialog.path.text().endswith(".conll")
    assert len(dialog.losses.toPlainText().splitlines()) > 1
    assert "a1" in dialog.losses.toPlainText()


def test_a_format_that_is_no_text_is_not_shown_as_one(dialog, qtbot):
    choose(dialog, qtbot, "spans-xlsx")

    assert "PK" not in dialog.preview.toPlainText()


def test_a_split_is_written_into_a_folder(dialog, qtbot, tmp_path):
    dialog._splits.setChecked(True)
    dialog.path.setText(str(tmp_path / "parts"))
    dialog.split.boxes["train"].setValue(70)
    dialog.accept()
    assert dialog.error.text()
    dialog.split.boxes["dev"].setValue(20)
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.report is not None)

    assert dialog.report.articles == len(TEXTS)
    assert sorted(p.name for p in (tmp_path / "parts").iterdir()) == [
        "dev.jsonl",
        "test.jsonl",
        "train.jsonl",
    ]


def test_a_file_that_cannot_be_written_is_said_in_the_dialog(dialog, qtbot, tmp_path):
    dialog.path.setText(str(tmp_path / "none" / "out.jsonl"))
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.error.text()))

    assert dialog.accept_button.isEnabled()
    assert dialog.report is None
