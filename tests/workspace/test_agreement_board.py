"""A board says what a fresh measurement says, and reads again only what has changed."""

import json

import pytest

from annotator.agreement.kinds import Kind
from annotator.agreement.report import Cancelled, to_json
from annotator.domain.layer import LayerKey, Status
from annotator.workspace import operations
from annotator.workspace.agreement import AgreementOptions, agreement
from annotator.workspace.agreement_board import AgreementBoard, AgreementFilter
from annotator.workspace.agreement_cases import CaseQuery, find_cases
from annotator.workspace.agreement_export import About, write_csv, write_html, write_json
from annotator.workspace.workspace import Workspace
from ui.ten import NAMES, make


@pytest.fixture(scope="module")
def ten(tmp_path_factory):
    path = tmp_path_factory.mktemp("ten") / "ten.annotator"
    make(path, articles=5, annotators=3)
    return path


@pytest.fixture
def ws(ten):
    with Workspace.open(ten) as opened:
        yield opened


def look(board, ws, **wanted):
    return board.overview(ws, AgreementFilter(**wanted), resamples=0)


def test_a_board_says_what_a_fresh_measurement_says(ws):
    found = look(AgreementBoard(), ws)
    fresh = agreement(ws, AgreementOptions())

    assert [(r.measure, r.label, r.value) for r in found.report.rows] == [
        (r.measure, r.label, r.value) for r in fresh.rows
    ]
    assert len(found.articles) == 5


def test_an_article_taken_back_leaves_and_comes_again(ws):
    board = AgreementBoard()
    before = look(board, ws).report
    key = next(k for k in ws.layers("a00") if k.annotator)
    ws.sign_in(key.annotator)
    operations.set_status(ws, key, Status.STARTED)
    board.touch(["a00"])
    between = look(board, ws).report
    operations.set_status(ws, key, Status.DONE)
    board.touch(["a00"])

    assert between.row("span_f1", "strict").n < before.row("span_f1", "strict").n
    assert look(board, ws).report.rows == before.rows


def test_filters_leave_out_articles_people_and_labels(ws):
    board = AgreementBoard()

    assert look(board, ws, settled=True).report.articles == 0
    assert look(board, ws, settled=False).report.articles == 5
    assert look(board, ws, last="2000-01-01").report.message
    assert look(board, ws, annotators=tuple(NAMES[:2])).report.annotators == tuple(NAMES[:2])
    assert {r.label for r in look(board, ws, labels=("QUOTE",)).report.rows} == {None, "QUOTE"}


def test_trifles_left_out_do_not_lower_the_figure(ws):
    board = AgreementBoard()
    strict = look(board, ws).report.row("span_f1", "strict").value

    assert look(board, ws, trimmed=True).report.row("span_f1", "strict").value >= strict


def test_a_cancelled_board_stops_and_can_go_on(ws):
    board = AgreementBoard()
    with pytest.raises(Cancelled):
        board.overview(ws, AgreementFilter(), resamples=0, cancelled=lambda: True)

    assert look(board, ws).report.rows == look(AgreementBoard(), ws).report.rows


def test_the_spans_behind_a_kind_show_that_kind_in_context(ws):
    query = CaseQuery(tuple(NAMES[:3]), kind=Kind.BOUNDARY)
    found = find_cases(ws, query, ws.article_ids())

    assert found.cases
    for one in found.cases:
        text = ws.article(one.case.article).text
        assert Kind.BOUNDARY in one.case.kinds
        assert all(q.span is None or q.words in text.replace("\n", " ") for q in one.quotes)
    assert find_cases(ws, query, ws.article_ids(), limit=1).more


def test_as_many_confused_places_as_the_table_counts(ws):
    pair = tuple(NAMES[:2])
    report = look(AgreementBoard(), ws, annotators=pair).report
    for labels, number in report.confusion[pair].items():
        query = CaseQuery(pair, confused=labels, agreed=True)
        assert len(find_cases(ws, query, ws.article_ids()).cases) == number


def test_the_report_is_one_page_and_lets_no_text_become_markup(ws, tmp_path):
    found = look(AgreementBoard(), ws).report
    titles = dict.fromkeys(ws.article_ids(), "<script>alert('x')</script>")
    for language, word in (("fa", "گزارش توافق‌سنجی"), ("en", "Agreement report")):
        about = About("a<b>&c", ws.scheme, "2026-11-24", language, titles)
        write_html(found, about, tmp_path / "report.html")
        text = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert word in text
        assert "<script" not in text
        assert "a&lt;b&gt;&amp;c" in text
        assert "http" not in text
        assert text.count("<svg") == 3


def test_csv_and_json_hold_every_row(ws, tmp_path):
    found = look(AgreementBoard(), ws).report
    about = About.of(ws, {}, "en")
    write_csv(found, about, tmp_path / "r.csv")
    write_json(found, about, tmp_path / "r.json")
    lines = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()

    assert len(lines) == len(found.rows) + 1
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == to_json(found)


def test_gold_that_is_done_makes_an_article_settled(ws):
    ws.sign_in("مهتاب")
    operations.set_status(ws, LayerKey("a01", None), Status.DONE)
    found = look(AgreementBoard(), ws, settled=True)

    assert list(found.articles) == ["a01"]
    assert found.report.articles == 1
