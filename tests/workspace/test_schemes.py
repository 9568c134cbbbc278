"""A scheme may change at any time, and nobody's work is the worse for it."""

from dataclasses import replace

import pytest

from annotator.domain.errors import SchemeError, UserError
from annotator.domain.layer import LayerKey, SchemeRef
from annotator.domain.rules import ProblemKind, problems
from annotator.domain.scheme import Color, LabelType, Name
from annotator.workspace import operations, schemes
from annotator.workspace.check import check
from annotator.workspace.schemes import Loss, Part, Renaming
from annotator.workspace.workspace import Workspace
from workspace.projects import SCHEME, article, bring, layer, mine, place, record, span


def without(scheme, label):
    return replace(
        scheme,
        labels=tuple(one for one in scheme.labels if one.id != label),
        relations=tuple(r for r in scheme.relations if label not in r.sources + r.targets),
    )


def renamed(scheme, old, new):
    labels = tuple(replace(one, id=new) if one.id == old else one for one in scheme.labels)
    relations = tuple(
        replace(
            one,
            sources=tuple(new if end == old else end for end in one.sources),
            targets=tuple(new if end == old else end for end in one.targets),
        )
        for one in scheme.relations
    )
    return replace(scheme, labels=labels, relations=relations)


@pytest.fixture
def worked(ws):
    """Give a project with a quote of Sara's, and spans of Omid and in gold."""
    quote = operations.mark(ws, mine(), "QUOTE", *place("امسال باران خوب بود")).selected
    who = operations.mark(ws, mine(), "SPEAKER", *place("وزیر کشاورزی")).selected
    operations.link(ws, mine(), "SAID_BY", quote, who)
    bring(ws, record(article("a1", title="گندم"), layer("a1", "Omid", [span("o", 0, 4, "QUOTE")])))
    bring(ws, record(article("a1", title="گندم"), layer("a1", None, [span("g", 0, 4, "QUOTE")])))
    return ws


def labels_of(ws, annotator):
    return sorted(s.label for s in ws.layer(mine(annotator=annotator)).spans.values())


def test_a_changed_scheme_is_a_new_version_with_who_and_when(ws, clock):
    clock.move(hours=1)
    schemes.change_scheme(ws, without(SCHEME, "TOPIC"))

    new, old = schemes.versions(ws)
    assert (new.scheme.version, new.person, new.at) == (2, "Sara", "2026-11-23T09:00:00Z")
    assert old.scheme == SCHEME
    assert ws.scheme.label("TOPIC") is None


def test_listeners_hear_of_a_changed_scheme(ws):
    heard = []
    ws.subscribe(lambda affected, _: heard.append(affected.kinds))
    schemes.change_scheme(ws, without(SCHEME, "TOPIC"))

    assert heard == [{"scheme"}]


def test_the_same_scheme_again_makes_no_version(ws):
    schemes.change_scheme(ws, replace(SCHEME, version=7))

    assert len(schemes.versions(ws)) == 1


def test_a_scheme_that_is_not_valid_is_refused_with_the_place(ws):
    bad = replace(SCHEME, labels=(*SCHEME.labels, SCHEME.labels[0]))

    with pytest.raises(SchemeError) as caught:
        schemes.change_scheme(ws, bad)

    assert caught.value.place == "labels[3]"
    assert len(schemes.versions(ws)) == 1


def test_only_a_lead_changes_the_scheme(ws):
    ws.sign_in("Omid")

    with pytest.raises(UserError, match="Only a lead"):
        schemes.change_scheme(ws, without(SCHEME, "TOPIC"))


def test_an_older_version_comes_back_as_a_new_one(ws):
    schemes.change_scheme(ws, without(SCHEME, "TOPIC"))
    schemes.restore(ws, SchemeRef("test", 1))

    assert ws.scheme == replace(SCHEME, version=3)
    assert schemes.versions(ws)[0].restored == 1
    with pytest.raises(UserError, match="never had version 9"):
        schemes.restore(ws, SchemeRef("test", 9))


def test_a_scheme_of_another_id_keeps_its_version_the_first_time(ws):
    other = replace(SCHEME, id="other", version=4)
    schemes.change_scheme(ws, other)
    schemes.change_scheme(ws, SCHEME)
    schemes.change_scheme(ws, other)

    found = [(one.scheme.id, one.scheme.version) for one in schemes.versions(ws)]
    assert found == [("other", 5), ("test", 2), ("other", 4), ("test", 1)]


def test_a_label_taken_away_leaves_its_spans_and_is_listed_as_a_problem(worked):
    before = worked.layer(mine())
    schemes.change_scheme(worked, without(worked.scheme, "QUOTE"))

    with Workspace.open(worked.path) as fresh:
        assert fresh.layer(mine()) == before
        found = problems(fresh.article("a1"), fresh.layer(mine()), fresh.scheme)
    kinds = {problem.kind for problem in found}
    assert {ProblemKind.UNKNOWN_LABEL, ProblemKind.UNKNOWN_RELATION} <= kinds
    assert check(worked) == []


def test_what_a_new_scheme_would_leave_out_is_counted_over_all_layers(worked):
    found = schemes.losses(worked, without(worked.scheme, "QUOTE"))

    assert found == [Loss(Part.LABEL, ("QUOTE",), 3), Loss(Part.RELATION, ("SAID_BY",), 1)]


def test_attributes_and_values_in_use_are_counted(worked):
    operations.set_document(worked, mine(), "genre", "report")
    (marked,) = (s.id for s in worked.layer(mine()).spans.values() if s.label == "QUOTE")
    operations.set_attribute(worked, mine(), marked, "type", "direct")
    quote = worked.scheme.label("QUOTE")
    kind = quote.attribute("type")
    fewer = replace(kind, choices=tuple(c for c in kind.choices if c.value != "direct"))

    def with_quote(**values):
        labels = [replace(quote, **values) if one.id == "QUOTE" else one for one in SCHEME.labels]
        return replace(worked.scheme, labels=tuple(labels))

    assert schemes.losses(worked, with_quote(attributes=())) == [
        Loss(Part.ATTRIBUTE, ("QUOTE", "type"), 1)
    ]
    assert schemes.losses(worked, with_quote(attributes=(fewer,))) == [
        Loss(Part.VALUE, ("QUOTE", "type", "direct"), 1)
    ]
    assert schemes.losses(worked, replace(worked.scheme, document=())) == [
        Loss(Part.DOCUMENT, ("genre",), 1)
    ]


def test_a_renamed_id_reaches_all_layers_in_one_step_that_can_be_undone(worked):
    said = Renaming({"QUOTE": "SAYING"}, {"SAID_BY": "BY"})
    new = renamed(worked.scheme, "QUOTE", "SAYING")
    relations = [replace(r, id="BY") if r.id == "SAID_BY" else r for r in new.relations]
    new = replace(new, relations=tuple(relations))
    assert schemes.losses(worked, new, said) == []

    schemes.change_scheme(worked, new, said)

    assert labels_of(worked, "Sara") == ["SAYING", "SPEAKER"]
    assert labels_of(worked, "Omid") == labels_of(worked, None) == ["SAYING"]
    assert [r.label for r in worked.layer(mine()).relations.values()] == ["BY"]
    assert worked.can_undo() == "relabel_all"
    worked.undo()
    assert labels_of(worked, "Omid") == labels_of(worked, None) == ["QUOTE"]
    assert check(worked) == []


def test_without_renaming_the_old_id_stays_on_the_spans(worked):
    schemes.change_scheme(worked, renamed(worked.scheme, "QUOTE", "SAYING"))

    assert labels_of(worked, "Omid") == ["QUOTE"]


def test_what_is_switched_off_loses_its_key_and_nothing_else(worked):
    cue = LabelType("CUE", Name("نشانه", "Cue"), Color("#5F656E", "#9AA3AD"), "5", optional=True)
    schemes.change_scheme(worked, replace(worked.scheme, labels=(*worked.scheme.labels, cue)))
    assert schemes.offered(worked).label_for_key("5") == cue

    schemes.set_hidden(worked, frozenset({"CUE", "QUOTE"}))

    assert schemes.offered(worked).label_for_key("5") is None
    assert schemes.offered(worked).label_for_key("2").id == "QUOTE"
    assert worked.scheme.label("CUE") == cue
    assert LayerKey("a1", "Sara") in worked.layers("a1")
