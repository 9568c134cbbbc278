"""Where the lanes of several layers stand on one text, and what is strong."""

from itertools import pairwise

import pytest

from annotator.domain.article import Article
from annotator.domain.ids import ArticleId, SpanId
from annotator.domain.scheme import Name, Scheme
from annotator.domain.span import Span, single
from annotator.ui.models.comparison import Comparison, Side
from annotator.ui.views.compare_view import CompareView

TEXT = "سارا کریمی گفت که باران می‌بارد و زمین خیس است."
SCHEME = Scheme("x", 1, Name("", ""), ())


def one(identity, start, end):
    return Span(SpanId(identity), "QUOTE", single(start, end))


@pytest.fixture
def view(qtbot):
    """Give a shown view of one short article."""
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def bars(view, *sides, strong=()):
    compared = Comparison(
        tuple(Side(f"n{i}", spans) for i, spans in enumerate(sides)), frozenset(strong)
    )
    view.show_comparison(Article(ArticleId("a"), TEXT), compared, SCHEME)
    line = view.lines.line_of(0)
    return list(view.painter.bars(line, view.lines.baseline(line))), view.lines.baseline(line)


def test_of_two_the_first_stands_above_and_the_second_below_the_line(view):
    found, baseline = bars(view, (one("a", 0, 10),), (one("a", 0, 4),))

    above, below = found
    assert above.top + above.height < baseline - view.measures.ground_above
    assert below.top > baseline + view.measures.ground_below
    # right to left: both begin at the same edge and end in different places
    assert above.boxes[-1].right == below.boxes[-1].right
    assert above.boxes[0].left < below.boxes[0].left


def test_inner_spans_stand_nearer_to_the_text_on_both_sides(view):
    found, _ = bars(view, (one("a", 0, 20), one("b", 5, 10)), (one("a", 0, 20), one("b", 5, 10)))
    tops = {(bar.side, bar.span.id): bar.top for bar in found}

    assert tops[0, "b"] > tops[0, "a"]
    assert tops[1, "b"] < tops[1, "a"]


@pytest.mark.parametrize("count", [3, 10])
def test_many_sides_have_a_band_each_below_the_line(view, count):
    found, baseline = bars(view, *[(one("a", 0, 10), one("b", 0, 4))] * count)
    measures = view.measures
    bands = [[b for b in found if b.side == side] for side in range(count)]

    for before, after in pairwise(bands):
        assert max(b.top + b.height for b in before) <= min(b.top for b in after)
    assert min(b.top for b in found) >= baseline + measures.ground_below
    assert max(b.top + b.height for b in found) <= baseline + measures.cell_below


def test_the_same_article_stays_where_it_was_scrolled_to(view):
    article = Article(ArticleId("a"), (TEXT + "\n") * 40)
    view.show_comparison(article, Comparison((Side("x"), Side("y"))), SCHEME)
    view.verticalScrollBar().setValue(300)
    view.show_comparison(article, Comparison((Side("x"), Side("y"))), SCHEME)

    assert view.verticalScrollBar().value() == 300
