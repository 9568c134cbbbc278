"""Our own tokens: every edge of a span is one of theirs, and no letter is lost."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.conll import spans_of
from annotator.formats.tokens import Tokens, iob2, tokens_for
from formats.labelled import LETTERS, SPACES, labelled

ANY = st.text(st.sampled_from(LETTERS + SPACES) | st.characters(codec="utf-8"), max_size=80)


def test_marks_stand_alone_and_half_spaces_stay_inside():
    text = "می‌گوید: «اجرا می‌شود»."
    assert Tokens(text).words() == ["می‌گوید", ":", "«", "اجرا", "می‌شود", "»", "."]


def test_a_word_is_cut_where_a_span_ends_in_it():
    assert Tokens("کتاب‌ها", [4]).words() == ["کتاب", "‌ها"]


def test_a_mark_stays_with_its_letter_and_an_emoji_with_its_selector():
    assert Tokens("مُهم 🗞️.").words() == ["مُهم", "🗞️", "."]


@given(ANY)
def test_tokens_hold_every_character_but_white_space(text):
    kept = "".join(Tokens(text).words())
    assert "".join(kept.split()) == kept
    assert kept == "".join(text.split())


@given(labelled())
def test_every_edge_that_touches_a_letter_is_an_edge_of_a_token(data):
    for article, layers in data:
        for layer in layers:
            tokens = tokens_for(article.text, layer.spans.values())
            starts, ends = {t.start for t in tokens}, {t.end for t in tokens}
            for span in layer.spans.values():
                for start, end in span.pieces:
                    assert start in starts or article.text[start].isspace()
                    assert end in ends or article.text[end - 1].isspace()


@given(ANY, st.integers(0, 80), st.integers(0, 80))
def test_the_tokens_of_a_piece_are_those_inside_it(text, first, second):
    start, end = sorted((first, second))
    tokens = Tokens(text)
    inside = [n for n, t in enumerate(tokens) if start <= t.start and t.end <= end]
    fit = tokens.fit(start, end)

    assert ([*range(fit.first, fit.end)] if fit else []) == inside


def test_tags_of_adjacent_spans_begin_anew():
    tokens = Tokens("یک دو سه")
    assert iob2(tokens, []) == ["O", "O", "O"]
    assert spans_of(["B-X", "B-X", "I-X"]) == [("X", 0, 1), ("X", 1, 3)]


def test_other_tagging_kinds_are_understood():
    assert spans_of(["I-X", "I-X", "O", "I-Y"]) == [("X", 0, 2), ("Y", 3, 4)]
    assert spans_of(["B-X", "E-X", "S-X", "U-Y", "L-Z"]) == [
        *[("X", 0, 2), ("X", 2, 3)],
        *[("Y", 3, 4), ("Z", 4, 5)],
    ]
