import time

import pytest
from hypothesis import given, settings

from annotator.persian.segment import (
    grow,
    guillemets_at,
    next_paragraph,
    next_sentence,
    next_word,
    paragraph_at,
    paragraph_spans,
    prev_paragraph,
    prev_sentence,
    prev_word,
    sentence_at,
    sentence_spans,
    word_at,
)
from persian.alphabet import carets, selections, texts

relaxed = settings(max_examples=400)


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("گفت. رفت! چرا؟ آمد", ["گفت.", "رفت!", "چرا؟", "آمد"]),
        ("تیتر\nمتن.\n\nپایان", ["تیتر", "متن.", "پایان"]),
        ("«رفت.» آمد", ["«رفت.»", "آمد"]),
        ("«رفت». آمد", ["«رفت».", "آمد"]),
        ("رفت؟! (آمد.) ماند… و", ["رفت؟!", "(آمد.)", "ماند…", "و"]),
        ("رفت.\u200f آمد", ["رفت.\u200f", "آمد"]),
        ("نرخ 12.5 شد.آمد", ["نرخ 12.5 شد.آمد"]),
        ("سال ۱۳۲۵ ه.ش. بود. رفت", ["سال ۱۳۲۵ ه.ش. بود.", "رفت"]),
        ("سال ۱۳۲۵ ه\u200d.ش. بود", ["سال ۱۳۲۵ ه\u200d.ش. بود"]),
        ("J. Smith و U.S. گفت", ["J. Smith و U.S. گفت"]),
        ("سال ۵ ق.م... رفت", ["سال ۵ ق.م...", "رفت"]),
        ("  \n ", []),
    ],
)
def test_sentences_end_at_stops_and_lines_but_not_at_abbreviations(text, expected):
    assert sentences(text) == expected


def test_the_seed_article_has_26_segments(shared_data):
    text = (shared_data / "000_8bafd9ee6198898b.txt").read_text("utf-8")
    assert len(sentence_spans(text)) == 26


@relaxed
@given(texts)
def test_sentences_cover_all_but_white_space(text):
    spans = sentence_spans(text)
    covered = {index for start, end in spans for index in range(start, end)}
    assert all(char.isspace() for i, char in enumerate(text) if i not in covered)
    assert all(s == s.strip() and s and "\n" not in s for s in sentences(text))


@relaxed
@given(carets())
def test_sentences_found_nearby_are_those_of_the_whole_text(drawn):
    text, position = drawn
    first, last = paragraph_at(text, position)
    inside = [span for span in sentence_spans(text) if first <= span[0] and span[1] <= last]
    before = [span for span in inside if span[0] <= position]
    # A caret at the end of a sentence belongs to it, also when the next follows at once.
    touching = [span for span in inside if span[0] < position <= span[1]]
    expected = (touching or before[-1:] or inside[:1] or [(position, position)])[0]
    assert sentence_at(text, position) == expected


@relaxed
@given(carets())
def test_moves_by_sentence_and_paragraph_go_to_the_neighbouring_start(drawn):
    text, position = drawn
    for forward, backward, spans in (
        (next_sentence, prev_sentence, sentence_spans(text)),
        (next_paragraph, prev_paragraph, paragraph_spans(text)),
    ):
        starts = [start for start, _ in spans]
        later = [start for start in starts if start > position]
        earlier = [start for start in starts if start < position]
        assert forward(text, position) == (later[0] if later else len(text))
        assert backward(text, position) == (earlier[-1] if earlier else 0)


@relaxed
@given(texts)
def test_paragraphs_are_the_lines_that_say_something(text):
    lines = [text[start:end] for start, end in paragraph_spans(text)]
    assert lines == [line for line in text.split("\n") if line.strip()]


@relaxed
@given(selections())
def test_growing_always_grows_until_the_whole_text(drawn):
    text, start, end = drawn
    for _ in range(len(text) + 1):
        if (start, end) == (0, len(text)):
            break
        wider = grow(text, start, end)
        assert wider[1] - wider[0] > end - start
        assert start == end or (wider[0] <= start and end <= wider[1])
        start, end = wider
    assert grow(text, start, end) == (0, len(text)) == (start, end)


def test_growing_goes_from_word_over_marks_and_sentence_to_the_text():
    text = "سلام.\nاو گفت «فردا می\u200cآیم» و رفت. آمد.\nپایان"
    seen = []
    start = end = text.index("فردا") + 2
    while (start, end) != (0, len(text)):
        start, end = grow(text, start, end)
        seen.append(text[start:end])
    assert seen == [
        "فردا",
        "«فردا می\u200cآیم»",
        "او گفت «فردا می\u200cآیم» و رفت.",
        "او گفت «فردا می\u200cآیم» و رفت. آمد.",
        text,
    ]


def test_local_questions_do_not_read_a_long_article():
    text = "او گفت «نه» و رفت.\n" * 20_000
    middle = len(text) // 2
    began = time.process_time()
    for position in range(middle, middle + 200):
        word_at(text, position)
        sentence_at(text, position)
        guillemets_at(text, position, position)
        grow(text, position, position)
        for move in (next_word, prev_word, next_sentence, prev_sentence, next_paragraph):
            move(text, position)
    assert time.process_time() - began < 1.0
