import pytest

from annotator.domain.errors import Overtaken, UserError
from annotator.domain.layer import Status
from annotator.domain.span import Piece
from annotator.workspace import operations
from workspace.projects import OTHER, TEXT, article, bring, mine, place, record


def spans(ws, identity="a1"):
    return ws.layer(mine(identity)).index.ordered


def only(ws):
    (span,) = spans(ws)
    return span


def mark(ws, label, words, nth=0):
    return operations.mark(ws, mine(), label, *place(words, nth=nth)).selected


def test_marking_snaps_by_the_rule_of_the_label_and_fills_in_what_it_can(ws, clock):
    start, end = place("امسال باران خوب بود و گندم بیشتری خریدیم.")

    done = operations.mark(ws, mine(), "QUOTE", start + 1, end - 4)

    span = only(ws)
    assert span.quoted(TEXT) == "«امسال باران خوب بود و گندم بیشتری خریدیم.»"
    assert span.attributes == {"type": "direct"}
    assert (done.selected, span.created) == (span.id, "2026-11-23T08:00:00Z")
    assert ws.layer(mine()).status is Status.STARTED
    assert ws.layer(mine()).state.scheme == ("test", 1)


def test_exact_marking_takes_the_letters_as_they_are(ws):
    operations.mark(ws, mine(), "SPEAKER", 1, 3, exact=True)

    assert only(ws).pieces == (Piece(1, 3),)


def test_marking_the_same_again_selects_what_is_there(ws):
    first = mark(ws, "SPEAKER", "رضایی")
    entries = ws.journal.last()

    assert mark(ws, "SPEAKER", "رضایی") == first
    assert mark(ws, "TOPIC", "رضایی") != first
    assert ws.journal.last() == entries + 1


@pytest.mark.parametrize(("label", "start", "end"), [("NONE", 0, 4), ("SPEAKER", 5, 5)])
def test_marking_nothing_or_by_an_unknown_label_is_refused_in_a_sentence(ws, label, start, end):
    with pytest.raises(UserError):
        operations.mark(ws, mine(), label, start, end)

    assert ws.layer(mine()).state is None


def test_relabelling_keeps_the_values_that_the_new_label_knows(ws):
    span = mark(ws, "SPEAKER", "رضایی")
    operations.set_attribute(ws, mine(), span, "kind", "body")

    operations.relabel(ws, mine(), span, "QUOTE")
    assert only(ws).attributes == {"type": "indirect"}

    ws.undo()
    assert only(ws).attributes == {"kind": "body"}


def test_resizing_lets_what_the_tool_filled_in_follow_but_not_what_a_person_chose(ws):
    inside, whole = place("باران خوب"), place("«امسال باران خوب بود و گندم بیشتری خریدیم.»")
    span = operations.mark(ws, mine(), "QUOTE", *inside).selected
    assert only(ws).attributes["type"] == "indirect"

    operations.resize(ws, mine(), span, 0, *whole)
    assert only(ws).attributes["type"] == "direct"

    operations.set_attribute(ws, mine(), span, "type", "mixed")
    operations.resize(ws, mine(), span, 0, *inside)
    assert only(ws).attributes["type"] == "mixed"


def test_pieces_come_go_and_grow_together(ws):
    span = mark(ws, "QUOTE", "باران خوب")
    operations.add_piece(ws, mine(), span, *place("گندم بیشتری"))
    assert only(ws).quoted(TEXT) == "باران خوب گندم بیشتری"

    operations.resize(ws, mine(), span, 0, *place("باران خوب بود و گندم"))
    assert only(ws).pieces == (Piece(*place("باران خوب بود و گندم بیشتری")),)

    ws.undo()
    operations.remove_piece(ws, mine(), span, 0)
    assert only(ws).quoted(TEXT) == "گندم بیشتری"
    with pytest.raises(UserError, match="one piece only"):
        operations.remove_piece(ws, mine(), span, 0)


def test_deleting_spans_takes_their_links_in_the_same_step(ws):
    quote, speaker = mark(ws, "QUOTE", "باران خوب"), mark(ws, "SPEAKER", "وزیر کشاورزی")
    operations.link(ws, mine(), "SAID_BY", quote, speaker)
    before = ws.layer(mine())

    operations.delete(ws, mine(), [speaker])
    assert ws.layer(mine()).relations == {}
    assert [span.id for span in spans(ws)] == [quote]

    ws.undo()
    assert ws.layer(mine()) == before


def test_a_link_needs_the_ends_that_the_scheme_allows(ws):
    quote, speaker = mark(ws, "QUOTE", "باران خوب"), mark(ws, "SPEAKER", "وزیر کشاورزی")

    with pytest.raises(UserError, match="cannot lead from SPEAKER to QUOTE"):
        operations.link(ws, mine(), "SAID_BY", speaker, quote)
    with pytest.raises(UserError, match="linked to itself"):
        operations.link(ws, mine(), "SAID_BY", quote, quote)
    with pytest.raises(UserError, match="no link NONE"):
        operations.link(ws, mine(), "NONE", quote, speaker)


def test_the_only_link_of_a_kind_is_replaced_and_never_runs_in_a_circle(ws):
    a, b, c = (mark(ws, "QUOTE", words) for words in ("باران خوب", "گندم بیشتری", "قرارداد خرید"))
    operations.link(ws, mine(), "CONTINUES", c, b)
    operations.link(ws, mine(), "CONTINUES", c, a)
    assert ws.layer(mine()).targets(c, "CONTINUES") == [a]

    with pytest.raises(UserError, match="already continues"):
        operations.link(ws, mine(), "CONTINUES", a, c)


def test_same_as_makes_one_entity_and_points_to_the_fullest_mention(ws):
    short, long = mark(ws, "SPEAKER", "رضایی", 1), mark(ws, "SPEAKER", "علی رضایی")
    pronoun = mark(ws, "SPEAKER", "او", TEXT.count("او", 0, place("او خوشحال")[0]))

    operations.link(ws, mine(), "SAME_AS", long, short)
    operations.link(ws, mine(), "SAME_AS", pronoun, short)

    layer = ws.layer(mine())
    assert len({span.entity for span in spans(ws)}) == 1
    assert [entity.name for entity in layer.entities.values()] == ["علی رضایی"]
    assert {(r.source, r.target) for r in layer.relations.values()} == {
        (short, long),
        (pronoun, long),
    }


def test_deleting_the_fullest_mention_ties_the_others_to_the_next(ws):
    short, long = mark(ws, "SPEAKER", "رضایی", 1), mark(ws, "SPEAKER", "علی رضایی")
    other = mark(ws, "SPEAKER", "وزیر کشاورزی")
    operations.link(ws, mine(), "SAME_AS", short, long)
    operations.link(ws, mine(), "SAME_AS", other, long)

    operations.delete(ws, mine(), [long])
    assert ws.layer(mine()).targets(short, "SAME_AS") == [other]

    operations.delete(ws, mine(), [short, other])
    assert ws.layer(mine()).entities == {}


def test_unlinking_same_as_takes_the_mention_out_of_the_entity(ws):
    short, long = mark(ws, "SPEAKER", "رضایی", 1), mark(ws, "SPEAKER", "علی رضایی")
    operations.link(ws, mine(), "SAME_AS", short, long)
    (relation,) = ws.layer(mine()).relations

    operations.unlink(ws, mine(), relation)

    assert ws.layer(mine()).spans[short].entity is None
    assert ws.layer(mine()).spans[long].entity is not None
    assert ws.layer(mine()).relations == {}


def test_entities_are_named_chosen_renamed_and_merged(ws):
    short, long = mark(ws, "SPEAKER", "رضایی", 1), mark(ws, "SPEAKER", "علی رضایی")
    other = mark(ws, "SPEAKER", "وزیر کشاورزی")
    operations.name_entity(ws, mine(), long, "علی رضایی")
    operations.name_entity(ws, mine(), other, "وزیر")
    layer = ws.layer(mine())
    candidates = operations.entity_candidates(layer, TEXT, layer.spans[short])
    assert [entity.name for entity in candidates] == ["علی رضایی", "وزیر"]

    operations.set_entity(ws, mine(), short, candidates[0].id)
    operations.rename_entity(ws, mine(), candidates[0].id, "رضایی، علی")
    operations.merge_entities(ws, mine(), candidates[0].id, candidates[1].id)

    layer = ws.layer(mine())
    assert [entity.name for entity in layer.entities.values()] == ["رضایی، علی"]
    assert len(layer.mentions(candidates[0].id)) == 3
    operations.set_entity(ws, mine(), other, None)
    assert ws.layer(mine()).spans[other].entity is None
    assert ws.layer(mine()).targets(other, "SAME_AS") == []


def test_what_is_said_of_the_article_is_stored(ws):
    operations.set_document(ws, mine(), "genre", "report")
    operations.set_note(ws, mine(), None, "یادداشت")
    operations.set_flag(ws, mine(), None, True)
    operations.set_status(ws, mine(), Status.DONE)
    operations.set_document(ws, mine(), "genre", None)

    state = ws.layer_store.read(mine()).state
    assert (state.status, state.note, state.flag, state.document) == ("done", "یادداشت", True, {})


def test_every_mention_is_found_and_labelled_in_one_step(ws):
    template = ws.layer(mine()).spans.get(mark(ws, "SPEAKER", "علی رضایی"))
    template = template or only(ws)
    operations.set_attribute(ws, mine(), template.id, "kind", "body")
    operations.name_entity(ws, mine(), template.id, "رضایی")
    template = only(ws)
    found = list(operations.find_mentions(ws, "رضایی"))
    assert [(m.article_id, m.hit, m.labels) for m in found] == [
        ("a1", "رضایی", ("SPEAKER",)),
        ("a1", "رضایی", ()),
    ]

    hits = [(mine(m.article_id), m.start, m.end) for m in found if not m.labels]
    operations.mark_all(ws, "SPEAKER", [*hits, (mine("a2"), *place("شهردار", OTHER))], template)

    assert [s.quoted(TEXT) for s in spans(ws)] == ["علی رضایی", "رضایی"]
    assert spans(ws)[1].attributes == {"kind": "body"}
    assert spans(ws)[1].entity == template.entity
    other = spans(ws, "a2")[0].entity
    assert ws.layer(mine("a2")).entities[other].name == "رضایی"
    ws.undo()
    assert spans(ws) == [template]
    assert spans(ws, "a2") == []


def test_a_step_that_somebody_else_overtook_is_refused_and_nothing_is_changed(ws):
    gold = mine(annotator=None)
    operations.mark(ws, gold, "TOPIC", *place("گندم"))
    (span,) = ws.layer(gold).spans
    ws.add_person("Nima")
    ws.set_role("Nima", ws.people()[0].role)
    ws.sign_in("Nima")
    operations.set_note(ws, gold, span, "بهتر")
    after = ws.layer(gold)

    ws.sign_in("Sara")
    with pytest.raises(Overtaken, match="cannot be undone"):
        ws.undo()

    assert ws.layer(gold) == after
    assert ws.can_undo() == "mark"


def test_a_new_step_ends_what_could_be_redone(ws):
    mark(ws, "TOPIC", "گندم")
    mark(ws, "TOPIC", "باران")
    ws.undo()
    assert ws.can_redo() == "mark"

    mark(ws, "TOPIC", "خبرنگاران")

    assert ws.can_redo() is None
    assert ws.redo() is None
    assert [span.quoted(TEXT) for span in spans(ws)] == ["گندم", "خبرنگاران"]


def test_a_step_given_up_by_a_newer_one_never_comes_back(ws):
    mark(ws, "TOPIC", "گندم")
    ws.undo()
    mark(ws, "TOPIC", "باران")
    ws.undo()

    ws.redo()

    assert only(ws).quoted(TEXT) == "باران"
    assert ws.can_redo() is None


def test_each_person_undoes_her_own_steps_only(ws):
    mark(ws, "TOPIC", "گندم")
    ws.sign_in("Omid")
    assert ws.can_undo() is None
    operations.mark(ws, mine(annotator="Omid"), "TOPIC", *place("باران"))

    ws.sign_in("Sara")
    ws.undo()

    assert spans(ws) == []
    assert len(ws.layer(mine(annotator="Omid")).spans) == 1


def test_an_undo_says_which_article_it_concerns(ws):
    mark(ws, "TOPIC", "گندم")
    operations.mark(ws, mine("a2"), "TOPIC", 0, 5)

    assert ws.undo().articles == {"a2"}
    assert ws.undo().articles == {"a1"}


def test_listeners_are_told_once_for_each_step_and_by_whom(ws):
    told = []
    stop = ws.subscribe(lambda affected, origin: told.append((affected, origin)))
    operations.mark(ws, mine(), "TOPIC", *place("گندم"))
    ws.undo(origin="menu")
    stop()
    ws.redo()

    assert [origin for _, origin in told] == [None, "menu"]
    assert told[0][0].layers == {mine()}
    assert told[0][0].kinds == {"Span", "LayerState"}


def test_articles_go_to_the_bin_with_all_work_and_come_back(ws):
    mark(ws, "TOPIC", "گندم")
    before = ws.layer(mine())

    operations.bin_articles(ws, ["a1"])
    assert ws.article_ids() == ["a2"]
    assert len(ws.queue()) == 1
    assert ws.stats()["labels"] == {}
    assert operations.binned_articles(ws) == [("a1", "گندم")]
    assert not ws.has_article("a1")
    with pytest.raises(UserError, match="no article a1"):
        ws.article("a1")
    with pytest.raises(Overtaken, match="in the bin"):
        ws.undo()

    operations.restore_articles(ws, ["a1"])
    assert ws.layer(mine()) == before
    assert ws.undo() is not None


def test_a_whole_import_can_go_to_the_bin(ws):
    bring(ws, record(article("b1", "متن")), record(article("b2", "متن دو")))
    (entry,) = [e for e in ws.history("b1") if e.kind == "import"]

    operations.remove_import(ws, entry.seq)

    assert ws.article_ids() == ["a1", "a2"]
