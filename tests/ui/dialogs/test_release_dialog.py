"""The dialog of a data set: the folder it makes is the one that was asked for."""

import json

import pytest
from PySide6.QtCore import Qt

from annotator.ui.dialogs.release_dialog import ReleaseDialog
from ui.desk import LEAD, TEXTS


@pytest.fixture
def dialog(window, qtbot, tmp_path):
    made = ReleaseDialog(window.bridge.workspace, window.tasks, window)
    made.show()
    made.folder.setText(str(tmp_path / "set"))
    return made


def test_the_folder_is_made_and_its_content_said(dialog, qtbot, tmp_path):
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.report is not None)

    assert dialog.report.articles == len(TEXTS)
    assert (tmp_path / "set" / "DATASHEET.md").exists()
    assert "DATASHEET.md" in dialog.made.toPlainText()
    assert dialog.made.isVisible()


def test_shares_seed_labels_names_and_layers_reach_the_release(dialog):
    dialog.split.boxes["train"].setValue(60)
    dialog.split.boxes["dev"].setValue(40)
    dialog.split.boxes["test"].setValue(0)
    dialog.split.seed.setValue(7)
    dialog.stratify.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.pseudonyms.setChecked(True)
    dialog.whose.setCurrentIndex(dialog.whose.findText(LEAD, Qt.MatchFlag.MatchContains))
    options = dialog._options()

    assert options.export.split == {"train": 0.6, "dev": 0.4}
    assert options.export.seed == 7
    assert options.export.annotators == (LEAD,)
    assert len(options.stratify) == 1
    assert options.pseudonyms


def test_shares_that_do_not_add_up_are_refused(dialog):
    dialog.split.boxes["train"].setValue(10)
    dialog.accept()

    assert dialog.error.text()
    assert not dialog.is_working


def test_nothing_to_release_and_a_full_folder_are_said_in_the_dialog(dialog, qtbot, tmp_path):
    dialog.whose.setCurrentIndex(1)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert dialog.report is None

    dialog.whose.setCurrentIndex(0)
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mine.txt").write_text(json.dumps(1))
    dialog.accept()
    qtbot.waitUntil(lambda: "set" in dialog.error.text())
    assert (tmp_path / "set" / "mine.txt").exists()
