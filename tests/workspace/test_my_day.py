"""Time and progress belong to who did the work, by the day of her own clock."""

import io

import pytest

from annotator.domain.errors import UserError
from annotator.domain.layer import Status
from annotator.workspace import my_day, operations
from annotator.workspace.check import check
from annotator.workspace.transfer import export
from workspace.projects import mine, place


def finish(ws, article="a1"):
    operations.set_status(ws, mine(article), Status.DONE)


def test_seconds_add_up_by_article_and_day(ws, clock):
    my_day.record(ws, "a1", 30)
    my_day.record(ws, "a1", 25)
    my_day.record(ws, "a2", 5)
    assert my_day.seconds_today(ws) == 60

    clock.move(days=1)

    assert my_day.seconds_today(ws) == 0
    my_day.record(ws, "a1", 10)
    assert my_day.my_day(ws).today.seconds == 10
    assert my_day.my_day(ws).in_all.seconds == 70
    assert check(ws) == []


def test_time_belongs_to_who_is_present(ws):
    my_day.record(ws, "a1", 30)
    ws.sign_in("Omid")

    assert my_day.seconds_today(ws) == 0


def test_nothing_is_recorded_where_nobody_is_present_or_for_an_article_that_is_gone(ws):
    my_day.record(ws, "nowhere", 30)
    ws.person = None
    my_day.record(ws, "a1", 30)

    assert ws.database.value("SELECT count(*) FROM time_spent") == 0
    assert my_day.my_day(ws) is None
    assert my_day.done_today(ws) == 0


def test_an_article_counts_on_the_day_it_was_marked_as_done(ws, clock):
    finish(ws)
    assert my_day.done_today(ws) == 1
    clock.move(days=1)
    finish(ws, "a2")

    assert my_day.done_today(ws) == 1
    assert my_day.my_day(ws).in_all.articles == 2


def test_an_article_taken_back_or_undone_does_not_count(ws):
    finish(ws)
    operations.set_status(ws, mine(), Status.STARTED)
    finish(ws, "a2")
    ws.undo()

    assert my_day.done_today(ws) == 0


def test_an_article_marked_twice_counts_once(ws):
    finish(ws)
    operations.set_status(ws, mine(), Status.STARTED)
    finish(ws)

    assert my_day.done_today(ws) == 1


def test_spans_count_on_the_day_they_were_made(ws, clock):
    operations.mark(ws, mine(), "SPEAKER", *place("علی رضایی"))
    clock.move(days=1)
    operations.mark(ws, mine(), "SPEAKER", *place("وزیر کشاورزی"))

    assert my_day.my_day(ws).today.spans == 1
    assert my_day.my_day(ws).in_all.spans == 2


def test_the_median_is_that_of_articles_done(ws):
    my_day.record(ws, "a1", 100)
    assert my_day.my_day(ws).median_seconds is None
    finish(ws)
    assert my_day.my_day(ws).median_seconds == 100
    my_day.record(ws, "a2", 50)
    finish(ws, "a2")
    assert my_day.my_day(ws).median_seconds == 75


def test_leads_see_sums_only_where_the_project_says_so(ws):
    my_day.record(ws, "a1", 30)
    with pytest.raises(UserError, match="only her own time"):
        my_day.sums(ws)

    my_day.show_sums(ws, True)

    assert my_day.sums(ws) == [("Sara", 30), ("Omid", 0)]
    ws.sign_in("Omid")
    with pytest.raises(UserError, match="Only a lead"):
        my_day.sums(ws)
    with pytest.raises(UserError, match="Only a lead"):
        my_day.show_sums(ws, False)


def test_an_export_does_not_hold_the_time(ws):
    before, after = io.BytesIO(), io.BytesIO()
    export(ws, before)
    my_day.record(ws, "a1", 4711)
    export(ws, after)

    assert after.getvalue() == before.getvalue()
