"""Each problem is found where it stands, and a sound layer has none."""

from pathlib import Path

import pytest

from annotator.domain import scheme_file
from annotator.domain.article import Article
from annotator.domain.ids import ArticleId, EntityId, RelationId, SpanId
from annotator.domain.layer import Layer, LayerKey, LayerState
from annotator.domain.rules import ProblemKind, problems
from annotator.domain.span import Entity, Relation, Span, single

SCHEME = scheme_file.parse_text(
    (Path(__file__).parents[2] / "resources/schemes/fa-news-attribution.json").read_text("utf-8")
)
ARTICLE = Article(ArticleId("a"), "فرهمند گفت: «قرارداد امضا شد». او افزود: فردا می‌رویم.")
SPEAKER = Span(SpanId("s"), "SPEAKER", single(0, 6))
QUOTE = Span(SpanId("q"), "QUOTE", single(12, 29), {"type": "direct"})
PRONOUN = Span(SpanId("o"), "SPEAKER", single(31, 33))
SAID = Relation(RelationId("r"), "SAID_BY", QUOTE.id, SPEAKER.id)


def layer(*items, state=None):
    return Layer(
        LayerKey(ARTICLE.id, "a1"),
        state or LayerState(),
        {i.id: i for i in items if isinstance(i, Span)},
        {i.id: i for i in items if isinstance(i, Relation)},
        {i.id: i for i in items if isinstance(i, Entity)},
    )


def found(*items, state=None):
    return [(p.kind, p.span) for p in problems(ARTICLE, layer(*items, state=state), SCHEME)]


def quote(span_id, start, end, **more):
    return Span(SpanId(span_id), "QUOTE", single(start, end), {"type": "direct"} | more)


def test_a_sound_layer_has_no_problems():
    assert found(SPEAKER, QUOTE, SAID) == []


def test_a_quote_needs_a_speaker_unless_nobody_is_known():
    assert found(QUOTE) == [(ProblemKind.NO_SPEAKER, "q")]
    assert found(quote("q", 12, 29, speaker_expr="unknown")) == []


def test_a_continuing_quote_has_the_speaker_of_what_it_continues():
    later = quote("l", 41, 53)
    link = Relation(RelationId("c"), "CONTINUES", later.id, QUOTE.id)

    assert found(SPEAKER, QUOTE, SAID, later, link) == []


def test_a_circle_of_continues_is_found_and_ends():
    later = quote("l", 41, 53)
    links = [
        Relation(RelationId("c"), "CONTINUES", later.id, QUOTE.id),
        Relation(RelationId("d"), "CONTINUES", QUOTE.id, later.id),
    ]

    kinds = [kind for kind, _ in found(QUOTE, later, *links)]
    assert kinds.count(ProblemKind.RELATION_CYCLE) == 2
    assert kinds.count(ProblemKind.NO_SPEAKER) == 2


@pytest.mark.parametrize(
    ("span", "kind"),
    [
        (Span(SpanId("x"), "PERSON", single(0, 6)), ProblemKind.UNKNOWN_LABEL),
        (Span(SpanId("x"), "TOPIC", single(0, 6), {"tone": "a"}), ProblemKind.UNKNOWN_ATTRIBUTE),
        (Span(SpanId("x"), "TOPIC", single(0, 6), {"category": "a"}), ProblemKind.UNKNOWN_VALUE),
        (Span(SpanId("x"), "TOPIC", single(0, 7)), ProblemKind.EDGE),
        (
            Span(SpanId("x"), "SPEAKER", single(0, 6), entity=EntityId("e")),
            ProblemKind.UNKNOWN_ENTITY,
        ),
    ],
)
def test_a_span_is_checked_against_its_label(span, kind):
    assert found(span) == [(kind, "x")]


def test_a_required_attribute_is_missed():
    bare = Span(QUOTE.id, "QUOTE", QUOTE.pieces)

    assert found(bare, SPEAKER, SAID) == [(ProblemKind.MISSING_ATTRIBUTE, "q")]


def test_speakers_may_not_overlap_quotes_may_nest_but_not_cross():
    inner, crossing = quote("i", 13, 20), quote("x", 22, 33)
    links = [Relation(RelationId(f"r{s}"), "SAID_BY", SpanId(s), SPEAKER.id) for s in "ix"]

    assert found(SPEAKER, Span(SpanId("t"), "SPEAKER", single(0, 3))) == [
        (ProblemKind.SAME_LABEL_OVERLAP, "t")
    ]
    assert found(SPEAKER, QUOTE, SAID, inner, links[0]) == []
    assert found(SPEAKER, QUOTE, SAID, crossing, links[1]) == [
        (ProblemKind.SAME_LABEL_OVERLAP, "x")
    ]


def test_the_same_span_twice_is_a_duplicate():
    assert found(SPEAKER, Span(SpanId("t"), "SPEAKER", SPEAKER.pieces)) == [
        (ProblemKind.DUPLICATE, "t")
    ]


def test_relations_are_checked_for_type_ends_and_count():
    wrong = Relation(RelationId("w"), "SAID_BY", SPEAKER.id, QUOTE.id)
    strange = Relation(RelationId("z"), "LIKES", SPEAKER.id, QUOTE.id)
    targets = [quote("a", 41, 45), quote("b", 46, 53)]
    many = [Relation(RelationId(t.id), "CONTINUES", QUOTE.id, t.id) for t in targets]

    assert (ProblemKind.RELATION_ENDS, "s") in found(SPEAKER, QUOTE, SAID, wrong)
    assert (ProblemKind.UNKNOWN_RELATION, "s") in found(SPEAKER, QUOTE, SAID, strange)
    assert (
        found(SPEAKER, QUOTE, SAID, *targets, *many).count((ProblemKind.RELATION_COUNT, "q")) == 1
    )


def test_same_as_between_two_entities_is_a_conflict_to_show():
    one = Span(SPEAKER.id, "SPEAKER", SPEAKER.pieces, entity=EntityId("e1"))
    two = Span(PRONOUN.id, "SPEAKER", PRONOUN.pieces, entity=EntityId("e2"))
    same = Relation(RelationId("m"), "SAME_AS", two.id, one.id)
    entities = [Entity(EntityId("e1"), "الف"), Entity(EntityId("e2"), "ب")]

    assert found(one, two, same, *entities) == [(ProblemKind.ENTITY_CONFLICT, "o")]


def test_problems_of_the_article_come_last():
    state = LayerState(document={"topics": ("weather",)})

    assert found(QUOTE, state=state) == [
        (ProblemKind.NO_SPEAKER, "q"),
        (ProblemKind.UNKNOWN_VALUE, None),
    ]
