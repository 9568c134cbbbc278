"""An article of our own with everything that is hard to draw, and a view that shows it."""

from pathlib import Path

import pytest

from annotator.domain import scheme_file
from annotator.domain.article import Article
from annotator.domain.ids import ArticleId, EntityId, RelationId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState
from annotator.domain.span import Entity, Relation, Span, merge_pieces
from annotator.ui import fonts
from annotator.ui.views.article_view import ArticleView

TEXT = (
    "سخنگوی گروه MoveOn در سال ۲۰۲۵ گفت: «قرارداد ABC-12 با ارزش 12.5 میلیون امضا شد» 😀 "
    "و محمّد هم سلام داد و می‌رود.\n"
    "\n"
    "سندی تازه امضا شد\n"
    "\n"
    "وزیر گفت: ما با این طرح موافقیم، خبرنگار پرسید چرا، او افزود و این کار را تا پایان سال "
    "ادامه می‌دهیم. این جمله دوم است! سومی هم هست.\n"
    "پایان متن، کالا و بالا و 👍🏽 تمام."
)
SCHEME = Path(__file__).parents[3] / "resources" / "schemes" / "fa-news-attribution.json"


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    """Find words in the text."""
    start = text.index(words)
    return start, start + len(words)


def span(name: str, label: str, *words: str, **rest) -> Span:
    """Make a span whose pieces are the given words."""
    return Span(SpanId(name), label, merge_pieces(map(at, words)), **rest)


def make_layer(*spans: Span, relations=(), entities=()) -> Layer:
    """Make a layer of spans, of relations as (type, from, to), and of entities."""
    made = (Relation(RelationId(f"r{i}"), *one) for i, one in enumerate(relations))
    return Layer(
        LayerKey(ArticleId("a"), "sara"),
        LayerState(),
        {one.id: one for one in spans},
        {one.id: one for one in made},
        {one.id: one for one in entities},
    )


@pytest.fixture
def scheme():
    return scheme_file.parse_text(SCHEME.read_text(encoding="utf-8"))


@pytest.fixture
def article():
    return Article(ArticleId("a"), TEXT)


@pytest.fixture
def layer():
    return make_layer(
        span("speaker", "SPEAKER", "سخنگوی گروه MoveOn", entity=EntityId("e"), note="<کیست>"),
        span("quote", "QUOTE", "«قرارداد ABC-12 با ارزش 12.5 میلیون امضا شد»", flag=True),
        span("deal", "AGREEMENT", "قرارداد ABC-12"),
        span("topic", "TOPIC", "12.5 میلیون"),
        span("cue", "CUE", "گفت"),
        span("minister", "SPEAKER", "وزیر"),
        span("split", "QUOTE", "ما با این طرح موافقیم", "این کار را تا پایان سال ادامه می‌دهیم"),
        relations=[("SAID_BY", "quote", "speaker"), ("ABOUT", "quote", "deal")],
        entities=[Entity(EntityId("e"), "سارا پارسا", "person")],
    )


@pytest.fixture
def view(qtbot, article, layer, scheme):
    fonts.load_fonts()
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 560)
    made.set_article(article, layer, scheme)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made
