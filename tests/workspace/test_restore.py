from annotator.domain.layer import Status
from annotator.workspace import operations
from workspace.projects import TEXT, mine, place


def mark(ws, words, label="SPEAKER"):
    return operations.mark(ws, mine(), label, *place(words)).selected


def test_a_layer_becomes_what_it_was_and_undo_takes_that_back(ws):
    speaker = mark(ws, "علی رضایی")
    operations.name_entity(ws, mine(), speaker, "علی رضایی")
    then, seq = ws.layer(mine()), ws.journal.last()
    mark(ws, "گندم", "TOPIC")
    operations.delete(ws, mine(), [speaker])
    operations.set_status(ws, mine(), Status.DONE)
    now = ws.layer(mine())

    operations.restore_layer(ws, mine(), seq)

    assert ws.layer(mine()) == then == ws.layer_store.read(mine())
    assert ws.history("a1")[0].name == "restore"
    ws.undo()
    assert ws.layer(mine()) == now == ws.layer_store.read(mine())


def test_a_layer_becomes_empty_as_before_its_first_step(ws):
    before = ws.journal.last()
    mark(ws, "گندم", "TOPIC")
    operations.restore_layer(ws, mine(), before)

    assert ws.layer(mine()).state is None
    assert ws.layer_store.read(mine()).spans == {}
    ws.undo()
    assert [s.quoted(TEXT) for s in ws.layer(mine()).index] == ["گندم"]


def test_restoring_the_present_state_changes_nothing(ws):
    mark(ws, "گندم", "TOPIC")
    seq = ws.journal.last()

    assert not operations.restore_layer(ws, mine(), seq).layers
    assert ws.journal.last() == seq


def test_a_deleted_span_comes_back_with_links_and_entity(ws):
    speaker = mark(ws, "علی رضایی")
    quote = mark(ws, "قرارداد خرید گندم امضا شده است", "QUOTE")
    operations.name_entity(ws, mine(), speaker, "رضایی")
    operations.link(ws, mine(), "SAID_BY", quote, speaker)
    before = ws.layer(mine())
    operations.delete(ws, mine(), [speaker])
    (gone,) = operations.deleted_spans(ws, mine())
    assert (gone.span.id, gone.person, gone.entity.name) == (speaker, "Sara", "رضایی")

    operations.restore_spans(ws, mine(), [speaker])

    after = ws.layer(mine())
    assert (after.spans, after.relations, after.entities) == (
        before.spans,
        before.relations,
        before.entities,
    )
    assert operations.deleted_spans(ws, mine()) == []
    ws.undo()
    assert speaker not in ws.layer(mine()).spans


def test_what_an_undo_took_away_is_not_in_the_bin(ws):
    mark(ws, "گندم", "TOPIC")
    ws.undo()
    assert operations.deleted_spans(ws, mine()) == []
    kept = mark(ws, "گندم", "TOPIC")
    operations.delete(ws, mine(), [kept])
    ws.undo()
    assert operations.deleted_spans(ws, mine()) == []
    ws.redo()
    assert [one.span.id for one in operations.deleted_spans(ws, mine())] == [kept]


def test_a_link_whose_other_end_is_gone_stays_away(ws):
    speaker = mark(ws, "علی رضایی")
    quote = mark(ws, "قرارداد خرید گندم امضا شده است", "QUOTE")
    operations.link(ws, mine(), "SAID_BY", quote, speaker)
    operations.delete(ws, mine(), [speaker, quote])

    operations.restore_spans(ws, mine(), [quote])

    assert list(ws.layer(mine()).spans) == [quote]
    assert ws.layer(mine()).relations == {}
