"""Which characters the lens shows."""

import pytest

from annotator.ui.views.lens import marks_in


@pytest.mark.parametrize(("text", "found"), [
    ("می\u200cرود", [(2, 3, "bar")]),
    ("یک\xa0دو", [(2, 3, "space")]),
    ("الف\u200f", [(3, 4, "RLM")]),
    ("\u202eدلار\u202c", [(0, 1, "RLO"), (5, 6, "PDF")]),
    ("كتاب علي", [(0, 1, "tint"), (7, 8, "tint")]),
    ("کتـــاب", [(2, 3, "tint"), (3, 4, "tint"), (4, 5, "tint")]),
    ("دو  فاصله", [(3, 4, "space")]),
    ("کتاب یک و دو", []),
])  # fmt: skip
def test_only_what_cannot_be_seen_is_marked(text, found):
    assert list(marks_in(text, 0, len(text))) == found


def test_only_the_asked_part_is_searched():
    assert list(marks_in("\u200c\u200c\u200c", 1, 2)) == [(1, 2, "bar")]
