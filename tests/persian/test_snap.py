import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.persian.characters import EDGE_INVISIBLES
from annotator.persian.snap import snap
from annotator.persian.words import word_around
from persian.alphabet import selections

TRIM = " \u200c،؛:."
rules = st.sampled_from(["in", "out", "keep"])
trims = st.sampled_from([TRIM, "", " ", "،؛:.!؟", "-()"])


def snapped(text, part, rule, by_word=True):
    start = text.index(part)
    found = snap(text, start, start + len(part), trim=TRIM, guillemets=rule, by_word=by_word)
    return None if found is None else text[found[0] : found[1]]


@pytest.mark.parametrize(
    "text, part, expected",
    [
        ("  گفت، ", "  گفت، ", "گفت"),
        ("او گفت: رفت", "فت: ر", "گفت: رفت"),
        ("گفت\u200c و", "گفت\u200c ", "گفت"),
        ("\ufeff\u200fسلام\u200e و", "\ufeff\u200fسلام\u200e ", "سلام"),
        ("می\u200cشود", "می\u200c", "می\u200cشود"),
        ("می\xacشود", "شود", "می\xacشود"),
        ("می شود", "شود", "شود"),
        ("گفتَ", "\u064e", "گفتَ"),
        ("چرا رفت؟", "چرا رفت؟", "چرا رفت؟"),
        ("آمد! رفت", "آمد! ", "آمد!"),
        ("سال ۱۳۲۵ ه.ش. بود", "۱۳۲۵ ه.ش.", "۱۳۲۵ ه.ش"),
        ("نرخ ۱۲٫۵٪ بود", "۲٫", "۱۲٫۵٪"),
        ("ببینید https://a.ir/x?y=1، را", "a.ir", "https://a.ir/x?y=1"),
        ("😀 لاوروف", "😀", "😀"),
        ("سه\xa0شنبه\xa0", "شنبه\xa0", "شنبه"),
    ],
)
def test_edges_go_to_whole_words_and_lose_what_never_stands_there(text, part, expected):
    for rule in ("in", "out", "keep"):
        assert snapped(text, part, rule) == expected


def test_letter_by_letter_only_clusters_stay_whole():
    assert snapped("گفتَم", "ت", "in", by_word=False) == "تَ"
    assert snapped("می\u200cشود", "می", "in", by_word=False) == "می"
    assert snapped("👨\u200d👩", "\u200d", "in", by_word=False) == "👨\u200d👩"


@pytest.mark.parametrize(
    "text, part, taken_in, left_out, kept",
    [
        ("گفت «نه رفت» و", "نه رفت", "«نه رفت»", "نه رفت", "نه رفت"),
        ("گفت «نه رفت» و", "«نه رفت", "«نه رفت»", "نه رفت", "«نه رفت"),
        ("گفت «نه رفت» و", "نه رفت» ", "«نه رفت»", "نه رفت", "نه رفت»"),
        ("گفت «نه رفت». و", "«نه رفت».", "«نه رفت»", "نه رفت", "«نه رفت»"),
        ("گفت «نه رفت.» و", "نه رفت", "«نه رفت.»", "نه رفت", "نه رفت"),
        ("گفت «نه رفت.» و", "«نه رفت.»", "«نه رفت.»", "نه رفت", "«نه رفت.»"),
        ("گفت «نه رفت» و", "«نه", "نه", "نه", "«نه"),
        ("گفت «نه رفت» و", "گفت «", "گفت", "گفت", "گفت «"),
        ("گفت «نه رفت» و", "گفت «نه رفت» و", *["گفت «نه رفت» و"] * 3),
        ("«سید» و «سرگئی»", "«سید» و «سرگئی»", *["«سید» و «سرگئی»"] * 3),
        ("دانشگاه «میگیمو» مسکو", "«میگیمو» مسکو", *["«میگیمو» مسکو"] * 3),
        ("««نه»»", "نه", "«نه»", "نه", "نه"),
        ("««نه»»", "««نه»»", "««نه»»", "نه", "««نه»»"),
        ("»سلام«", "سلام", "»سلام«", "سلام", "سلام"),
        ("گفت: «فردا می‌آیم.", "«فردا می‌آیم.", "فردا می‌آیم", "فردا می‌آیم", "«فردا می‌آیم"),
        ("«یک\nدو» رفت", "یک\nدو", "«یک\nدو»", "یک\nدو", "یک\nدو"),
        ("«یک\n«دو» رفت", "«یک\n«دو»", "«یک\n«دو»", "یک\n«دو", "«یک\n«دو»"),
    ],
)
def test_marks_follow_the_rule_of_the_label(text, part, taken_in, left_out, kept):
    assert snapped(text, part, "in") == taken_in
    assert snapped(text, part, "out") == left_out
    assert snapped(text, part, "keep") == kept


@pytest.mark.parametrize("text", ["", " \u200c ", "،", "«»", "»", " . "])
def test_nothing_is_left_of_mere_punctuation(text):
    assert snap(text, 0, len(text), trim=TRIM, guillemets="out") is None


def test_an_empty_selection_is_no_span():
    assert snap("گفت", 1, 1, trim=TRIM, guillemets="in") is None


def test_positions_outside_the_text_are_its_ends():
    assert snap("گفت", 9, -2, trim=TRIM, guillemets="in") == (0, 3)


@settings(max_examples=600)
@given(selections(), rules, trims, st.booleans())
def test_snapping_twice_is_snapping_once(drawn, rule, trim, by_word):
    text, start, end = drawn
    once = snap(text, start, end, trim=trim, guillemets=rule, by_word=by_word)
    if once is not None:
        assert snap(text, *once, trim=trim, guillemets=rule, by_word=by_word) == once


@settings(max_examples=600)
@given(selections(), rules, trims)
def test_no_edge_is_left_on_a_cut_character_or_inside_a_word(drawn, rule, trim):
    text, start, end = drawn
    found = snap(text, start, end, trim=trim, guillemets=rule)
    if found is None:
        return
    cut = set(trim + EDGE_INVISIBLES + " \n\t\xa0")
    edges = {text[found[0]], text[found[1] - 1]}
    assert 0 <= found[0] < found[1] <= len(text)
    assert not edges & cut
    assert all(word_around(text, edge) == (edge, edge) for edge in found)


def test_the_gold_spans_of_the_seed_stay_where_they_are(shared_data):
    gold = json.loads((shared_data / "seed_gold.json").read_text("utf-8"))
    labels = json.loads((shared_data / "default_scheme.json").read_text("utf-8"))["labels"]
    policy = {label["id"]: label for label in labels}
    text = (shared_data / gold["source_file"]).read_text("utf-8")
    for span in gold["spans"]:
        label = policy[span["label"]]
        found = snap(
            text,
            span["start"],
            span["end"],
            trim=label["edges"]["trim"],
            guillemets=label["edges"]["guillemets"],
        )
        assert found == (span["start"], span["end"]), span["text"]
