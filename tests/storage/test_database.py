import threading

import pytest

from annotator.domain.errors import UserError
from annotator.workspace import check, operations
from workspace.projects import mine, place


def write_notes(ws):
    for number in range(10_000):
        operations.set_note(ws, mine(), None, "ن" * 2000 + str(number))


def test_a_full_disk_is_a_sentence_and_loses_nothing(ws):
    operations.mark(ws, mine(), "TOPIC", *place("گندم"))
    pages = ws.database.value("PRAGMA page_count")
    ws.database.execute(f"PRAGMA max_page_count = {pages + 5}")

    with pytest.raises(UserError, match=r"disk of .* is full: make room"):
        write_notes(ws)

    saved = ws.layer(mine())
    assert saved.state.note
    assert ws.layer_store.read(mine()) == saved
    ws.database.execute("PRAGMA max_page_count = 100000")
    operations.mark(ws, mine(), "TOPIC", *place("باران"))
    assert check.check(ws) == []
    assert ws.undo() is not None


def spoil(ws):
    with ws.database.transaction():
        ws.database.execute("UPDATE article SET title = 'x'")
        raise ZeroDivisionError


def test_what_fails_inside_a_transaction_leaves_no_trace(ws):
    with pytest.raises(ZeroDivisionError):
        spoil(ws)

    assert ws.queue()[0].title == "گندم"


def test_the_connection_belongs_to_its_thread(ws):
    caught = []

    def use():
        try:
            ws.article_ids()
        except RuntimeError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()

    assert len(caught) == 1


def test_a_snapshot_does_not_see_what_others_write_meanwhile(ws):
    with ws.elsewhere() as other, other.database.snapshot():
        assert len(other.layer(mine()).spans) == 0
        operations.mark(ws, mine(), "TOPIC", *place("گندم"))
        other.forget()
        assert len(other.layer(mine()).spans) == 0
    with ws.elsewhere() as other:
        assert len(other.layer(mine()).spans) == 1
