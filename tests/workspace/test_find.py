"""What is found where, by words and by what people did; nobody finds what she may not see."""

import pytest

from annotator.domain.layer import Status
from annotator.workspace import operations
from annotator.workspace.find import GOLD, FindQuery, begin, page
from annotator.workspace.roles import SHOW_OTHERS
from workspace.projects import article, bring, layer, mine, place, record, span


def found(ws, **query):
    """Give article, words and annotator's label of each hit."""
    return [
        (hit.article_id, hit.hit, hit.span and f"{hit.span.annotator}:{hit.span.label}")
        for hit in page(ws, begin(ws, FindQuery(**query)), limit=1000).hits
    ]


@pytest.fixture
def worked(ws):
    """Give the project with work of Sara (a1, begun) and Omid (a1 done, a2 begun)."""
    operations.mark(ws, mine("a1"), "SPEAKER", *place("علی رضایی"))
    (sara,) = ws.layer(mine("a1")).spans
    operations.name_entity(ws, mine("a1"), sara, "علي رضايي")
    operations.mark(ws, mine("a1"), "QUOTE", *place("«امسال باران خوب بود و گندم بیشتری خریدیم.»"))
    ws.sign_in("Omid")
    operations.mark(ws, mine("a1", "Omid"), "TOPIC", *place("قرارداد خرید گندم"))
    (topic,) = ws.layer(mine("a1", "Omid")).spans
    operations.set_flag(ws, mine("a1", "Omid"), topic, True)
    operations.set_status(ws, mine("a1", "Omid"), Status.DONE)
    operations.mark(ws, mine("a2", "Omid"), "SPEAKER", 0, 10)
    ws.sign_in("Sara")
    return ws


def test_words_are_found_in_the_text_with_their_surroundings(worked):
    hits = page(worked, begin(worked, FindQuery(text="قرارداد خريد"))).hits

    assert [(h.title, h.hit) for h in hits] == [("گندم", "قرارداد خرید")]
    text = worked.article("a1").text
    assert text[hits[0].start : hits[0].end] == hits[0].hit
    assert hits[0].before + hits[0].hit + hits[0].after in text


def test_a_phrase_is_asked_for_by_itself(worked):
    assert found(worked, text="گندم علی") == [
        ("a1", word, None) for word in ("گندم", "علی", "گندم")
    ]
    assert found(worked, text="گندم علی", phrase=True) == []


def test_spans_that_hold_words(worked):
    assert found(worked, text="گندم", within_spans=True) == [
        ("a1", "گندم", "Sara:QUOTE"),
        ("a1", "گندم", "Omid:TOPIC"),
    ]
    assert found(worked, text="گندم", within_spans=True, label="QUOTE") == [
        ("a1", "گندم", "Sara:QUOTE")
    ]


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ({"label": "SPEAKER"}, ["علی رضایی", "بازار تبریز"]),
        ({"entity": "علی رضایی"}, ["علی رضایی"]),
        ({"attribute": ("type", "direct")}, ["«امسال باران خوب بود و گندم بیشتری خریدیم.»"]),
        ({"attribute": ("kind", "body")}, []),
        ({"flagged": True}, ["قرارداد خرید گندم"]),
        ({"label": "SPEAKER", "annotator": "Omid"}, ["بازار تبریز"]),
        ({"label": "SPEAKER", "statuses": frozenset({Status.DONE})}, []),
        ({"noted": True}, []),
        ({"annotator": GOLD, "label": "SPEAKER"}, []),
    ],
)
def test_conditions_on_spans(worked, query, spans):
    assert [words for _, words, _ in found(worked, **query)] == spans


def test_conditions_on_articles(worked):
    bring(worked, record(article("n1", "خبر تازه", published="2026-01-05")))

    def ids(**query):
        return [one for one, _, _ in found(worked, **query)]

    assert ids() == ["a1", "a2", "n1"]
    assert ids(since="2026-01-05", until="2026-01-05") == ["n1"]
    assert ids(until="2026-01-04") == []
    assert ids(statuses=frozenset({Status.DONE})) == ["a1"]
    assert ids(statuses=frozenset({Status.NEW})) == ["n1"]
    assert ids(statuses=frozenset({Status.NEW}), annotator="Sara") == ["a2", "n1"]


def test_an_annotator_finds_her_own_work_only(worked):
    worked.sign_in("Omid")

    assert found(worked, label="SPEAKER") == [("a2", "بازار تبریز", "Omid:SPEAKER")]
    assert found(worked, label="QUOTE") == []
    assert found(worked, annotator="Sara", label="QUOTE") == []


def test_an_annotator_finds_others_work_on_what_she_has_done_where_the_lead_allows(worked):
    worked.set_setting(SHOW_OTHERS, True)
    worked.sign_in("Omid")

    assert found(worked, label="QUOTE")[0][2] == "Sara:QUOTE"
    operations.set_status(worked, mine("a1", "Omid"), Status.STARTED)
    assert found(worked, label="QUOTE") == []


def test_pages_follow_one_another_without_gap_or_repetition(ws):
    many = [span(f"s{i}", i, i + 4) for i in range(5)]
    bring(
        ws,
        *(
            record(article(f"n{i:03}", f"واژه {i} کار"), layer(f"n{i:03}", "Omid", many))
            for i in range(70)
        ),
    )
    search = begin(ws, FindQuery(label="TOPIC"))
    hits, at = [], 0
    while at is not None:
        one = page(ws, search, at, limit=33)
        hits += [(hit.article_id, hit.span.id) for hit in one.hits]
        at = one.next

    assert hits == [(f"n{i:03}", f"s{j}") for i in range(70) for j in range(5)]


def test_the_bin_is_left_out(worked):
    operations.bin_articles(worked, ["a1"])

    assert found(worked, text="گندم") == []
    assert found(worked, label="QUOTE") == []
    assert [one for one, _, _ in found(worked)] == ["a2"]
