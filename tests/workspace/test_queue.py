import pytest

from annotator.domain.layer import Status
from annotator.workspace import operations
from annotator.workspace.queue import QueueFilter
from workspace.projects import article, bring, layer, mine, record, span


def ids(ws, **wanted):
    return [row.article_id for row in ws.queue(QueueFilter(**wanted))]


@pytest.fixture
def full(ws):
    bring(
        ws,
        record(article("b1", "متن", title="كتاب", source="ایرنا"), layer("b1", "Sara")),
        record(
            article("b2", "متن دوم", title="دفتر", source="ایسنا", published="2025-01-01"),
            layer("b2", "Sara", [span("s", 0, 3, flag=True)], Status.STARTED),
        ),
        record(article("b3", "متن سوم"), layer("b3", "Omid", [span("s", 0, 3)])),
    )
    return ws


def test_rows_tell_what_the_list_shows(full):
    row = full.queue()[3]

    assert (row.article_id, row.title, row.source, row.published) == (
        "b2",
        "دفتر",
        "ایسنا",
        "2025-01-01",
    )
    assert (row.status, row.spans, row.flag, row.question, row.words) == (
        "started",
        1,
        False,
        True,
        2,
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["a1", "a2", "b1", "b2", "b3"]),
        ({"text": "کتاب"}, ["b1"]),
        ({"text": "b"}, ["b1", "b2", "b3"]),
        ({"statuses": frozenset({Status.DONE})}, ["b1"]),
        ({"statuses": frozenset({Status.NEW})}, ["a1", "a2", "b3"]),
        ({"statuses": frozenset({Status.NEW, Status.DONE})}, ["a1", "a2", "b1", "b3"]),
        ({"statuses": frozenset(Status)}, ["a1", "a2", "b1", "b2", "b3"]),
        ({"flagged": True}, ["b2"]),
        ({"label": "TOPIC"}, ["b2"]),
        ({"label": "TOPIC", "annotator": "Omid"}, ["b3"]),
        ({"label": "TOPIC", "text": "کتاب"}, []),
        ({"source": "ایرنا"}, ["b1"]),
        ({"order": "-import"}, ["b3", "b2", "b1", "a2", "a1"]),
        ({"order": "-published"}, ["b2", "a1", "a2", "b1", "b3"]),
        ({"order": "words", "source": ""}, ["b3", "a2", "a1"]),
    ],
)
def test_filters_and_orders(full, wanted, found):
    assert ids(full, **wanted) == found


def test_the_latest_work_can_come_first(full, clock):
    clock.move(minutes=5)
    operations.mark(full, mine("a2"), "TOPIC", 0, 5)

    assert ids(full, order="-modified")[0] == "a2"


def test_places_are_known_both_ways(full):
    queue = full.queue(QueueFilter(order="-import"))

    assert [queue.position(row.article_id) for row in queue] == [0, 1, 2, 3, 4]
    assert queue[-1].article_id == "a1"
    assert queue.position("none") is None
    assert full.queue(QueueFilter(text="کتاب")).position("a1") is None


def test_a_row_is_read_again_after_a_change(full):
    queue = full.queue()
    assert queue[0].status is Status.NEW
    operations.set_status(full, mine("a1"), Status.DONE)

    queue.forget("a1")

    assert queue[0].status is Status.DONE


def test_rows_are_read_a_page_at_a_time(ws):
    bring(ws, *(record(article(f"n{i}", f"متن {i}")) for i in range(1000)))
    queue = ws.queue()
    asked = []
    ws.database.connection.trace_v2(1, lambda event: asked.append(event["sql"]))

    rows = [queue[500], queue[501], queue[599]]

    ws.database.connection.trace_v2(0, None)
    assert [row.article_id for row in rows] == ["n498", "n499", "n597"]
    assert len(asked) == 1


def test_counts_by_person(full):
    assert full.counts() == {"new": 3, "started": 1, "done": 1, "skipped": 0}
    assert full.counts("Omid") == {"new": 4, "started": 0, "done": 1, "skipped": 0}
    assert full.stats() == {
        "articles": 5,
        "people": [
            {"name": "Sara", "new": 3, "started": 1, "done": 1, "skipped": 0, "spans": 1},
            {"name": "Omid", "new": 4, "started": 0, "done": 1, "skipped": 0, "spans": 1},
        ],
        "labels": {"TOPIC": 2},
    }
