"""Who gets which article, what her queue then shows, and what training tells her."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.layer import LayerKey, Status
from annotator.domain.rounds import Round
from annotator.workspace import assignment, operations
from annotator.workspace.roles import SHOW_OTHERS
from workspace.projects import article, bring, layer, mine, place, record, span

PEOPLE = ["Sara", "Omid", "Nima"]


@given(st.integers(0, 60), st.integers(1, 3), st.floats(0, 1), st.integers(1, 3), st.integers(0, 9))
def test_a_share_goes_to_several_and_everybody_gets_nearly_as_many(
    count, people, share, together, seed
):
    names, articles = PEOPLE[:people], [f"a{i}" for i in range(count)]
    together = min(together, people)
    dealt = assignment.plan(articles, names, share=share, together=together, seed=seed)

    sizes = sorted(len(given_to) for given_to in dealt.values())
    several = round(count * share)
    assert sizes == sorted([together] * several + [1] * (count - several))
    loads = [sum(name in given_to for given_to in dealt.values()) for name in names]
    assert max(loads) - min(loads) <= 1
    assert dealt == assignment.plan(articles, names, share=share, together=together, seed=seed)


def test_the_queue_of_an_annotator_holds_what_is_hers_or_everybodys(ws):
    ws.add_person("Nima")
    assignment.assign(ws, {"a1": ("Sara",)}, Round("first"))
    ws.sign_in("Omid")

    assert [row.article_id for row in ws.queue()] == ["a2"]
    assert sum(ws.counts().values()) == 1
    ws.sign_in("Sara")
    assert len(ws.queue()) == 2
    assert sum(ws.counts().values()) == 2


def test_without_an_assignment_everything_is_everybodys(ws):
    ws.sign_in("Omid")
    assert len(ws.queue()) == 2
    assert ws.counts()[Status.NEW] == 2


def test_begun_work_stays_with_whom_it_was_given_to(ws):
    assignment.assign(ws, {"a1": ("Omid",), "a2": ("Omid",)}, Round("first"))
    ws.sign_in("Omid")
    operations.mark(ws, mine(annotator="Omid"), "TOPIC", *place("گندم"))
    ws.sign_in("Sara")
    assignment.assign(ws, {"a1": ("Sara",), "a2": ("Sara",)}, Round("second"))

    assert assignment.assigned_to(ws, "a1") == ["Sara", "Omid"]
    assert assignment.assigned_to(ws, "a2") == ["Sara"]
    assert [(a.round, a.person, a.articles) for a in assignment.assigned(ws)] == [
        ("first", "Omid", 1),
        ("second", "Sara", 2),
    ]
    assignment.take_back(ws)
    assert assignment.assigned_to(ws, "a2") == []


def test_only_a_lead_assigns(ws):
    ws.sign_in("Omid")
    with pytest.raises(UserError, match="lead"):
        assignment.assign(ws, {"a1": ("Omid",)}, Round("first"))


def test_others_are_hidden_until_one_is_done_and_the_lead_allows(ws):
    bring(ws, record(article("a1"), layer("a1", "Sara")))
    omid = ws.people_store.named("Omid")
    keys = (mine(annotator="Sara"), mine(annotator=None))

    assert [ws.may_see(omid, key) for key in keys] == [False, False]
    ws.set_setting(SHOW_OTHERS, True)
    assert [ws.may_see(omid, key) for key in keys] == [False, False]
    ws.sign_in("Omid")
    operations.set_status(ws, mine(annotator="Omid"), Status.DONE)
    assert [ws.may_see(omid, key) for key in keys] == [True, True]
    ws.set_setting(SHOW_OTHERS, False)
    assert [ws.may_see(omid, key) for key in keys] == [False, False]


def test_training_shows_gold_and_the_figure_only_when_done(ws):
    start, end = place("گندم")
    bring(ws, record(article("a1"), layer("a1", None, [span("g", start, end)])))
    assignment.assign(ws, {"a1": ("Omid",)}, assignment.training("practice"))
    omid = ws.sign_in("Omid")
    operations.mark(ws, mine(annotator="Omid"), "TOPIC", start, end)

    assert assignment.against_gold(ws, "a1", "Omid") is None
    assert not ws.may_see(omid, LayerKey("a1", None))
    operations.set_status(ws, mine(annotator="Omid"), Status.DONE)
    assert assignment.against_gold(ws, "a1", "Omid") == (1.0, 2)
    assert ws.may_see(omid, LayerKey("a1", None))
    assert not ws.may_see(omid, mine(annotator="Sara"))


def test_a_guideline_grows_by_examples_and_keeps_its_versions(ws):
    from annotator.workspace import guideline

    guideline.add_example(ws, "one")
    guideline.add_example(ws, "two")

    assert guideline.project_guideline(ws) == "one\n\n---\n\ntwo"
    assert guideline.guideline_version(ws) == 2
    ws.sign_in("Omid")
    with pytest.raises(UserError):
        guideline.add_example(ws, "three")
