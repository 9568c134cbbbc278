import json

import pytest

from annotator.persian import fold
from annotator.persian.fold import FoldLevel
from annotator.workspace import operations
from annotator.workspace.search import context, loose_phrases, search
from workspace.projects import article, bring, record


def hits(ws, query, **options):
    return [(hit.article_id, hit.hit) for hit in search(ws, query, **options).hits]


@pytest.fixture
def full(ws):
    bring(
        ws,
        record(article("s1", "در گفت و گو با مردم")),
        record(article("s2", "گفتوگو در تهران؛ •سلام• آمریکا")),
        record(article("s3", "می‌دانیم که كتابِ «تازه» آمد")),
    )
    return ws


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("كتاب تازه", []),
        ("کتاب", [("s3", "كتابِ")]),
        ("میدانیم", [("s3", "می‌دانیم")]),
        ("سلام", [("s2", "سلام")]),
        ("خبرنگار", [("a1", "خبرنگار")]),
        ("قرارداد خرید گندم", [("a1", "قرارداد خرید گندم")]),
        ("تهران سلام", [("s2", "تهران"), ("s2", "سلام")]),
        ("گفت و گو", [("s1", "گفت و گو")]),
        ("«»", []),
        ("", []),
        ("نیستدرجهان", []),
    ],
)
def test_words_are_found_in_all_their_spellings(full, query, found):
    if query == "كتاب تازه":
        found = [("s3", "كتابِ"), ("s3", "تازه")]
    assert hits(full, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("گفتو گو", {("a1", "گفت‌وگو"), ("s1", "گفت و گو"), ("s2", "گفتوگو")}),
        ("امریکا", {("s2", "آمریکا")}),
        ("می دانیم", {("s3", "می‌دانیم")}),
    ],
)
def test_the_second_try_ignores_spaces_and_takes_both_alefs(full, query, found):
    result = search(full, query)

    assert result.level is FoldLevel.LOOSE
    assert {(hit.article_id, hit.hit) for hit in result.hits} == found


def test_a_hit_comes_with_its_line_and_exact_place(full):
    (hit,) = search(full, "قرارداد").hits

    text = full.article(hit.article_id).text
    assert text[hit.start : hit.end] == "قرارداد"
    assert hit.before + hit.hit + hit.after in text
    assert "\n" not in hit.before + hit.after


def test_pages_follow_one_another_and_the_bin_is_left_out(ws):
    bring(ws, *(record(article(f"n{i}", f"واژه {i}")) for i in range(30)))
    operations.bin_articles(ws, ["n3"])

    first, second = search(ws, "واژه", limit=20), search(ws, "واژه", limit=20, offset=20)

    assert first.total == second.total == 29
    found = [hit.article_id for hit in (*first.hits, *second.hits)]
    assert sorted(found) == sorted(f"n{i}" for i in range(30) if i != 3)


def test_the_stored_cases_are_found_where_they_stand(ws, shared_data):
    cases = json.loads((shared_data / "search_fold_tests.json").read_text(encoding="utf-8"))
    cases = [case for case in cases if "text" in case and case["hits"]]
    for number, case in enumerate(cases):
        bring(ws, record(article(f"case{number}", case["text"])))
    for number, case in enumerate(cases):
        folded = fold.fold(case["text"], FoldLevel(case["level"]))
        # an index of words knows no parts of words
        if not fold.find_all(folded, case["query"], whole_words=True):
            continue
        result = search(ws, case["query"], limit=100)
        found = [[h.start, h.end] for h in result.hits if h.article_id == f"case{number}"]
        assert found == case["hits"] or result.level != case["level"], case


def test_loose_phrases_join_and_cut_neighbouring_words():
    found = {tuple(phrase) for phrase in loose_phrases(["گفتو", "گو"])}

    assert {("گفتوگو",), ("گفت", "و", "گو"), ("گفت", "وگو")} <= found


def test_every_place_where_words_stand_alone_is_a_mention(full):
    found = list(operations.find_mentions(full, "گندم"))

    assert [m.hit for m in found] == ["گندم", "گندم"]
    assert all(full.article("a1").text[m.start : m.end] == m.hit for m in found)
    assert list(operations.find_mentions(full, "گن")) == []
    assert [m.hit for m in operations.find_mentions(full, "گندم", articles=["a2"])] == []
    loose = operations.find_mentions(full, "گفتوگو", level=FoldLevel.LOOSE)
    assert [m.article_id for m in loose] == ["a1", "s1", "s2"]


def test_the_surroundings_of_a_hit_are_whole_words():
    text = "سطر پیش\n" + "واژه‌ای " * 20 + "اینجا" + " دیگر" * 30

    before, after = context(text, text.index("اینجا"), text.index("اینجا") + 5)

    assert set(before.split()) == {"واژه‌ای"}
    assert set(after.split()) == {"دیگر"}
    assert len(before) <= 60 >= len(after)
    assert context("یک", 0, 2) == ("", "")
