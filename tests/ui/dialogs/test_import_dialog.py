"""The import dialog: what it shows before, what it asks, what it brings and what it leaves."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from annotator.ui.dialogs.import_dialog import ImportDialog
from annotator.ui.dialogs.import_rows import BEGINNING, LAYER, NOTES, TITLE, WORDS
from ui.desk import FIRST

LONG = "وزیر امور خارجه روز گذشته در دیدار با همتای خود از گسترش همکاری دو کشور سخن گفت. " * 5


@pytest.fixture
def make(window, qtbot):
    """Give a function that makes the dialog on files and waits for the preview."""

    def made(*paths):
        dialog = ImportDialog(window.bridge.workspace, window.tasks, list(paths), window)
        dialog.show()
        if paths:
            qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0)
        return dialog

    return made


def rows(dialog):
    items = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(5)] for item in items]


def write(path, *records):
    path.write_text("\n".join(json.dumps(one) for one in records), encoding="utf-8")
    return path


def brought(dialog, qtbot):
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.report is not None)
    return dialog.report


def test_the_preview_shows_title_beginning_words_layer_and_assumed_encoding(make, tmp_path):
    old = tmp_path / "old.txt"
    old.write_bytes("سوال در شهر\n\nآب پل را برد.".replace("ی", "ي").encode("windows-1256"))
    labelled = write(
        tmp_path / "new.jsonl",
        {"id": "n1", "text": "خبر نو\n\nسارا گفت.", "annotator": "کاوه", "spans": []},
    )
    dialog = make(old, labelled)
    first, second = rows(dialog)

    assert first[BEGINNING].endswith("آب پل را برد.")
    assert "1256" in first[NOTES]
    assert second[LAYER] == "کاوه"
    assert second[TITLE] == "خبر نو"
    assert second[WORDS] in {"4", "۴"}


def test_files_dropped_on_the_dialog_join_those_chosen(make, qtbot, tmp_path):
    one = write(tmp_path / "one.jsonl", {"id": "n1", "text": "خبر یکم"})
    two = write(tmp_path / "two.jsonl", {"id": "n2", "text": "خبر دوم است"})
    dialog = make(one)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(two))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, plain)
    dialog.dropEvent(drop)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2)

    assert brought(dialog, qtbot).articles == 2


def test_a_column_the_names_do_not_tell_can_be_chosen(make, window, qtbot, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("کد,سرخط,گزارش\n7,سیل,آب پل را برد\n", encoding="utf-8")
    dialog = make(table)
    assert not dialog.accept_button.isEnabled()
    for key, name in (("text", "گزارش"), ("title", "سرخط"), ("id", "کد")):
        box = dialog.columns.boxes[key]
        box.choose(name)
    dialog.columns.changed.emit()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert rows(dialog)[0][TITLE] == "سیل"

    assert brought(dialog, qtbot).articles == 1
    window.bridge.workspace.refresh()
    assert window.bridge.workspace.article("7").text == "آب پل را برد"


def test_columns_known_by_their_names_are_shown_and_leave_the_options_alone(make, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("متن,عنوان\nآب پل را برد,سیل\n", encoding="utf-8")
    dialog = make(table)

    assert dialog.columns.boxes["text"].currentData() == "متن"
    assert dialog.columns.boxes["source"].currentData() == ""
    assert dialog.columns.chosen == ()


def test_records_with_unknown_labels_are_refused_or_bring_them(make, qtbot, tmp_path):
    span = {"id": "s1", "label": "place", "pieces": [[0, 3]], "start": 0, "end": 3}
    file = write(
        tmp_path / "new.jsonl",
        {"id": "n1", "text": "تهران امروز", "annotator": "کاوه", "spans": [span]},
    )
    dialog = make(file)
    assert "place" in rows(dialog)[0][NOTES]
    assert not dialog.accept_button.isEnabled()

    dialog.unknown.setCurrentIndex(1)
    dialog.unknown.activated.emit(1)
    assert dialog.accept_button.isEnabled()
    report = brought(dialog, qtbot)
    assert (report.layers, report.labels) == (1, ["place"])
    assert "place" in dialog.what.text()


def test_copies_are_named_and_can_be_left_out(make, qtbot, tmp_path):
    file = write(
        tmp_path / "new.jsonl",
        {"id": "n1", "text": FIRST},
        {"id": "n2", "text": LONG},
        {"id": "n3", "text": LONG + " پایان"},
    )
    dialog = make(file)
    qtbot.waitUntil(lambda: "n1" in dialog._copies_said.text())
    dialog.copies.setCurrentIndex(1)
    report = brought(dialog, qtbot)

    assert (report.articles, report.duplicates) == (1, 2)
    assert len(rows(dialog)) == 2


def test_a_cancelled_import_brings_nothing_and_says_so(make, window, qtbot, tmp_path):
    records = [{"id": f"n{n}", "text": f"خبر شمارهٔ {n}"} for n in range(500)]
    dialog = make(write(tmp_path / "many.jsonl", *records))
    before = window.bridge.workspace.article_count()
    dialog.accept()
    dialog.reject()
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    window.bridge.workspace.refresh()

    assert dialog.report is None
    assert dialog.isVisible()
    assert dialog.accept_button.isEnabled()
    assert window.bridge.workspace.article_count() == before


def test_the_report_can_be_saved_and_names_each_rejection(make, qtbot, tmp_path):
    good = write(tmp_path / "good.jsonl", {"id": "n1", "text": "خبر یکم"}, {"id": "n2"})
    dialog = make(good)
    brought(dialog, qtbot)
    assert dialog.save_button.isVisible()
    dialog.save_report(tmp_path / "report.jsonl")

    lines = (tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["line"] for line in lines] == [2]
    dialog.save_report(tmp_path / "none" / "report.jsonl")
    assert dialog.error.text()
