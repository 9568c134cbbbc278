import pytest
import regex
from hypothesis import given, settings

from annotator.persian.segment import grapheme_end, grapheme_start, next_grapheme, prev_grapheme
from persian.alphabet import carets, texts


def edges(text):
    """List all cluster edges by reading the whole text."""
    return [0, *(match.end() for match in regex.finditer(r"\X", text))]


@settings(max_examples=400)
@given(carets())
def test_clusters_found_nearby_are_those_of_the_whole_text(drawn):
    text, position = drawn
    found = edges(text)
    assert grapheme_start(text, position) == max(e for e in found if e <= position)
    assert grapheme_end(text, position) == min(e for e in found if e >= position)
    assert next_grapheme(text, position) == min(
        (e for e in found if e > position), default=len(text)
    )
    assert prev_grapheme(text, position) == max((e for e in found if e < position), default=0)


def steps(text):
    found = [0]
    while found[-1] < len(text):
        found.append(next_grapheme(text, found[-1]))
    return found


@pytest.mark.parametrize(
    "text, stops",
    [
        ("می\u200cشود", [0, 1, 3, 4, 5, 6]),
        ("مُحَمَّد", [0, 2, 4, 7, 8]),
        ("👨\u200d👩\u200d👧", [0, 5]),
        ("🇮🇷🇮🇷", [0, 2, 4]),
        ("گفتَ", [0, 1, 2, 4]),
        ("", [0]),
    ],
)
def test_the_caret_stops_where_a_reader_expects(text, stops):
    assert steps(text) == stops


def test_positions_outside_the_text_are_its_ends():
    assert grapheme_start("گفت", -4) == 0
    assert grapheme_end("گفت", 9) == 3
    assert next_grapheme("گفت", 9) == 3
    assert prev_grapheme("گفت", 0) == 0


@settings(max_examples=150)
@given(texts.filter(lambda text: "\ufeff" not in text))
def test_steps_are_those_of_qt(text):
    core = pytest.importorskip("PySide6.QtCore")
    line = text.replace("\n", " ")
    finder = core.QTextBoundaryFinder(core.QTextBoundaryFinder.BoundaryType.Grapheme, line)
    stops = [0]
    while (stop := finder.toNextBoundary()) >= 0:
        stops.append(len(line.encode("utf-16-le")[: 2 * stop].decode("utf-16-le")))
    assert steps(line) == (stops if line else [0])
