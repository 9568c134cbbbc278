"""The clock counts work and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.ui.work_clock import IDLE_SECONDS, ActiveTime, WorkClock


@pytest.fixture
def clock(qtbot):
    """Give a clock whose time the test moves, on a shown window, with what it told."""
    widget = QWidget()
    qtbot.addWidget(widget)
    moment = [0.0]
    made = WorkClock(now=lambda: moment[0])
    told = []
    made.spent.connect(lambda key, seconds: told.append((key, seconds)))
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(lambda: widget.windowHandle() is not None and widget.isActiveWindow())
    made._watch(widget.windowHandle())
    made.flush()
    yield made, moment, told, widget
    made._watch(None)


def test_time_between_actions_counts():
    time = ActiveTime()
    time.touch(0)
    time.touch(20)
    time.touch(50)

    assert time.drain(55) == 55


def test_a_break_is_left_out_but_for_the_minute_in_which_the_clock_stops():
    time = ActiveTime()
    time.touch(0)
    time.touch(3600)

    assert time.drain(3600) == IDLE_SECONDS


def test_nothing_counts_while_another_program_has_the_focus():
    time = ActiveTime()
    time.touch(0)
    time.stop(10)

    assert time.drain(30) == 10
    time.touch(1000)
    assert time.drain(1005) == 5


def test_parts_of_a_second_are_kept_for_the_next_batch():
    time = ActiveTime()
    time.touch(0)

    assert [time.drain(n * 0.5) for n in range(1, 5)] == [0, 1, 0, 1]


@given(st.lists(st.floats(0, 200), max_size=30), st.sets(st.integers(0, 29)))
def test_draining_in_between_changes_no_sum(gaps, drains):
    whole, parts = ActiveTime(), ActiveTime()
    now, told = 0.0, 0
    for place, gap in enumerate(gaps):
        now += gap
        whole.touch(now)
        parts.touch(now)
        if place in drains:
            told += parts.drain(now)

    assert abs(told + parts.drain(now) - whole.drain(now)) <= 1


def test_keys_and_mouse_in_the_window_count_for_the_article_at_hand(clock):
    made, moment, told, widget = clock
    made.work_on("a1")
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    moment[0] = 40
    QTest.mouseMove(widget.windowHandle(), widget.rect().center())
    QTest.mouseClick(widget.windowHandle(), Qt.MouseButton.LeftButton)
    moment[0] = 45
    made.work_on("a2")
    moment[0] = 50
    made.flush()

    assert told == [("a1", 45), ("a2", 5)]


def test_without_an_article_no_time_is_told(clock):
    made, moment, told, widget = clock
    made.work_on(None)
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    moment[0] = 30
    made.flush()

    assert told == []
