import itertools

import pytest
from hypothesis import given, settings

from annotator.persian.segment import next_word, prev_word, word_at, word_spans
from annotator.persian.words import word_around
from persian.alphabet import carets, texts

relaxed = settings(max_examples=400)


def words(text):
    return [text[start:end] for start, end in word_spans(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("می\u200cشود میشود", ["می\u200cشود", "میشود"]),
        ("می\u200c\u200cشود", ["می\u200c\u200cشود"]),
        ("می\xacشود", ["می\xacشود"]),
        ("می شود", ["می", "شود"]),
        ("گفت\u200c و", ["گفت", "و"]),
        ("مُحَمَّد کتــاب", ["مُحَمَّد", "کتــاب"]),
        ("خانهٔ خانه\u200cی رئیس\xadجمهور", ["خانهٔ", "خانه\u200cی", "رئیس\xadجمهور"]),
        ("\u200fسلام\u200e", ["سلام"]),
        ("۱۲٫۵٪ 12.5% ۲۰۲۶ ۱٬۰۰۰", ["۱۲٫۵٪", "12.5%", "۲۰۲۶", "۱٬۰۰۰"]),
        ("۱۴۰۴/۹/۲ ساعت ۱۲:۳۰", ["۱۴۰۴/۹/۲", "ساعت", "۱۲:۳۰"]),
        ("سال ۲۰۲۵. ۲۰ساله", ["سال", "۲۰۲۵", "۲۰ساله"]),
        ("ایران-روسیه و/یا", ["ایران", "روسیه", "و", "یا"]),
        ("است.وی", ["است", "وی"]),
        ("ه.ش. ه\u200d.ش ج.ا.ا U.S.", ["ه.ش", "ه\u200d.ش", "ج.ا.ا", "U.S"]),
        ("https://a.ir/x?y=1، www.b.ir.", ["https://a.ir/x?y=1", "www.b.ir"]),
        ("#برجام_ابدی @user a.b@c.ir", ["#برجام_ابدی", "@user", "a.b@c.ir"]),
        ("گفت: «سلام»!", ["گفت", "سلام"]),
        ("MoveOn don’t", ["MoveOn", "don’t"]),
        ("😀 لاوروف ❤\ufe0f 1\ufe0f\u20e3", ["لاوروف", "1\ufe0f\u20e3"]),
        ("… — ،", []),
    ],
)
def test_words_are_what_a_reader_takes_for_one(text, expected):
    assert words(text) == expected


@relaxed
@given(texts)
def test_words_stand_apart_and_hold_no_white_space(text):
    spans = word_spans(text)
    assert spans == sorted(spans)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert not any(char.isspace() for word in words(text) for char in word)


@relaxed
@given(carets())
def test_words_found_nearby_are_those_of_the_whole_text(drawn):
    text, position = drawn
    spans = word_spans(text)
    around = [span for span in spans if span[0] <= position < span[1]]
    if around:
        assert word_at(text, position) == around[0]
    inside = [span for span in spans if span[0] < position < span[1]]
    assert word_around(text, position) == (inside[0] if inside else (position, position))
    starts = [span[0] for span in spans]
    assert next_word(text, position) == min((s for s in starts if s > position), default=len(text))
    assert prev_word(text, position) == max((s for s in starts if s < position), default=0)


@relaxed
@given(carets())
def test_a_caret_finds_a_word_wherever_its_paragraph_has_one(drawn):
    text, position = drawn
    start, end = word_at(text, position)
    first = text.rfind("\n", 0, position) + 1
    last = text.find("\n", position)
    paragraph = text[first : len(text) if last < 0 else last]
    assert first <= start <= end <= first + len(paragraph)
    assert start < end or not word_spans(paragraph)


@pytest.mark.parametrize(
    "text, position, word",
    [
        ("لاوروف گفت", 6, "لاوروف"),
        ("لاوروف   گفت", 8, "گفت"),
        ("لاوروف   گفت", 7, "لاوروف"),
        ("گفت. ", 5, "گفت"),
        ("«نه»", 4, "نه"),
        ("گفت😀 ", 3, "😀"),
        ("گفت\n\nرفت", 4, ""),
        ("؟!", 1, ""),
    ],
)
def test_a_caret_outside_a_word_takes_the_nearest(text, position, word):
    start, end = word_at(text, position)
    assert text[start:end] == word
