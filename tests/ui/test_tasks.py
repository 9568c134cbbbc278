import threading

import pytest

from annotator.domain.errors import UserError
from annotator.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    assert made.shut_down()


def test_an_answer_comes_on_the_windows_thread(qtbot, tasks):
    seen = []
    tasks.run(lambda *_: threading.get_ident(), seen.append, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] != threading.get_ident()

    where = []
    tasks.run(lambda *_: 1, lambda _: where.append(threading.get_ident()), where.append)
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]


def test_a_user_error_is_a_sentence(qtbot, tasks):
    failures = []

    def work(_progress, _stop):
        raise UserError("Nothing there.")

    tasks.run(work, failures.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures == ["Nothing there."]


def test_another_error_does_not_die_in_silence(qtbot, tasks, caplog):
    failures = []
    tasks.run(lambda *_: 1 // 0, failures.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))

    assert failures[0].startswith("ZeroDivisionError")
    assert "job failed" in caplog.text


def test_a_late_answer_of_a_cancelled_job_is_dropped(qtbot, tasks):
    started, go, seen = threading.Event(), threading.Event(), []

    def work(_progress, stop):
        started.set()
        go.wait(5)
        return stop()

    job = tasks.run(work, seen.append, seen.append)
    assert started.wait(5)
    job.cancel()
    go.set()
    tasks.run(lambda *_: "second", seen.append, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["second"]


def test_progress_is_told_in_order(qtbot, tasks):
    seen, done = [], []

    def work(progress, _stop):
        for number in range(3):
            progress(number, 3)

    tasks.run(work, lambda _: done.append(1), done.append, lambda *p: seen.append(p))
    qtbot.waitUntil(lambda: bool(done))
    assert seen == [(0, 3), (1, 3), (2, 3)]
