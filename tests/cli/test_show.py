"""`annotator show`: an article with its labels, for terminals with and without bidi."""

import pytest

from annotator.cli.labelled_text import bracketed
from annotator.cli.terminal import Screen, columns, has_bidi
from annotator.domain.span import Piece, Span, single
from cli.conftest import record, write


def test_an_article_is_shown_with_brackets_around_its_spans_and_lists_below(annotator, labelled):
    lines = annotator("show", labelled, "a", "--annotator", "sara").out.splitlines()

    assert lines == [
        "خبر",
        "a  ایرنا",
        "",
        "— sara: done —",
        "",
        "[SPEAKER#1 وزیر نیرو] گفت: [QUOTE#2 «می‌رویم»]. مجری گفت: «باشد».",
        "",
        "SPEAKER#1  0-9  وزیر نیرو  entity=e1",
        "QUOTE#2  15-24  «می‌رویم»  type=direct",
        "QUOTE#2 -SAID_BY-> SPEAKER#1",
        "e1 وزیر (person): #1",
    ]


def test_every_layer_is_shown_unless_one_is_named(annotator, labelled):
    shown = annotator("show", labelled, "a").out

    heads = [line for line in shown.splitlines() if line.startswith("—")]
    assert heads == ["— omid: started —", "— sara: done —", "— gold: done —"]


def test_an_article_nobody_has_begun_is_its_text(annotator, labelled):
    assert annotator("show", labelled, "b").out == "متن دوم\nb\n\nمتن دوم\n"


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["none"], "There is no article none in this project."),
        (["a", "--annotator", "ali"], "ali has no layer on the article a."),
    ],
)
def test_what_cannot_be_shown_is_told(annotator, labelled, arguments, sentence):
    assert annotator("show", labelled, *arguments) == (2, "", f"annotator: {sentence}\n")


def test_an_article_cannot_steer_the_terminal(annotator, project, tmp_path):
    evil = "الف\x1b[2Jب"
    spans = [
        {"id": "s", "label": "QUOTE", "start": 0, "end": 5, "attributes": {"a\x1b": "\x1b[1m"}}
    ]
    line = record(text=evil, spans=spans, relations=[], meta={"title": evil, "source": evil})
    annotator("import", project, write(tmp_path / "f.jsonl", line))

    for bidi in ("yes", "no"):
        assert "\x1b" not in annotator("show", project, "a", "--bidi", bidi).out


def test_without_bidi_lines_are_in_visual_order_at_the_right_border(annotator, labelled):
    shown = annotator("show", labelled, "a", "--annotator", "sara", "--bidi", "no").out

    text = shown.splitlines()[5]
    assert text.endswith(("SPEAKER#1[", "SPEAKER#1]"))
    assert columns(text) == 80


def spans_of(*pieces):
    return [Span(f"s{i}", "Q", tuple(Piece(*p) for p in one)) for i, one in enumerate(pieces)]


@pytest.mark.parametrize(
    "pieces, wanted",
    [
        ([[(0, 2)], [(2, 4)]], "[Q#1 ab][Q#2 cd]ef"),
        ([[(0, 6)], [(0, 2)]], "[Q#1 [Q#2 ab]cdef]"),
        ([[(0, 4)], [(2, 6)]], "[Q#1 ab[Q#2 cd #1]ef]"),
        ([[(0, 2)], [(0, 2)]], "[Q#1 [Q#2 ab]]cdef"),
        ([[(0, 2), (4, 6)]], "[Q#1 ab]cd[…Q#1 ef]"),
    ],
)
def test_brackets_stand_around_nested_crossing_and_split_spans(pieces, wanted):
    spans = spans_of(*pieces)
    numbers = {span.id: number for number, span in enumerate(spans, 1)}

    assert bracketed("abcdef", spans, numbers) == wanted


def test_colours_are_for_terminals_that_have_them():
    line = "[QUOTE#1 الف] x#2"

    assert Screen(colors=False, labels=("QUOTE",)).tagged(line) == line
    assert Screen(colors=True, labels=("QUOTE",)).tagged(line) == "[\x1b[36mQUOTE#1\x1b[0m الف] x#2"


@pytest.mark.parametrize(
    "environment, able",
    [
        ({"VTE_VERSION": "6800"}, True),
        ({"VTE_VERSION": "5202"}, False),
        ({"KONSOLE_VERSION": "220401"}, True),
        ({"TERM": "mlterm"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({}, False),
    ],
)
def test_terminals_with_bidi_are_known_by_their_marks(environment, able):
    assert has_bidi(environment) is able


def test_one_span_alone():
    span = Span("s", "Q", single(0, 1))

    assert bracketed("a", [span], {"s": 1}) == "[Q#1 a]"
