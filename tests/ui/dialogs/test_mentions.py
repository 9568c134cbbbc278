"""Every mention at once: what is offered, what is ticked, and one step for all."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from annotator.domain.layer import Status
from annotator.ui.models.mentions_model import MentionRow, MentionsModel
from annotator.workspace import operations
from ui.desk import labels, press, words


def row(article, start, *, labels=(), status=Status.NEW):
    return MentionRow(article, "عنوان", status, start, start + 4, "پیش ", "واژه", " پس", labels)


def with_dialog(act):
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def test_what_bears_the_label_and_what_was_skipped_is_not_ticked(qapp):
    model = MentionsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [row("a", 0), row("a", 9, labels=("TOPIC",)), row("b", 0, status=Status.SKIPPED)]
    model.set_rows(rows, "TOPIC")

    assert model.ticked == rows[:1]
    model.tick_for("SPEAKER")
    assert model.ticked == rows[:2]
    model.toggle(0)
    assert model.ticked == rows[1:2]
    model.tick_all(True)
    assert model.ticked == rows
    model.setData(model.index(1), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticked == [rows[0], rows[2]]
    model.tick_all(False)
    assert model.ticked == []


def test_space_ticks_and_another_label_can_be_chosen(window, view):
    view.set_selection(*words(view, "سارا کریمی"))

    def act(dialog):
        dialog.labels.choose("TOPIC")
        press(dialog.list, Qt.Key.Key_Space)
        dialog.accept()

    with_dialog(act)
    press(view, "M")

    assert labels(window) == [("TOPIC", "سارا کریمی")]
    assert view.selection()[0] != view.article.text.rindex("سارا")


def test_all_articles_are_labelled_in_one_step_with_the_entity(window, view, qtbot):
    view.set_selection(*words(view, "گفت"))
    press(view, "1")
    window.session.edit(operations.name_entity, window.session.span.id, "گوینده")

    def act(dialog):
        dialog.everywhere.setChecked(True)
        qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
        assert len(dialog.ticked) == 2
        dialog.accept()

    with_dialog(act)
    press(view, "M")

    ws = window.bridge.workspace
    layers = [ws.layer(key) for one in ("a1", "a2", "a3") for key in ws.layers(one)]
    assert [[s.label for s in layer.index] for layer in layers] == [["SPEAKER"]] * 3
    assert {layer.entities[s.entity].name for layer in layers for s in layer.index} == {"گوینده"}
    press(view, "Z", ctrl=True)
    assert [len(ws.layer(layer.key).spans) for layer in layers] == [1, 0, 0]


def test_without_words_it_says_what_to_select(window, view):
    view.set_caret(0)
    press(view, "M")

    assert "برگزینید" in window.desk.status.message
