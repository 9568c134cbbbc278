"""The lines of a phrase and what each annotator made of it."""

import pytest

from annotator.domain.layer import Status
from annotator.persian.fold import FoldLevel
from annotator.workspace.concordance import Standing, concordance
from annotator.workspace.occurrences import Phrase, Stopped
from workspace.projects import article, bring, layer, record, span

TEXT = "علي رضایی گفت. وزیر علی رضایی رفت و هیچ کس نپرسید چرا."
FIRST, SECOND = (0, 9), (20, 29)


def add(identity, annotator, *spans, status=Status.DONE, text=TEXT):
    made = [span(f"s{i}", a, b, label) for i, (a, b, label) in enumerate(spans)]
    return record(article(identity, text), layer(identity, annotator, made, status))


@pytest.fixture
def labelled(ws):
    bring(
        ws,
        add("x1", "Sara", (*FIRST, "SPEAKER"), (15, 29, "SPEAKER")),
        add("x1", "Omid", (*FIRST, "SPEAKER"), (*SECOND, "SPEAKER")),
        add("x2", "Sara", (*FIRST, "SPEAKER"), (*SECOND, "TOPIC")),
        add("x2", "Omid", (*FIRST, "SPEAKER"), (0, 53, "QUOTE")),
        add("x3", "Sara", (*FIRST, "SPEAKER"), (*SECOND, "SPEAKER")),
    )
    return ws


def lines(ws, phrase="علی رضایی", **options):
    found = concordance(ws, Phrase(phrase, **options)).lines
    return [line for line in found if line.article_id.startswith("x")]


def test_every_place_is_a_line_with_what_stands_around_it(labelled):
    found = lines(labelled)

    assert [(line.article_id, line.start, line.end) for line in found] == [
        (f"x{i}", *place) for i in (1, 2, 3) for place in (FIRST, SECOND)
    ]
    assert (found[1].before, found[1].hit, found[1].after) == (
        "علي رضایی گفت. وزیر ",
        "علی رضایی",
        " رفت و هیچ کس نپرسید چرا.",
    )


def test_verdicts_are_labels_on_the_words_else_near_them(labelled):
    verdicts = [(line.verdict("Sara"), line.verdict("Omid")) for line in lines(labelled)]

    assert verdicts == [
        (("SPEAKER",), ("SPEAKER",)),
        (("SPEAKER",), ("SPEAKER",)),
        (("SPEAKER",), ("SPEAKER",)),
        (("TOPIC",), ()),
        (("SPEAKER",), None),
        (("SPEAKER",), None),
    ]


def test_a_long_span_around_the_words_is_shown_and_decides_nothing(labelled):
    marks = lines(labelled)[3].marks["Omid"]

    assert [(mark.label, mark.standing) for mark in marks] == [("QUOTE", Standing.AROUND)]


def test_what_people_differ_on_is_odd_and_rare_verdicts_odder(labelled):
    odd = {(line.article_id, line.start): line.oddness for line in lines(labelled)}

    assert odd["x2", 20] > 2
    assert 1 < odd["x1", 20] < 2
    assert odd["x1", 0] < 1
    assert max(odd, key=odd.get) == ("x2", 20)


def test_an_annotator_sees_her_own_column_only(labelled):
    labelled.sign_in("Omid")
    found = concordance(labelled, Phrase("علی رضایی"))

    assert found.annotators == ("Omid",)
    assert all(set(line.marks) <= {"Omid"} for line in found.lines)


def test_parts_of_words_and_loose_spellings(labelled):
    assert len(lines(labelled, "رضا")) == 0
    assert len(lines(labelled, "رضا", whole_words=False)) == 6
    assert len(lines(labelled, "علیرضایی")) == 0
    assert len(lines(labelled, "علیرضایی", level=FoldLevel.LOOSE)) == 6


def test_a_limit_cuts_and_says_so(labelled):
    cut = concordance(labelled, Phrase("علی رضایی"), limit=3)

    assert len(cut.lines) == 3
    assert cut.is_cut


def test_looking_can_be_stopped(labelled):
    with pytest.raises(Stopped):
        concordance(labelled, Phrase("علی رضایی"), cancelled=lambda: True)
