import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.persian.fold import (
    FoldLevel,
    bad_name_characters,
    find_all,
    fold,
    fold_key,
    name_key,
    search,
)
from annotator.persian.fold_table import detaches, fold_character, is_mark
from persian.alphabet import PIECES, texts

CASES = json.loads((Path(__file__).parent / "data" / "search_cases.json").read_text("utf-8"))
levels = st.sampled_from(FoldLevel)
# Characters that stand for several letters: a hit may begin in the middle of one.
GROWING = {piece for piece in PIECES if len(piece) == 1 and len(fold_character(piece)) > 1}
even_texts = texts.filter(lambda text: not GROWING & set(text) and "\xac" not in text)
relaxed = settings(max_examples=300)


def joining_not_sign(text, index, loose):
    """Say slowly whether U+00AC stands between Arabic letters."""
    ignored = [c for c in text[:index] if not ignorable(c, loose)]
    following = [c for c in text[index + 1 :] if not ignorable(c, loose)]
    sides = ignored[-1:] + following[:1]
    return len(sides) == 2 and all(unicodedata.bidirectional(c) == "AL" for c in sides)


def ignorable(char, loose):
    gone = fold_character(char, loose) == "" and char != "\u0621"
    return char == "\xac" or is_mark(char) or gone


def slow_fold(text, level):
    """Fold character by character, the way the table is written."""
    loose = level is FoldLevel.LOOSE
    rows = []
    attached = False
    index = 0
    while index < len(text):
        char, step = text[index], 1
        if text[index : index + 2] == "\u0627\u0653":
            char, step = "\u0622", 2
        new = fold_character(char, loose)
        if char == "\xac" and joining_not_sign(text, index, loose):
            new = ""
        if new:
            rows += [[c, index, index + step] for c in new]
            attached = True
        elif is_mark(char) and attached:
            rows[-1][2] = index + step
        elif not is_mark(char):
            attached = attached and not detaches(char)
        index += step
    merged = []
    for char, start, end in rows:
        if char == " " and merged and merged[-1][0] == " ":
            merged[-1][2] = end
        else:
            merged.append([char, start, end])
    return merged


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["query"]))
def test_search_finds_what_a_reader_would_find(case):
    hits = search(case["text"], case["query"], FoldLevel(case["level"]))
    assert hits == [tuple(hit) for hit in case["hits"]]


def test_all_worked_searches_of_the_shared_data_hold(shared_data):
    cases = json.loads((shared_data / "search_fold_tests.json").read_text("utf-8"))
    assert len(cases) >= 39
    for case in cases:
        text = case.get("text") or (shared_data / case["text_file"]).read_text("utf-8")
        hits = search(text, case["query"], FoldLevel(case["level"]))
        assert hits == [tuple(hit) for hit in case["hits"]], case["query"]


@pytest.mark.parametrize(
    "source, folded",
    [
        ("يىئۍێېےۓ", "ی" * 8),
        ("كڪګڬڭڮ", "ک" * 6),
        ("ۀةھہۂۃە", "ه" * 7),
        ("أإٱٲٳٵ", "ا" * 6),
        ("ؤٶۄۆۇۋ", "و" * 6),
        ("ءجزء", "جز"),
        ("۰۹٠٩", "0909"),
        ("،؛؟٪٫٬", ",;?%.,"),
        ("«»“”„‟‹›‘’‚‛`´'′″\"", '"' * 18),
        ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-" * 7),
        ("a\xa0\u2000\u200a\u202f\u205f\u3000\t\nb", "a b"),
        (
            "\u200c\u200d\u200e\u200f\u061c\u202a\u202e\u2066\u2069\ufeff\xad\u2060\u034f\ufe0f\u0640",
            "",
        ),
        ("\u064b\u065f\u0670\u0610\u061a\u06d6\u06ed", ""),
        ("café cafe\u0301 CAFÉ", "cafe cafe cafe"),
        ("ﻻ ﷼ ﮎ ＦＢＩ ½", "لا ریال ک fbi 1⁄2"),
        ("ﻢﹶﻦ", "من"),
        ("5\xac6", "5\xac6"),
        ("می\xac\u200c\xacشود", "میشود"),
        ("ا\u0653ن", "آن"),
        ("ß", "ss"),
    ],
)
def test_each_row_of_the_table(source, folded):
    assert fold_key(source) == folded


def test_the_loose_level_ignores_spaces_and_takes_alef_madda_for_alef():
    assert fold_key("آن گفت و گو", FoldLevel.LOOSE) == "انگفتوگو"


def test_folding_any_character_again_changes_nothing():
    for code in range(0x20000):
        for loose in (False, True):
            folded = fold_character(chr(code), loose)
            assert "".join(fold_character(char, loose) for char in folded) == folded, hex(code)


@relaxed
@given(texts, levels)
def test_the_fast_fold_and_its_map_are_those_of_the_slow_one(text, level):
    folded = fold(text, level)
    rows = slow_fold(text, level)
    assert folded.text == "".join(row[0] for row in rows)
    assert list(folded.starts) == [row[1] for row in rows]
    assert list(folded.ends) == [row[2] for row in rows]
    assert fold_key(text, level) == folded.text
    assert fold_key(folded.text, level) == folded.text


@relaxed
@given(texts, levels)
def test_the_map_never_goes_back(text, level):
    folded = fold(text, level)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))


@relaxed
@given(even_texts, levels, st.data())
def test_folding_a_hit_gives_the_folded_query(text, level, data):
    start = data.draw(st.integers(0, len(text)))
    query = text[start : start + data.draw(st.integers(1, 6))]
    wanted = fold_key(query, level)
    for first, last in search(text, query, level):
        assert fold_key(text[first:last], level) == wanted


@relaxed
@given(even_texts, levels, st.data())
def test_hits_are_those_of_a_plain_search_in_the_folded_text(text, level, data):
    folded = fold(text, level)
    query = data.draw(st.sampled_from(["ا", "گفت", "می", " ", "2", '"', "ها"]))
    wanted = fold_key(query, level)
    assert len(find_all(folded, query)) == (folded.text.count(wanted) if wanted else 0)


def test_a_hit_inside_a_ligature_covers_the_ligature_once():
    assert search("\ufdfa", "ل") == [(0, 1)]
    assert search("\ufdfa گفت", "الله علیه") == [(0, 1)]


def test_an_empty_query_finds_nothing():
    assert search("گفت", "") == []
    assert search("گفت", "\u200c") == []


@pytest.mark.parametrize(
    "text, hits",
    [
        ("کتاب کتاب\u200cها کتابی «کتاب»، کتاب", [(0, 4), (20, 24), (27, 31)]),
        ("کتاب_ها", []),
        ("2کتاب", []),
        ("کتاب\nکتاب", [(0, 4), (5, 9)]),
    ],
)
def test_whole_words_end_where_the_word_ends(text, hits):
    for level in FoldLevel:
        assert find_all(fold(text, level), "كتاب", whole_words=True) == hits


def test_hamza_at_the_end_does_not_cut_a_whole_word_off():
    assert find_all(fold("خانهء ما"), "خانه", whole_words=True) == [(0, 4)]


def test_a_million_not_signs_fold_in_one_pass():
    text = "ب" + "\xac" * 100_000 + "ب"
    assert fold(text).text == fold_key(text) == "بب"


@pytest.mark.parametrize(
    "first, second",
    [("علي كريمي", "علی کریمی"), ("می\u200cنا", "مینا"), ("Ali  B", "ＡＬＩ b"), ("رضا ۲", "رضا2")],
)
def test_names_that_look_the_same_have_one_key(first, second):
    assert name_key(first) == name_key(second)


@pytest.mark.parametrize(
    "char", "\u202e\u2066\u2069\u200e\u200f\u061c\n\t\x00\u2028\ufeff\ufdd0\x1b"
)
def test_names_may_not_hold_characters_that_disguise_or_break(char):
    assert bad_name_characters(f"رضا{char}ی{char}") == char


def test_persian_names_may_hold_joiners_marks_and_digits():
    assert bad_name_characters("می\u200cنا هـ\u200d ۲ É (الف)") == ""
