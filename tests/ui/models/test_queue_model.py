from dataclasses import dataclass

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from annotator.domain.layer import Status
from annotator.ui.models.queue_model import ENTRY_ROLE, QueueModel


@dataclass
class Row:
    article_id: str
    title: str = "عنوان"
    status: Status = Status.NEW
    words: int = 10
    spans: int = 0
    flag: bool = False
    question: bool = False


class Rows(list):
    def position(self, article):
        return next((i for i, row in enumerate(self) if row.article_id == article), None)


class Counting(Rows):
    """A long queue that counts how many rows were asked for."""

    asked = 0

    def __len__(self):
        return 100_000

    def __getitem__(self, row):
        self.asked += 1
        return Row(str(row))


@pytest.fixture
def model(qapp):
    made = QueueModel()
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def test_rows_come_and_go(model):
    model.set_queue(Rows([Row("a"), Row("b", flag=True)]))
    assert model.rowCount() == 2
    assert model.index(1).data() == "عنوان"
    assert model.index(1).data(ENTRY_ROLE).flag
    model.set_queue(Rows([Row("a")]))
    model.set_queue(None)
    assert model.rowCount() == 0
    assert model.article(0) is None


def test_the_same_number_of_rows_keeps_the_place(model):
    model.set_queue(Rows([Row("a"), Row("b")]))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_queue(Rows([Row("a", status=Status.DONE), Row("b")]))

    assert resets == []
    assert model.index(0).data(ENTRY_ROLE).status is Status.DONE


def test_articles_are_found_by_row_and_rows_by_article(model):
    model.set_queue(Rows([Row("a"), Row("b")]))

    assert model.article(1) == "b"
    assert (model.row_of("b"), model.row_of("x"), model.row_of(None)) == (1, -1, -1)


def test_the_next_open_article_is_looked_for_all_round(model):
    done = Status.DONE
    model.set_queue(Rows([Row("a"), Row("b", status=done), Row("c", status=done)]))

    assert model.first_open(2) == 0
    assert model.first_open(0) == -1


def test_showing_a_long_queue_asks_for_the_visible_rows_only(qtbot):
    from annotator.ui.views.queue_panel import QueuePanel

    model, queue = QueueModel(), Counting()
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.set_model(model)
    model.set_queue(queue)
    panel.resize(260, 700)
    panel.show()
    qtbot.waitExposed(panel)

    assert queue.asked < 200
