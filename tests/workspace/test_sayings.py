"""Who said what in all articles, as far as one may see it, by names that may be joined."""

import pytest

from annotator.domain.errors import UserError
from annotator.workspace import operations, sayings
from workspace.projects import OTHER, article, bring, layer, mine, place, record, span


@pytest.fixture
def spoken(ws):
    """Give a project in which two articles have a quote of Sara's and one of Omid's."""
    for key, text, quote, who in (
        (mine("a1"), None, "امسال باران خوب بود", "وزیر کشاورزی"),
        (mine("a2"), OTHER, "همه آمدند", "شهردار"),
    ):
        words = (text,) if text else ()
        said = operations.mark(ws, key, "QUOTE", *place(quote, *words)).selected
        by = operations.mark(ws, key, "SPEAKER", *place(who, *words)).selected
        operations.link(ws, key, "SAID_BY", said, by)
    bring(ws, record(article("a1", title="گندم"), layer("a1", "Omid", [span("o", 0, 4, "QUOTE")])))
    return ws


def test_every_quote_of_who_is_present_comes_with_its_speaker(spoken):
    found = sayings.sayings(spoken)

    assert [(one.article, one.speakers, one.annotator) for one in found] == [
        ("a1", ("وزیر کشاورزی",), "Sara"),
        ("a2", ("شهردار",), "Sara"),
    ]
    assert "باران" in found[0].quote
    assert found[0].title == "گندم"


def test_a_lead_may_see_everybody_and_an_annotator_only_herself(spoken):
    everybody = sayings.sayings(spoken, everybody=True)
    assert sorted(one.annotator for one in everybody) == ["Omid", "Sara", "Sara"]

    spoken.sign_in("Omid")
    assert [one.annotator for one in sayings.sayings(spoken)] == ["Omid"]
    with pytest.raises(UserError, match="Only a lead"):
        sayings.sayings(spoken, everybody=True)


def test_speakers_stand_by_number_of_quotes_and_nobody_last(spoken):
    found = sayings.sayings(spoken, everybody=True)
    groups = sayings.by_speaker(found, {"شهردار": "وزیر کشاورزی"})

    assert [(name, len(quotes)) for name, quotes in groups] == [("وزیر کشاورزی", 2), ("", 1)]


def test_joined_names_stay_joined_and_can_be_parted(spoken):
    sayings.join_names(spoken, "علی رضایی", "رضایی")
    sayings.join_names(spoken, "دکتر علی رضایی", "علی رضایی")
    assert sayings.joined(spoken) == {"رضایی": "دکتر علی رضایی", "علی رضایی": "دکتر علی رضایی"}

    sayings.join_names(spoken, "رضایی", "علی رضایی")
    assert sayings.joined(spoken)["رضایی"] == "دکتر علی رضایی"

    sayings.part_names(spoken, "دکتر علی رضایی")
    assert sayings.joined(spoken) == {}


def test_names_of_one_person_are_proposed_the_fuller_first():
    names = ["رضایی", "علی رضایی", "سارا کریمی", "", "شهردار"]

    assert list(sayings.proposals(names)) == [("علی رضایی", "رضایی")]


def test_a_cancelled_search_ends_early(spoken):
    assert len(sayings.sayings(spoken, cancelled=lambda: True)) == 1
