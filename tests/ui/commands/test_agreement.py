"""The agreement page by real events: from the headline to the very spans, filters, exports."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette

from annotator.domain.layer import LayerKey, Status
from annotator.ui import sample
from annotator.ui.commands import agreement_report
from annotator.ui.commands.files import open_project
from annotator.workspace import agreement_words, operations
from ui.ten import LEAD, NAMES, make

CHARTS = ("matrix", "labels", "kinds", "confusion")


@pytest.fixture
def lead(empty_window, tmp_path):
    """Give a window of the lead on the sample project, measured with intervals."""
    path = tmp_path / "sample.annotator"
    sample.create(path, LEAD).close()
    return opened(empty_window, path)


@pytest.fixture
def ten(empty_window, tmp_path):
    """Give a window of the lead on a project of ten annotators."""
    path = tmp_path / "ten.annotator"
    make(path, articles=4)
    return opened(empty_window, path)


def opened(window, path):
    assert open_project(window, path, LEAD)
    window.resize(1440, 900)
    return window


def look(qtbot, window):
    window.trigger("agreement")
    wait(qtbot, window)
    return window.lead.agreement.page


def wait(qtbot, window):
    desk = window.lead.agreement
    qtbot.waitUntil(lambda: desk.overview is not None and desk._job is None, timeout=30000)


def click(qtbot, widget, place):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(int(place.x()), int(place.y())))


def click_case(qtbot, page, row):
    view = page.cases.view
    area = view.visualRect(page.cases.model.index(row))
    click(qtbot, view.viewport(), area.center())


def test_from_the_headline_to_the_very_spans_in_two_clicks(qtbot, lead):
    page = look(qtbot, lead)
    assert page.headline._number.text() == "۰٫۸۶"

    click(qtbot, page.headline, page.headline.rect().center())
    qtbot.waitUntil(page.cases.isVisible)
    line = page.cases.model.line(0)
    click_case(qtbot, page, 0)

    reviewing = lead.lead.reviewing
    assert lead.desk.page is reviewing.page
    assert reviewing.found.article.id == line.article
    assert reviewing.place(reviewing.question) == (line.start, line.end)


@pytest.mark.parametrize("name", CHARTS)
def test_every_mark_opens_the_spans_behind_it(qtbot, lead, name):
    page = look(qtbot, lead)
    chart = getattr(page, name)
    chart.repaint()
    assert chart.hits
    for hit in list(chart.hits):
        page.cases.hide()
        click(qtbot, chart, hit.area.center())
        qtbot.waitUntil(page.cases.isVisible)
        assert page.cases.model.rowCount() > 0, hit.tip
        assert hit.tip


def test_a_mark_can_be_reached_and_opened_by_keys(qtbot, lead):
    page = look(qtbot, lead)
    page.kinds.setFocus()
    qtbot.keyClick(page.kinds, Qt.Key.Key_Down)
    qtbot.keyClick(page.kinds, Qt.Key.Key_Return)

    qtbot.waitUntil(page.cases.isVisible)
    assert page.kinds.accessibleDescription()


def test_an_article_in_the_list_opens_its_differences(qtbot, lead):
    page = look(qtbot, lead)
    view = page.ranking.view
    click(qtbot, view.viewport(), view.visualRect(page.ranking.model.index(0)).center())
    qtbot.waitUntil(page.cases.isVisible)

    worst = page.ranking.model.line(0)
    assert {page.cases.model.line(i).article for i in range(page.cases.model.rowCount())} == {
        worst.id
    }


def test_the_button_leads_to_settling_the_worst_article(qtbot, lead):
    page = look(qtbot, lead)
    worst = page.ranking.model.line(0).id
    qtbot.mouseClick(page.ranking.settle, Qt.MouseButton.LeftButton)

    assert lead.lead.reviewing.found.article.id == worst


@pytest.mark.parametrize("language", ["fa", "en"])
def test_each_measure_says_a_figure_or_why_there_is_none(qtbot, ten, language):
    ten.trigger(f"language_{language}")
    page = look(qtbot, ten)
    for measure in agreement_words.MEASURES:
        page.filters.measure.choose(measure.id)
        page.filters.measure.activated.emit(0)
        assert page.headline._note.text() == measure.meaning.get(language)
        if page.headline._number.text() == "–":
            assert len(page.headline._sentence.text()) > 10
        assert len(page.matrix._grid.rows) == 10


def test_intervals_follow_the_quick_figures(qtbot, ten):
    ten.trigger("agreement")
    desk = ten.lead.agreement
    qtbot.waitUntil(lambda: desk.overview is not None)
    assert desk.overview.report.resamples == 0
    wait(qtbot, ten)

    assert desk.overview.report.resamples == 2000
    assert "تا" in desk.page.headline._interval.text()


def test_weeks_stand_beside_the_confusion_where_there_are_several(qtbot, ten):
    ws = ten.bridge.workspace
    with ws.database.transaction():
        ws.database.execute("UPDATE layer SET modified = '2026-0' || article || '-05T10:00:00Z'")
    page = look(qtbot, ten)
    qtbot.waitUntil(page.weeks.isVisible)
    page.weeks.repaint()

    assert len(page.weeks._weeks) == 4
    qtbot.waitUntil(lambda: not page._time.geometry().intersects(page._mixed.geometry()))
    click(qtbot, page.weeks, page.weeks.hits[0].area.center())
    qtbot.waitUntil(page.cases.isVisible)
    assert {page.cases.model.line(i).article for i in range(page.cases.model.rowCount())} == {"a00"}


def test_people_and_labels_can_be_chosen(qtbot, ten):
    page = look(qtbot, ten)
    for action in page.filters._people_menu.actions()[3:]:
        action.trigger()
    page.filters.label.choose("QUOTE")
    page.filters.changed.emit()
    wait(qtbot, ten)

    assert len(page.matrix._grid.rows) == 3
    assert [one.name for one in page.labels._marks] == ["نقل‌قول"]


def test_the_page_follows_when_an_article_is_taken_back(qtbot, lead):
    page = look(qtbot, lead)
    before = page.cards[0]._number.text()
    ws = lead.bridge.workspace
    ws.person = ws.people_store.named("سارا")
    article = page.ranking.model.line(0).id
    lead.bridge.run(operations.set_status, LayerKey(article, "سارا"), Status.STARTED)
    ws.person = ws.people_store.named(LEAD)
    qtbot.waitUntil(lambda: page.cards[0]._number.text() != before, timeout=10000)

    assert page.cards[0]._number.text() == "۱۰ از ۱۳"


def test_an_annotator_is_told_that_the_lead_sees_it(qtbot, lead):
    lead.session.sign_in("سارا")
    lead.trigger("agreement")
    page = lead.lead.agreement.page

    assert page._sentence.isVisible()
    assert not page._figures.isVisible()
    assert lead.lead.agreement.overview is None


def test_a_project_without_shared_articles_says_what_is_missing(qtbot, window):
    page = look(qtbot, window)

    assert page._sentence.isVisible()
    assert not page._figures.isVisible()


@pytest.mark.parametrize("kind", ["html", "pdf", "csv", "json"])
def test_the_report_is_written(qtbot, lead, tmp_path, kind):
    look(qtbot, lead)
    target = tmp_path / f"report.{kind}"
    agreement_report.write(lead, lead.lead.agreement.overview, kind, target)

    content = target.read_bytes()
    assert len(content) > 2000
    assert content.startswith({"pdf": b"%PDF", "html": b"<!DOCTYPE"}.get(kind, content[:1]))


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_page_fits_a_small_screen_in_both_directions(qtbot, ten, language, appearance):
    ten.trigger(f"language_{language}")
    ten.trigger(f"theme_{appearance}")
    page = look(qtbot, ten)
    ten.resize(1024, 600)

    assert page.minimumSizeHint().width() <= 1024
    assert page.filters.width() <= 1024
    ground = ten.theme.page
    assert ten.palette().color(QPalette.ColorRole.Window).name() == ground.lower()
    start = page.labels.box(0, 0, 10, 10).left()
    assert (start > page.labels.width() / 2) is (language == "fa")
    assert set(page.matrix._grid.rows) == set(NAMES)
