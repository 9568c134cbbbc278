"""The dialogs: names for everything, keys to change, errors where they happen."""

import pytest

from annotator.domain.layer import Layer, LayerKey
from annotator.ui.dialogs.bin import BinDialog, BinRow
from annotator.ui.dialogs.export_dialog import ExportDialog
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.dialogs.import_dialog import ImportDialog
from annotator.ui.dialogs.mentions import MentionsDialog
from annotator.ui.dialogs.new_project import NewProjectDialog, shipped_schemes
from annotator.ui.dialogs.note import NoteDialog
from annotator.ui.dialogs.person import PersonDialog
from annotator.ui.dialogs.release_dialog import ReleaseDialog
from annotator.ui.dialogs.shortcuts import ShortcutsDialog
from annotator.ui.models.history_rows import HistoryRow, Preview
from ui.desk import press
from ui.test_window import unnamed


def preview(_seq):
    return Preview(Layer(LayerKey("a1", None)), (), "", may_restore=False)


def dialogs(window):
    ws, scheme = window.bridge.workspace, window.session.scheme
    return [
        ExportDialog(ws, window.tasks, window),
        BinDialog([BinRow("s1", "بازه", "")], [], may_restore_articles=True, parent=window),
        HistoryDialog(
            [HistoryRow(1, "", "", "")], ws.article("a1"), scheme, preview, parent=window
        ),
        ImportDialog(ws, window.tasks, [], window),
        MentionsDialog(lambda *_: None, "سارا", scheme, "SPEAKER", parent=window),
        NewProjectDialog(window),
        NoteDialog("", about_span=True, parent=window),
        PersonDialog("", with_role=True, parent=window),
        ReleaseDialog(ws, window.tasks, window),
        ShortcutsDialog({}, scheme, window),
    ]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_everything_in_a_dialog_has_a_name_and_fits_a_small_screen(window, language):
    window.settings.put("language", language)
    window.apply_preferences()
    for dialog in dialogs(window):
        dialog.show()
        assert unnamed(dialog) == [], type(dialog)
        assert dialog.windowTitle()
        assert dialog.height() <= 600, type(dialog)
        dialog.close()


def test_a_key_is_given_refused_and_given_back(window, view):
    dialog = ShortcutsDialog({}, window.session.scheme, window)
    dialog.list.setCurrentItem(dialog._items["flag"])
    press(dialog._field, "H")
    assert dialog.own == {}
    assert "H" in dialog.error.text()

    press(dialog._field, "J")
    assert dialog.own == {"flag": ["J"]}
    window.settings.put_keys(dialog.own)
    window.rebind()
    view.set_selection(0, 5)
    press(view, "1")
    press(view, "J")
    assert window.session.span.flag

    dialog._give_back()
    assert dialog.own == {}


def test_the_list_of_keys_can_be_searched(window):
    dialog = ShortcutsDialog({}, window.session.scheme, window)
    dialog._filter.setText("برگرداندن")

    assert not dialog._items["undo"].isHidden()
    assert dialog._items["flag"].isHidden()


@pytest.mark.parametrize(("name", "file"), [("", "x"), ("مریم", ""), ("مریم", "taken.annotator")])
def test_a_new_project_says_what_is_missing(empty_window, tmp_path, name, file):
    (tmp_path / "taken.annotator").touch()
    dialog = NewProjectDialog(empty_window)
    dialog.name_field.setText(name)
    dialog.path_field.setText(str(tmp_path / file) if file else "")
    dialog.accept()

    assert dialog.answer is None
    assert dialog.error.text()


def test_a_new_project_gets_its_ending_and_a_scheme(empty_window, tmp_path):
    dialog = NewProjectDialog(empty_window)
    dialog.name_field.setText("مریم")
    dialog.path_field.setText(str(tmp_path / "تازه"))
    dialog.accept()

    assert dialog.answer.path == tmp_path / "تازه.annotator"
    assert dialog.answer.scheme == shipped_schemes()[0]


def test_an_import_of_nothing_readable_is_refused_before_it_begins(window, qtbot, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{nonsense\n", encoding="utf-8")
    dialog = ImportDialog(window.bridge.workspace, window.tasks, [broken], window)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)

    assert not dialog.accept_button.isEnabled()
    assert "1" in dialog.list.topLevelItem(0).text(4)


def test_a_path_that_is_gone_is_said_in_the_dialog(window, qtbot, tmp_path):
    dialog = ImportDialog(window.bridge.workspace, window.tasks, [tmp_path / "none"], window)
    qtbot.waitUntil(lambda: bool(dialog.error.text()))

    assert "none" in dialog.error.text()
