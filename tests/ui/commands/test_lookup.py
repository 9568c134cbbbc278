"""Search and concordance through the window, on a real project."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.domain.layer import LayerKey
from annotator.ui.commands.searching import query_of
from annotator.ui.models.concordance_rows import ConcordanceModel, KwicLine, Order
from annotator.ui.models.search_results import ResultRow, SearchResultsModel
from annotator.ui.views.search_page import Wanted
from annotator.workspace import operations
from ui.desk import LEAD, OTHER, press, words
from ui.test_window import unnamed

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def labelled(window):
    """Give the window on a project where two people labelled the first article differently."""
    ws, text = window.bridge.workspace, window.desk.view.article.text
    for name, labels in ((LEAD, ("SPEAKER", "SPEAKER")), (OTHER, ("SPEAKER", "TOPIC"))):
        ws.sign_in(name)
        start = -1
        for label in labels:
            start = text.index("سارا کریمی", start + 1)
            operations.mark(ws, LayerKey("a1", name), label, start, start + 10)
    window.session.sign_in(LEAD)
    return window


def search(window, qtbot, rows, **wanted):
    window.trigger("search")
    page = window.lookup.searching.page
    page.clear_conditions()
    page.field.setText(wanted.pop("text", ""))
    for name, value in wanted.items():
        getattr(page, f"_{name}").choose(value)
    page._pause.stop()
    page.searched.emit()
    qtbot.waitUntil(lambda: page.model.rowCount() == rows)
    return page


def result(number):
    return ResultRow("a", number, number + 1, "عنوان", "", "پیش", "این", "پس")


def test_the_results_grow_as_they_are_asked_for(qapp):
    model = SearchResultsModel()
    QAbstractItemModelTester(model, FATAL)
    asked = []
    model.moreWanted.connect(lambda: asked.append(model.rowCount()))
    model.append([result(0), result(1)], has_more=True)
    assert model.canFetchMore(model.index(-1))
    model.fetchMore(model.index(-1))
    model.fetchMore(model.index(-1))
    assert asked == [2]
    model.append([result(2)], has_more=False)

    assert model.rowCount() == 3
    assert not model.canFetchMore(model.index(-1))


def test_the_lines_are_sorted_by_what_stands_around_them_and_filtered_by_verdict(qapp):
    model = ConcordanceModel()
    QAbstractItemModelTester(model, FATAL)

    def line(before, after, verdict, oddness):
        return KwicLine("a", before, 0, 4, before, "واژه", after, True, ((),), (verdict,), oddness)

    lines = [
        line("ب الف ", " پ", "A", 0),
        line("الف ب ", " الف", "B", 2),
        line("ج آ ", " ت", "A", 1),
    ]
    model.set_lines(lines, ["مریم"])

    def shown(order, verdict=None):
        model.arrange(order, verdict)
        return [lines.index(model.line(row)) for row in range(model.rowCount())]

    assert shown(Order.ODD) == [1, 2, 0]
    assert shown(Order.PLACE) == [0, 1, 2]
    assert shown(Order.AFTER) == [1, 0, 2]
    assert shown(Order.BEFORE)[-1] == 1
    assert shown(Order.ODD, "A") == [2, 0]


def test_conditions_narrow_and_a_hit_of_ones_own_is_selected(labelled, qtbot):
    page = search(labelled, qtbot, 3, label="SPEAKER")
    assert {page.model.row(i).owner for i in range(3)} == {"", OTHER}
    page = search(labelled, qtbot, 2, label="SPEAKER", annotator=LEAD)
    labelled.session.open_article("a2")
    labelled.trigger("search")
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1))
    press(page.list, Qt.Key.Key_Return)

    assert labelled.desk.page is None
    assert labelled.session.article.id == "a1"
    assert labelled.session.span.start == page.model.row(1).start
    assert labelled.desk.view.hasFocus()


def test_an_annotator_finds_nothing_of_others(labelled, qtbot):
    labelled.session.sign_in(OTHER)
    page = search(labelled, qtbot, 1, label="SPEAKER")

    assert page.model.row(0).own
    assert page._annotator.isHidden()


def test_escape_goes_back_to_the_text_and_results_stay(window, qtbot):
    page = search(window, qtbot, 1, text="باران")
    press(page.field, Qt.Key.Key_Escape)
    assert window.desk.page is None
    assert window.desk.view.hasFocus()
    window.trigger("search")

    assert page.model.rowCount() == 1
    assert page.field.hasFocus()


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("", ""),
        ("۱۴۰۴/۹/۲۶", "2025-12-17"),
        ("۲۶ آذر ۱۴۰۴", "2025-12-17"),
        ("2025-12-17", "2025-12-17"),
    ],
)
def test_dates_are_understood_in_both_calendars(typed, iso):
    assert query_of(Wanted(since=typed)).since == iso


def test_a_date_that_is_none_is_said(window, qtbot):
    window.trigger("search")
    page = window.lookup.searching.page
    page._since.setText("دیروز")
    qtbot.waitUntil(lambda: not page._error.isHidden())

    assert query_of(Wanted(since="دیروز")) is None
    assert page.model.rowCount() == 0


def test_the_concordance_shows_everybodys_labels_and_opens_the_place(labelled, qtbot):
    view = labelled.desk.view
    view.set_selection(*words(view, "سارا کریمی"))
    labelled.trigger("concordance")
    page = labelled.lookup.concordances.page
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    names = [page.model.headerData(i, Qt.Orientation.Horizontal) for i in range(4)]
    assert names[1:3] == sorted([LEAD, OTHER])
    odd = page.model.line(0)
    assert [chip.text for cell in odd.cells for chip in cell] != ["گوینده", "گوینده"]
    assert "۱" in page._count.text()
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Return)

    assert labelled.desk.page is None
    assert labelled.session.span.start == odd.start


def test_verdicts_filter_the_lines(labelled, qtbot):
    labelled.lookup.concordances.show("سارا کریمی")
    page = labelled.lookup.concordances.page
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page._choose("TOPIC")
    assert page.model.rowCount() == 1
    page._choose(None)
    assert page.model.rowCount() == 2


def test_an_annotator_has_her_own_column_only(labelled, qtbot):
    labelled.session.sign_in(OTHER)
    labelled.lookup.concordances.show("سارا کریمی")
    page = labelled.lookup.concordances.page
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)

    assert page.model.columnCount() == 3


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_part_of_the_pages_has_a_name(labelled, language, qtbot):
    labelled.settings.put("language", language)
    labelled.apply_preferences()
    labelled.trigger("search")
    assert unnamed(labelled.lookup.searching.page) == []
    labelled.lookup.concordances.show("سارا")
    assert unnamed(labelled.lookup.concordances.page) == []


def test_f3_goes_on_with_what_was_looked_for(window):
    view = window.desk.view
    window.trigger("find")
    window.desk.find_bar._field.setText("كريمي")
    first = view.selection()
    press(view, Qt.Key.Key_F3)
    second = view.selection()
    assert first != second
    press(view, Qt.Key.Key_F3, shift=True)
    assert view.selection() == first
    window.finder.close()
    press(view, Qt.Key.Key_F3)
    assert view.selection() == second
