"""History, earlier states and the bin through the window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.domain.layer import Layer, LayerKey
from annotator.ui.models.history_rows import compared
from annotator.workspace import operations
from ui.desk import OTHER, labels, press, words


def with_dialog(act):
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def mark(view, text, key):
    view.set_selection(*words(view, text))
    press(view, key)


def test_an_earlier_state_is_looked_at_and_gone_back_to_as_one_step(window, view, qtbot):
    mark(view, "سارا کریمی", "1")
    mark(view, "رضا احمدی", "1")
    press(view, Qt.Key.Key_Delete)

    def act(dialog):
        assert "پاک" in dialog.list.item(0).text() or "حذف" in dialog.list.item(0).text()
        qtbot.waitUntil(lambda: not dialog.restore.isEnabled())
        dialog.list.setCurrentRow(1)
        qtbot.waitUntil(dialog.restore.isEnabled)
        assert len(dialog.view.layer.spans) == 2
        assert "۱" in dialog._summary.text()
        dialog.restore.click()

    with_dialog(act)
    press(view, "H")

    assert labels(window) == [("SPEAKER", "سارا کریمی"), ("SPEAKER", "رضا احمدی")]
    press(view, "Z", ctrl=True)
    assert labels(window) == [("SPEAKER", "سارا کریمی")]


def test_the_history_can_be_narrowed_to_one_person(window, view):
    mark(view, "سارا کریمی", "1")
    window.session.sign_in(OTHER)
    window.session.open_article("a1")
    mark(view, "رضا احمدی", "1")
    window.session.sign_in("مریم")
    window.session.open_article("a1")

    def act(dialog):
        everything = dialog.list.count()
        dialog.person.choose(OTHER)
        dialog._fill()
        assert dialog.list.count() == 1 < everything
        dialog.reject()

    with_dialog(act)
    press(view, "H")


def test_a_deleted_span_and_a_binned_article_come_back(window, view):
    mark(view, "سارا کریمی", "1")
    press(view, Qt.Key.Key_Delete)
    operations.bin_articles(window.bridge.workspace, ["a3"])

    def act(dialog):
        for rows in (dialog._spans, dialog._articles):
            rows.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.accept()

    with_dialog(act)
    window.trigger("bin")

    assert labels(window) == [("SPEAKER", "سارا کریمی")]
    assert window.bridge.workspace.has_article("a3")


def test_the_open_article_goes_to_the_bin_and_the_next_one_opens(window):
    window.trigger("bin_article")

    assert window.session.article.id == "a2"
    assert not window.bridge.workspace.has_article("a1")
    window.trigger("bin_article")
    window.trigger("bin_article")
    assert window.session.article is None


def test_equal_states_have_no_difference():
    layer = Layer(LayerKey("a1", None))

    assert compared(layer, layer)[0] == ()
