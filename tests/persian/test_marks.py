import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.persian.marks import guillemet_pairs, guillemets_at, pairs_across, unclosed_marks
from persian.alphabet import selections, texts


@pytest.mark.parametrize(
    "text, pairs",
    [
        ("«او گفت: «نه» و رفت»", [(0, 20), (9, 13)]),
        ("«سرگئی» و «عباس»", [(0, 7), (10, 16)]),
        ("»سلام«", [(0, 6)]),
        ("او گفت »سلام«، رفت", [(7, 13)]),
        ('گفت "نه" و "آری"', [(4, 8), (11, 16)]),
        ("“نه” „آری“ ‹ها›", [(0, 4), (5, 10), (11, 15)]),
        ("«او گفت “نه» رفت”", [(0, 12)]),
        ("او گفت: «فردا", []),
        ("پایان» و «آغاز", []),
        ("«باز\nبسته»", []),
        ("don’t ‘do’ it", [(6, 10)]),
        ("", []),
    ],
)
def test_marks_are_paired_by_depth_within_the_paragraph(text, pairs):
    assert guillemet_pairs(text) == pairs


def test_a_quote_over_several_paragraphs_is_paired_across_them():
    text = "گفت: «یک\nدو\nسه» رفت"
    assert pairs_across(text, 0, len(text)) == [(5, 15)]
    assert pairs_across("«یک» «دو»\n«سه»", 0, 14) == [(0, 4), (5, 9), (10, 14)]


def test_a_quote_opened_anew_in_each_paragraph_is_one_pair_too():
    text = "گفت: «یک\n«دو\n«سه» رفت"
    assert pairs_across(text, 0, len(text)) == [(5, 17), (13, 17)]


@settings(max_examples=300)
@given(texts)
def test_pairs_nest_or_stand_apart_and_hold_partners(text):
    pairs = guillemet_pairs(text)
    ends = [index for a, b in pairs for index in (a, b - 1)]
    assert len(ends) == len(set(ends))
    for a, b in pairs:
        assert text[a] in '«»“”„‹›‘’"'
        assert text[b - 1] in '«»“”‹›‘’"'
        assert "\n" not in text[a:b]
        assert not any(a < c < b < d for c, d in pairs)


@given(st.text("«»گ ", max_size=12))
def test_plain_guillemets_are_paired_as_brackets_are(text):
    opened, expected = [], []
    for index, char in enumerate(text):
        if char == "«":
            opened.append(index)
        elif char == "»" and opened:
            expected.append((opened.pop(), index + 1))
    found = guillemet_pairs(text)
    assert [pair for pair in found if text[pair[0]] == "«"] == sorted(expected)


@settings(max_examples=300)
@given(selections())
def test_the_pair_around_a_selection_is_the_smallest_that_is_larger(drawn):
    text, start, end = drawn
    around = [
        (a, b) for a, b in guillemet_pairs(text) if a <= start and end <= b and b - a > end - start
    ]
    found = guillemets_at(text, start, end)
    assert found == min(around, key=lambda pair: pair[1] - pair[0], default=None)


def test_unclosed_marks_are_listed_without_their_closed_neighbours():
    assert unclosed_marks("«یک» «دو\nسه» “چهار") == [5, 11]


def test_a_line_of_nothing_but_marks_is_paired_in_one_pass():
    assert guillemet_pairs("“»" * 20_000) == []
    assert len(guillemet_pairs("«" * 20_000 + "»" * 20_000)) == 20_000
