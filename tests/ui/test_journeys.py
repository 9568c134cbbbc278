"""Whole stories through the window, with keys as a Persian layout sends them."""

import json

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.domain.layer import Status
from annotator.ui.commands.files import open_project
from annotator.ui.main_window import MainWindow
from annotator.ui.views.choice_menu import ChoiceMenu
from ui.desk import LEAD, OTHER, labels, press, words


def mark(view, text, key):
    """Select words and press a label's key."""
    view.set_selection(*words(view, text))
    press(view, key)


def test_a_quote_is_labelled_and_attributed_by_keys_alone(window, view):
    mark(view, "سارا کریمی", "1")
    mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, "L")
    press(view, Qt.Key.Key_Return)

    session = window.session
    assert labels(window) == [("SPEAKER", "سارا کریمی"), ("QUOTE", "«ما با این طرح موافقیم.»")]
    relations = session.layer.relations.values()
    assert [(r.label, session.layer.spans[r.target].label) for r in relations] == [
        ("SAID_BY", "SPEAKER")
    ]
    assert session.span.attributes["type"] == "direct"
    assert session.layer.status is Status.STARTED
    assert view.hasFocus()


def test_the_word_at_the_caret_is_labelled_where_nothing_is_selected(window, view):
    view.set_caret(words(view, "احمدی")[0] + 2)
    press(view, "1")

    assert labels(window) == [("SPEAKER", "احمدی")]


def test_the_last_label_is_repeated_and_a_span_relabelled(window, view):
    mark(view, "سارا کریمی", "1")
    mark(view, "رضا احمدی", "R")
    press(view, "3")

    assert labels(window) == [("SPEAKER", "سارا کریمی"), ("AGREEMENT", "رضا احمدی")]


def test_steps_are_undone_and_done_again_under_a_persian_layout(window, view):
    mark(view, "سارا کریمی", "1")
    press(view, Qt.Key.Key_Delete)
    assert labels(window) == []

    press(view, "Z", ctrl=True)
    assert labels(window) == [("SPEAKER", "سارا کریمی")]
    press(view, "Z", ctrl=True)
    assert labels(window) == []
    press(view, "Z", ctrl=True, shift=True)
    assert labels(window) == [("SPEAKER", "سارا کریمی")]
    assert "برچسب" in window.actions_.actions["undo"].text()


def test_undo_opens_the_article_of_the_step(window, view):
    mark(view, "سارا کریمی", "1")
    window.session.open_article("a2")
    press(view, "Z", ctrl=True)

    assert window.session.article.id == "a1"
    assert labels(window) == []


def test_edges_are_moved_by_words_and_characters(window, view):
    mark(view, "سارا", "1")
    press(view, "]")
    assert labels(window) == [("SPEAKER", "سارا کریمی")]
    press(view, "[")
    assert labels(window) == [("SPEAKER", "سارا")]
    press(view, "[", alt=True)
    assert labels(window) == [("SPEAKER", "سار")]


def test_a_split_span_gets_its_second_piece(window, view):
    mark(view, "«ما با این طرح موافقیم.»", "2")
    view.set_selection(*words(view, "«کار از فردا آغاز می‌شود.»"))
    window.trigger("add_piece")

    (span,) = window.session.layer.index
    assert len(span.pieces) == 2


def test_escape_leaves_linking_and_loses_nothing(window, view):
    mark(view, "سارا کریمی", "1")
    mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, "L")
    assert window.session.mode is not None
    press(view, Qt.Key.Key_Escape)

    assert window.session.mode is None
    assert window.session.span.label == "QUOTE"
    assert window.session.layer.relations == {}


def test_linking_takes_the_target_whose_first_letters_are_typed(window, view):
    mark(view, "سارا کریمی", "1")
    mark(view, "رضا احمدی", "1")
    mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, "L")
    view.type_link("رضا")
    press(view, Qt.Key.Key_Return)

    (relation,) = window.session.layer.relations.values()
    target = window.session.layer.spans[relation.target]
    assert target.quoted(window.session.article.text) == "رضا احمدی"


def test_linking_says_what_is_needed_where_it_cannot_begin(window, view):
    press(view, "L")

    assert window.session.mode is None
    assert "نقل‌قول" in window.desk.status.message


def test_the_type_is_chosen_by_a_persian_digit(window, view):
    mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, "T")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ChoiceMenu)
    press(menu, "2")

    assert window.session.span.attributes["type"] == "indirect"


def test_done_goes_to_the_next_article_and_counts(window, view):
    press(view, Qt.Key.Key_Return, ctrl=True)

    assert window.session.article.id == "a2"
    assert window.bridge.workspace.counts()[Status.DONE] == 1
    assert "۱ از ۳" in window.desk.queue._count.text().replace("\u2068", "").replace("\u2069", "")


def test_letters_typed_into_a_field_label_nothing(window, view):
    view.set_selection(*words(view, "سارا کریمی"))
    field = window.desk.queue._filter
    field.setFocus()
    press(field, "1")
    press(field, "F")

    assert field.text() == "۱ب"
    assert labels(window) == []


def test_escape_in_a_field_gives_the_focus_back_to_the_text(window, view):
    window.desk.queue._filter.setFocus()
    press(window.desk.queue._filter, Qt.Key.Key_Escape)

    assert view.hasFocus()


def test_each_person_sees_her_own_layer_only(window, view):
    mark(view, "سارا کریمی", "1")
    window.session.sign_in(OTHER)
    window.session.open_article("a1")
    assert labels(window) == []

    window.session.sign_in(LEAD)
    window.session.open_article("a1")
    assert labels(window) == [("SPEAKER", "سارا کریمی")]


def test_the_article_and_the_caret_are_where_they_were_left(qtbot, window, project, settings):
    window.session.open_article("a3")
    window.desk.view.set_caret(9)
    window.close()
    second = MainWindow(settings)
    qtbot.addWidget(second)
    second.show()

    assert open_project(second, project)
    assert second.session.workspace.person.name == LEAD
    assert second.session.article.id == "a3"
    assert second.desk.view.caret() == 9
    second.close()


def test_a_project_that_is_open_elsewhere_is_refused_with_a_sentence(qtbot, window, project):
    other = MainWindow(window.settings)
    qtbot.addWidget(other)

    assert not open_project(other, project)
    assert project.name in other.desk.status.message
    other.close()


def test_finding_folds_letters_and_goes_round(window, view):
    window.trigger("find")
    window.desk.find_bar._field.setText("كريمي")
    assert len(window.finder.hits) == 2
    press(window.desk.find_bar._field, Qt.Key.Key_Return)
    press(window.desk.find_bar._field, Qt.Key.Key_Return)
    assert view.selection() == window.finder.hits[window.finder.place]
    press(window.desk.find_bar._field, Qt.Key.Key_Escape)

    assert not window.desk.find_bar.isVisible()
    assert view.hasFocus()


def test_flag_and_problems(window, view):
    mark(view, "«ما با این طرح موافقیم.»", "2")
    press(view, "F")
    assert window.session.span.flag
    view.select_span(None)
    press(view, "N")

    assert window.session.span.label == "QUOTE"
    assert window.desk.status.message == "گوینده‌ای پیوند نخورده است"


def test_a_note_is_kept(window, view):
    mark(view, "سارا کریمی", "1")

    def write():
        dialog = QApplication.activeModalWidget()
        dialog.field.setPlainText("نام کامل")
        press(dialog, Qt.Key.Key_Return, ctrl=True)

    QTimer.singleShot(0, write)
    window.trigger("note")

    assert window.session.span.note == "نام کامل"


def test_all_mentions_are_labelled_in_one_step(window, view):
    mark(view, "سارا کریمی", "1")
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
    press(view, "M")

    assert labels(window) == [("SPEAKER", "سارا کریمی"), ("SPEAKER", "سارا کریمی")]
    press(view, "Z", ctrl=True)
    assert labels(window) == [("SPEAKER", "سارا کریمی")]


def test_a_search_hit_is_opened_and_selected(window, view, qtbot):
    window.trigger("search")
    page = window.lookup.searching.page
    page.field.setText("باران")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    press(page.field, Qt.Key.Key_Return)

    assert window.session.article.id == "a2"
    start, end = view.selection()
    assert window.session.article.text[start:end] == "باران"


@pytest.mark.parametrize("name", ["text.txt", "lines.jsonl"])
def test_dropped_files_are_imported(window, qtbot, tmp_path, name):
    text = "خبر تازه\n\nمدیر گفت: ادامه می‌دهیم."
    content = text if name.endswith("txt") else json.dumps({"id": "new", "text": text})
    (tmp_path / name).write_text(content, encoding="utf-8")

    def take():
        dialog = QApplication.activeModalWidget()
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        dialog.accept()
        qtbot.waitUntil(lambda: dialog.report is not None)
        dialog.accept()

    QTimer.singleShot(0, take)
    window.import_paths([tmp_path / name])

    assert len(window.bridge.workspace.article_ids()) == 4
    assert window.session.queue_model.rowCount() == 4


def test_an_export_has_the_lines_of_the_ticked_people(window, view, qtbot, tmp_path):
    mark(view, "سارا کریمی", "1")
    target = tmp_path / "out.jsonl"

    def write():
        dialog = QApplication.activeModalWidget()
        dialog.path.setText(str(target))
        dialog.accept()
        qtbot.waitUntil(lambda: dialog.report is not None)

    QTimer.singleShot(0, write)
    window.trigger("export")

    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["a1", "a2", "a3"]
    assert rows[0]["spans"][0]["text"] == "سارا کریمی"
