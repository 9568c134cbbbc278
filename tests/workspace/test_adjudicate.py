"""Verdicts: what gold holds afterwards, where it says it comes from, and that undo takes all back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.ids import EntityId, RelationId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState, Status
from annotator.domain.span import Entity, Relation, SourceRef, Span, single
from annotator.workspace import operations
from annotator.workspace import review as reviews
from annotator.workspace.operations import adjudicate
from annotator.workspace.operations.adjudicate import Verdict
from annotator.workspace.review import LinkCase, review
from workspace.projects import TEXT, article, bring, mine, place, project, record

GOLD = mine(annotator=None)


def made(name, spans, relations=(), entities=(), status=Status.DONE):
    """Give a layer record of an annotator."""
    return Layer(
        LayerKey("a1", name),
        LayerState(status),
        {s.id: s for s in spans},
        {r.id: r for r in relations},
        {e.id: e for e in entities},
    )


def speaker(identity, words, entity=None, **values):
    return Span(SpanId(identity), "SPEAKER", single(*place(words)), {}, entity, **values)


def quote(identity, words, kind="direct"):
    return Span(SpanId(identity), "QUOTE", single(*place(words)), {"type": kind})


def said_by(identity, source, target):
    return Relation(RelationId(identity), "SAID_BY", SpanId(source), SpanId(target))


SARA = made(
    "Sara",
    [
        speaker("s1", "وزیر کشاورزی"),
        quote("q1", "«امسال باران خوب بود»"[0:18]),
        speaker("s2", "علی رضایی"),
    ],
    [said_by("r1", "q1", "s1")],
)
OMID = made(
    "Omid",
    [
        speaker("s1", "وزیر کشاورزی"),
        quote("q1", "«امسال باران خوب بود و گندم"),
        speaker("s3", "خبرنگاران"),
    ],
    [said_by("r1", "q1", "s3")],
)


@pytest.fixture
def two(ws):
    """Give a project in which both have finished the first article."""
    bring(ws, record(article("a1"), SARA), record(article("a1"), OMID), replace=True)
    return ws


def content(layer, leave_out=("SAME_AS",)):
    """Give what a layer says, apart from ids, origins and times."""
    groups = {}
    for span in layer.index:
        if span.entity:
            groups.setdefault(span.entity, set()).add((span.label, span.pieces))
    spans = sorted((s.label, s.pieces, sorted(s.attributes.items())) for s in layer.index)
    links = sorted(
        (r.label, layer.spans[r.source].pieces, layer.spans[r.target].pieces)
        for r in layer.relations.values()
        if r.label not in leave_out
    )
    names = {layer.entities[e].name: sorted(group) for e, group in groups.items()}
    return spans, links, sorted(map(sorted, groups.values())), sorted(names)


def settle_all(ws, name):
    """Take one annotator's side on every case and every link."""
    for case in review(ws, "a1").cases:
        adjudicate.take(ws, review(ws, "a1"), case, name)
    for link in [one for one in review(ws, "a1").open if isinstance(one, LinkCase)]:
        adjudicate.take(ws, review(ws, "a1"), link, name)


def case_at(ws, words):
    found = review(ws, "a1")
    start, _ = place(words)
    return found, next(c for c in found.cases if c.start == start)


def test_questions_stand_in_reading_order_with_links_after_their_start(two):
    found = review(two, "a1")

    kinds = [("link" if isinstance(q, LinkCase) else str(q.kind)) for q in found.questions]
    assert kinds == ["boundary", "link", "missing", "missing"]
    assert not found.is_ready(found.questions[1])


@pytest.mark.parametrize("name", ["Sara", "Omid"])
def test_taking_one_side_everywhere_gives_her_layer(two, name):
    settle_all(two, name)

    gold = two.layer(GOLD)
    assert content(gold) == content(two.layer(mine(annotator=name)))
    assert gold.status is Status.DONE
    assert review(two, "a1").open == []


def test_gold_says_where_it_comes_from(two):
    found, case = case_at(two, "«امسال")
    affected = adjudicate.take(two, found, case, "Sara", reason="بند ۱")

    span = next(iter(two.layer(GOLD).spans.values()))
    assert span.provenance.verdict == "b"
    assert span.provenance.from_layers == (SourceRef("Sara", "q1"), SourceRef("Omid", "q1"))
    assert (span.provenance.reason, span.provenance.decided_by) == ("بند ۱", "Sara")
    assert affected.layers == {GOLD}


def test_nothing_here_is_a_decision_with_the_letter_of_who_marked_nothing(two):
    found, case = case_at(two, "علی رضایی")
    adjudicate.take(two, found, case, "Omid")

    gold = two.layer(GOLD)
    assert not gold.spans
    (decision,) = gold.decisions.values()
    assert (decision.verdict, decision.from_layers) == ("a", (SourceRef("Sara", "s2"),))
    assert (decision.start, decision.end) == place("علی رضایی")


@pytest.mark.parametrize("verdict", [Verdict.BOTH_WRONG, Verdict.UNCLEAR])
def test_a_case_may_be_settled_without_gold(two, verdict):
    found, case = case_at(two, "«امسال")
    adjudicate.decide(two, found, case, verdict, reason="?")

    gold = two.layer(GOLD)
    assert not gold.spans
    assert [d.verdict for d in gold.decisions.values()] == [verdict]
    assert not review(two, "a1").is_open(case)


def test_merging_joins_the_extents(two):
    found, case = case_at(two, "«امسال")
    adjudicate.merge(two, found, case)

    (span,) = two.layer(GOLD).spans.values()
    assert (span.start, span.end) == (case.start, case.end)
    assert span.provenance.verdict == "merged"


def test_merging_other_labels_keeps_both(ws):
    start, end = place("گندم")
    one = Span(SpanId("x"), "TOPIC", single(start, end))
    other = Span(SpanId("y"), "SPEAKER", single(start, end))
    bring(
        ws, record(article("a1"), made("Sara", [one])), record(article("a1"), made("Omid", [other]))
    )
    found = review(ws, "a1")
    adjudicate.merge(ws, found, found.cases[0])

    gold = ws.layer(GOLD)
    assert {s.label: s.provenance.from_layers for s in gold.spans.values()} == {
        "TOPIC": (SourceRef("Sara", "x"),),
        "SPEAKER": (SourceRef("Omid", "y"),),
    }


def test_an_answer_of_ones_own_is_snapped_and_bears_all_sources(two):
    found, case = case_at(two, "«امسال")
    adjudicate.own(two, found, case, "QUOTE", *place("«امسال باران خوب بود و گندم بیشتری خریدیم.»"))

    (span,) = two.layer(GOLD).spans.values()
    assert span.quoted(TEXT) == "«امسال باران خوب بود و گندم بیشتری خریدیم.»"
    assert span.provenance.verdict == "own"
    assert len(span.provenance.from_layers) == 2
    assert span.attributes["type"] == "direct"


def test_another_verdict_replaces_the_one_before_and_keeps_the_links(two):
    settle_all(two, "Sara")
    found, case = case_at(two, "«امسال")
    before = two.layer(GOLD)
    adjudicate.take(two, found, case, "Omid")

    gold = two.layer(GOLD)
    assert gold.relations.keys() == before.relations.keys()
    assert gold.spans.keys() == before.spans.keys()
    changed = next(s for s in gold.spans.values() if s.label == "QUOTE")
    assert changed.provenance.verdict == "a"


def test_a_link_waits_for_its_spans(two):
    found = review(two, "a1")
    link = next(q for q in found.questions if isinstance(q, LinkCase))

    with pytest.raises(UserError, match="first"):
        adjudicate.take(two, found, link, "Sara")


def test_a_link_to_what_gold_leaves_out_is_no_question(ws):
    spans = [speaker("s1", "وزیر کشاورزی"), quote("q1", "«امسال باران خوب بود")]
    bring(ws, record(article("a1"), made("Sara", spans, [said_by("r1", "q1", "s1")])))
    bring(ws, record(article("a1"), made("Omid", spans[1:])))
    adjudicate.settle_plain(ws, ["a1"])
    found, case = case_at(ws, "وزیر")
    adjudicate.take(ws, found, case, "Omid")

    assert review(ws, "a1").open == []
    assert ws.layer(GOLD).status is Status.DONE


def test_links_that_all_made_follow_their_spans(ws):
    spans = [speaker("s1", "وزیر کشاورزی"), quote("q1", "«امسال باران خوب بود")]
    links = [said_by("r1", "q1", "s1")]
    bring(ws, *(record(article("a1"), made(n, spans, links)) for n in ("Sara", "Omid")))
    adjudicate.settle_plain(ws, ["a1"])

    gold = ws.layer(GOLD)
    (relation,) = gold.relations.values()
    assert relation.provenance.from_layers == (SourceRef("Omid", "r1"), SourceRef("Sara", "r1"))
    assert gold.status is Status.DONE


def test_mentions_of_one_entity_stay_together_and_are_tied(ws):
    entities = [Entity(EntityId("e"), "علی رضایی", "person")]
    spans = [speaker("m1", "علی رضایی", "e"), speaker("m2", "رضایی این"[:5], "e")]
    spans[1] = Span(SpanId("m2"), "SPEAKER", single(*place("رضایی", nth=1)), {}, EntityId("e"))
    bring(ws, *(record(article("a1"), made(n, spans, (), entities)) for n in ("Sara", "Omid")))
    adjudicate.settle_plain(ws, ["a1"])

    gold = ws.layer(GOLD)
    assert len(gold.entities) == 1
    assert len({s.entity for s in gold.spans.values()}) == 1
    (tie,) = gold.relations.values()
    assert tie.label == "SAME_AS"
    assert tie.provenance is not None


def test_trifles_go_by_the_rule_of_the_label(ws):
    inner, outer = (
        place("امسال باران خوب بود و گندم بیشتری خریدیم."),
        place("«امسال باران خوب بود و گندم بیشتری خریدیم.»"),
    )
    for name, (start, end) in (("Sara", inner), ("Omid", outer)):
        one = Span(SpanId("q"), "QUOTE", single(start, end), {"type": "direct"})
        bring(ws, record(article("a1"), made(name, [one])))
    adjudicate.settle_plain(ws, ["a1"])

    (span,) = ws.layer(GOLD).spans.values()
    assert (span.start, span.end) == outer
    assert span.provenance.verdict == "a"


def test_plain_cases_of_many_articles_are_one_step(two):
    other = {n: Layer(LayerKey("a2", n), LayerState(Status.DONE)) for n in ("Sara", "Omid")}
    bring(two, *(record(two.article("a2"), layer) for layer in other.values()))
    adjudicate.settle_plain(two, reviews.to_settle(two))

    assert len(two.layer(GOLD).spans) == 1
    two.undo()
    assert two.layer(GOLD).is_empty
    assert two.layer(GOLD).state is None


def test_gold_edited_by_hand_says_so_and_keeps_its_sources(two):
    found, case = case_at(two, "«امسال")
    adjudicate.take(two, found, case, "Sara")
    (span,) = two.layer(GOLD).spans.values()
    operations.resize(two, GOLD, span.id, 0, *place("«امسال باران"), exact=True)
    operations.mark(two, GOLD, "TOPIC", *place("قرارداد"))

    by_label = {s.label: s.provenance for s in two.layer(GOLD).spans.values()}
    assert by_label["QUOTE"].verdict == "own"
    assert len(by_label["QUOTE"].from_layers) == 2
    assert (by_label["TOPIC"].verdict, by_label["TOPIC"].decided_by) == ("own", "Sara")
    assert not review(two, "a1").is_open(case)


def test_only_a_lead_settles(two):
    two.sign_in("Omid")
    found, case = case_at(two, "«امسال")

    with pytest.raises(UserError, match="lead"):
        adjudicate.take(two, found, case, "Sara")


def test_unfinished_work_is_not_compared(ws):
    bring(
        ws,
        record(article("a1"), SARA),
        record(article("a1"), made("Omid", [], status=Status.STARTED)),
    )

    assert reviews.to_settle(ws) == []
    with pytest.raises(UserError, match="two people"):
        review(ws, "a1")


def test_the_queue_weighs_what_is_open(two):
    (before,) = reviews.review_queue(two)
    settle_all(two, "Sara")
    (after,) = reviews.review_queue(two)

    assert (before.open, before.questions, before.settled) == (4, 4, False)
    assert (after.open, after.amount, after.settled) == (0, 0, True)


def test_new_work_reopens_only_what_is_new(two):
    settle_all(two, "Sara")
    more = made(
        "Omid", [*OMID.spans.values(), quote("q9", "قرارداد خرید گندم")], OMID.relations.values()
    )
    bring(two, record(article("a1"), more), replace=True)

    found = review(two, "a1")
    assert [TEXT[slice(*found.place(q))] for q in found.open] == ["قرارداد خرید گندم"]


def test_anonymous_names_are_numbers_in_an_order_of_each_article(two):
    names = ["Omid", "Sara"]
    assert reviews.shown_names(two, "a1", names) == [("Omid", "Omid"), ("Sara", "Sara")]
    two.set_setting(reviews.ANONYMOUS, True)

    orders = {tuple(n for n, _ in reviews.shown_names(two, f"a{i}", names)) for i in range(20)}
    assert orders == {("Omid", "Sara"), ("Sara", "Omid")}
    assert [shown for _, shown in reviews.shown_names(two, "a1", names)] == ["1", "2"]
    assert reviews.shown_names(two, "a1", names) == reviews.shown_names(two, "a1", names)


def test_a_decision_survives_export_and_import(two, tmp_path):
    from annotator.workspace.transfer import ImportOptions, export, import_paths

    settle_all(two, "Omid")
    target = tmp_path / "gold.jsonl"
    export(two, target)
    with project(tmp_path, name="again") as again:
        import_paths(again, [target], ImportOptions(replace=True))
        assert again.layer(GOLD).decisions == two.layer(GOLD).decisions
        assert review(again, "a1").open == []


@st.composite
def layers(draw):
    """Draw two layers of speakers with entities, quotes, and links between them."""
    drawn = []
    for name in ("Sara", "Omid"):
        edges = st.tuples(st.integers(0, 20), st.integers(1, 6))
        places = draw(st.lists(edges, max_size=6, unique=True))
        spans, entities = [], {}
        for number, (start, length) in enumerate(places):
            label = draw(st.sampled_from(["SPEAKER", "QUOTE", "TOPIC"]))
            entity = draw(st.sampled_from([None, "e1", "e2"])) if label == "SPEAKER" else None
            if entity:
                entities[entity] = Entity(EntityId(entity), f"{name} {entity}", "person")
            attributes = (
                {"type": draw(st.sampled_from(["direct", "mixed"]))} if label == "QUOTE" else {}
            )
            identity = SpanId(f"x{number}")
            spans.append(
                Span(identity, label, single(start * 3, start * 3 + length), attributes, entity)
            )
        quotes = [s.id for s in spans if s.label == "QUOTE"]
        speakers = [s.id for s in spans if s.label == "SPEAKER"]
        pairs = [(q, s) for q in quotes for s in speakers]
        wanted = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=4)) if pairs else []
        links = [said_by(f"r{i}", *pair) for i, pair in enumerate(wanted)]
        drawn.append(made(name, spans, links, entities.values()))
    return drawn


@settings(max_examples=20, deadline=None)
@given(layers(), st.sampled_from(["Sara", "Omid"]))
def test_any_layer_is_regained_by_taking_it_and_lost_again_by_undo(drawn, name):
    with TemporaryDirectory() as folder, project(Path(folder)) as ws:
        bring(ws, *(record(article("a1"), one) for one in drawn))
        settle_all(ws, name)
        assert content(ws.layer(GOLD)) == content(ws.layer(mine(annotator=name)))
        while ws.can_undo():
            ws.undo()
        ws.forget()
        assert ws.layer(GOLD) == Layer(GOLD)


VERDICTS = st.sampled_from(["a", "b", "merged", "both_wrong", "unclear"])


@settings(max_examples=20, deadline=None)
@given(layers(), st.data())
def test_each_verdict_is_one_step_that_undo_takes_back_exactly(drawn, data):
    with TemporaryDirectory() as folder, project(Path(folder)) as ws:
        bring(ws, *(record(article("a1"), one) for one in drawn))
        for _ in range(6):
            found = review(ws, "a1")
            ready = [q for q in (*found.cases, *found.questions) if found.is_ready(q)]
            if not ready:
                return
            question, verdict = data.draw(st.sampled_from(ready)), data.draw(VERDICTS)
            before = ws.layer(GOLD)
            settle(ws, found, question, verdict)
            after = ws.layer(GOLD)
            if after != before:
                ws.undo()
                assert ws.layer(GOLD) == before
                ws.redo()
            ws.forget()
            assert ws.layer(GOLD) == after


def settle(ws, found, question, verdict):
    names = dict(zip("ab", found.layers, strict=True))
    if verdict in names:
        adjudicate.take(ws, found, question, names[verdict])
    elif verdict == "merged":
        adjudicate.merge(ws, found, question)
    else:
        adjudicate.decide(ws, found, question, Verdict(verdict))
