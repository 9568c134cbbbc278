"""The lead compares and settles in the real window, by keys."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.domain.layer import LayerKey, Status
from annotator.ui import i18n
from annotator.ui.commands.files import open_project
from annotator.ui.dialogs.assign import AssignDialog
from annotator.ui.dialogs.plain_cases import PlainCasesDialog
from annotator.ui.views.choice_menu import ChoiceMenu
from annotator.workspace import assignment
from annotator.workspace.guideline import project_guideline
from annotator.workspace.transfer import ImportOptions, import_paths
from annotator.workspace.workspace import Workspace
from ui.desk import FIRST, LEAD, OTHER, press

THIRD = "سارا"
GOLD = LayerKey("a1", None)


def line(name, spans, links=()):
    """Give a finished layer of the first article as a line of a native file."""
    marked = [
        {
            "id": f"s{i}",
            "label": label,
            "start": FIRST.index(words),
            "end": FIRST.index(words) + len(words),
        }
        for i, (label, words) in enumerate(spans)
    ]
    relations = [
        {"id": f"r{i}", "label": "SAID_BY", "from": a, "to": b} for i, (a, b) in enumerate(links)
    ]
    return json.dumps(
        {
            "id": "a1",
            "text": FIRST,
            "annotator": name,
            "status": "done",
            "spans": marked,
            "relations": relations,
        }
    )


ONE = line(
    OTHER,
    [("SPEAKER", "سارا کریمی"), ("QUOTE", "«ما با این طرح موافقیم.»"), ("TOPIC", "باغ")],
    [("s1", "s0")],
)
TWO = line(
    THIRD,
    [("SPEAKER", "سارا کریمی"), ("QUOTE", "ما با این طرح"), ("AGREEMENT", "تفاهم‌نامه")],
    [("s1", "s0")],
)


@pytest.fixture
def compared(empty_window, project, tmp_path):
    """Give a window in which two people have finished the first article."""
    layers = tmp_path / "layers.jsonl"
    layers.write_text(f"{ONE}\n{TWO}", encoding="utf-8")
    with Workspace.open(project) as ws:
        import_paths(ws, [layers], ImportOptions())
    assert open_project(empty_window, project, LEAD)
    return empty_window


@pytest.fixture
def desk(compared, qtbot):
    """Give the review page, with the article open."""
    compared.trigger("review")
    made = compared.lead.reviewing
    qtbot.waitUntil(lambda: made.found is not None and made.page.rows.rowCount() == 1)
    return made


def gold(desk):
    """Give label, words and verdict of each gold span."""
    layer = desk.ws.layer(GOLD)
    return [(s.label, s.quoted(FIRST), s.provenance.verdict) for s in layer.index]


def words(desk):
    """Give the words of the place in hand."""
    start, end = desk.place(desk.question)
    return FIRST[start:end]


def test_the_page_opens_at_the_first_difference_with_the_focus_in_the_text(desk):
    assert words(desk) == "باغ"
    assert desk.page.view.hasFocus()
    assert len(desk.found.questions) == 3
    assert [side.name for side in desk.page.view.compared.sides] == [THIRD, OTHER]


def test_differences_are_walked_by_keys_around_the_end(desk):
    seen = []
    for _ in range(4):
        seen.append(words(desk))
        press(desk.page.view, "N")
    assert seen == ["باغ", "«ما با این طرح موافقیم.»", "تفاهم‌نامه", "باغ"]
    press(desk.page.view, "P")
    assert words(desk) == "باغ"


def test_from_the_first_case_to_settled_gold_by_keys(desk, compared, qtbot):
    view = desk.page.view
    press(view, "2")
    press(view, "1")
    press(view, Qt.Key.Key_5)

    assert gold(desk) == [("TOPIC", "باغ", "b"), ("QUOTE", "ما با این طرح", "a")]
    assert [d.verdict for d in desk.ws.layer(GOLD).decisions.values()] == ["both_wrong"]
    assert desk.ws.layer(GOLD).status is Status.STARTED

    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
    press(view, "N", shift=True)
    layer = desk.ws.layer(GOLD)
    assert layer.status is Status.DONE
    assert [r.label for r in layer.relations.values()] == ["SAID_BY"]
    assert layer.state is not None

    compared.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    for _ in range(4):
        press(view, "Z", ctrl=True)
    assert desk.ws.layer(GOLD).is_empty
    assert compared.desk.page is desk.page


def test_both_together_and_the_reason(desk):
    view = desk.page.view
    press(view, "N")
    desk.page.panel._reason.setText("بند ۱")
    press(view, "3")

    assert gold(desk) == [("QUOTE", "«ما با این طرح موافقیم.»", "merged")]
    (span,) = desk.ws.layer(GOLD).spans.values()
    assert (span.provenance.reason, span.provenance.decided_by) == ("بند ۱", LEAD)
    assert desk.page.panel.reason == ""


def test_an_own_answer_takes_the_selection_and_a_label(desk, qtbot):
    view = desk.page.view
    press(view, "N")
    start = FIRST.index("این طرح")
    view.set_selection(start, start + len("این طرح"))
    press(view, "4")
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ChoiceMenu))
    press(menu, "2")

    assert gold(desk) == [("QUOTE", "این طرح", "own")]


def test_a_word_clicked_takes_its_difference_in_hand(desk, qtbot):
    view = desk.page.view
    start = FIRST.index("تفاهم‌نامه") + 2
    place = view.lines.line_of(start)
    point = QPoint(round(view.lines.caret_x(start)), round(view.lines.baseline(place)) - 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert words(desk) == "تفاهم‌نامه"


def test_a_difference_is_stated_in_one_sentence_in_both_languages(desk, compared):
    sentence = desk.page.panel._sentence
    assert (
        sentence.text().replace("\u2068", "").replace("\u2069", "")
        == f"{OTHER} اینجا موضوع نشان کرده، {THIRD} نه."
    )
    press(desk.page.view, "N")
    assert "موافقیم" in sentence.text()
    compared.trigger("language_en")
    try:
        desk.refresh()
        assert "takes the \u2068Quote\u2069 to be" in sentence.text()
    finally:
        compared.trigger("language_fa")
    assert i18n.language() == "fa"


def test_names_can_be_hidden(desk):
    desk.page._anonymous.click()

    shown = [side.name for side in desk.page.view.compared.sides]
    assert all(THIRD not in name and OTHER not in name for name in shown)
    assert THIRD not in desk.page.panel._sentence.text()


def test_a_case_becomes_an_example_in_the_guideline(desk, compared):
    press(desk.page.view, Qt.Key.Key_G)

    assert "باغ" in project_guideline(desk.ws)
    assert OTHER not in project_guideline(desk.ws)
    compared.trigger("labelling")
    compared.trigger("guideline")
    assert "باغ" in compared.desk.guideline._reader.toPlainText()


def test_gold_is_edited_in_the_label_view(desk, compared):
    press(desk.page.view, "2")
    press(desk.page.view, "E")
    view, session = compared.desk.view, compared.session

    assert compared.desk.page is None
    assert session.layer.key == GOLD
    start = FIRST.index("رضا احمدی")
    view.set_selection(start, start + len("رضا احمدی"))
    press(view, "1")
    assert ("SPEAKER", "رضا احمدی", "own") in gold(desk)
    compared.trigger("review")
    assert session.layer.key.annotator == LEAD


def test_an_annotator_reads_that_this_is_the_leads(compared):
    compared.session.sign_in(OTHER)
    compared.trigger("review")
    page = compared.lead.reviewing.page

    assert "سرپرست" in page._empty.text()
    assert page._stack.currentIndex() == 1


def test_a_case_is_opened_from_elsewhere(desk, compared):
    compared.trigger("labelling")
    case = desk.found.cases[-1]
    desk.open_case("a1", case)

    assert desk.question == case
    assert compared.desk.page is desk.page
    desk.open_comparison("a1", [OTHER, THIRD])
    assert list(desk.found.layers) == [THIRD, OTHER]


def test_the_preview_counts_and_can_leave_a_kind_out(qtbot):
    dialog = PlainCasesDialog([("A", "x", False), ("B", "y", True)], 3)
    qtbot.addWidget(dialog)
    assert dialog._list.count() == 2
    dialog._trifles.click()
    assert (dialog._list.count(), dialog.unanimous, dialog.trifles) == (1, True, False)


def test_articles_are_assigned_in_the_dialog(compared):
    def choose():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AssignDialog)
        dialog._share.setValue(0)
        dialog.accept()

    QTimer.singleShot(0, choose)
    compared.trigger("assign")

    ws = compared.bridge.workspace
    assert [len(assignment.assigned_to(ws, a)) for a in ("a1", "a2", "a3")] == [1, 1, 1]
    compared.session.sign_in(OTHER)
    assert compared.session.queue_model.rowCount() < 3
