"""A quote is linked to what stands near, and mentions of one thing share what is said of it."""

from pathlib import Path

import pytest

from annotator.domain import scheme_file
from annotator.domain.article import Article
from annotator.domain.ids import ArticleId
from annotator.domain.layer import LayerKey
from annotator.workspace import likely_targets, operations
from annotator.workspace.workspace import Workspace
from workspace.projects import bring, record

SCHEME = Path(__file__).parents[2] / "resources" / "schemes" / "fa-news-attribution.json"
TEXT = (
    "سارا کریمی گفت: قرارداد گندم امضا شد و این قرارداد مهم است.\n"
    "او درباره باران افزود: باران خوب بود."
)
KEY = LayerKey(ArticleId("a"), "Sara")
EVERY = ("SAID_BY", "CUED_BY", "ABOUT", "CONTINUES", "SAME_AS")


@pytest.fixture
def ws(tmp_path):
    scheme = scheme_file.parse_text(SCHEME.read_text(encoding="utf-8"))
    with Workspace.create(tmp_path / "p.annotator", scheme, lead="Sara") as made:
        bring(made, record(Article(KEY.article, TEXT, {})))
        made.sign_in("Sara")
        yield made


def mark(ws, label, words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return operations.mark(ws, KEY, label, start, start + len(words)).selected


def first_quote(ws):
    mark(ws, "SPEAKER", "سارا کریمی")
    mark(ws, "CUE", "گفت")
    return mark(ws, "QUOTE", "قرارداد گندم امضا شد و این قرارداد مهم است")


def links(ws):
    layer = ws.layer(KEY)
    return {
        (r.label, layer.spans[r.target].quoted(TEXT))
        for r in layer.relations.values()
        if r.label != "SAME_AS"
    }


def test_a_quote_is_linked_to_speaker_cue_and_the_fullest_mention_within_it_in_one_step(ws):
    quote = first_quote(ws)
    full = mark(ws, "AGREEMENT", "قرارداد گندم")
    operations.link(ws, KEY, "SAME_AS", mark(ws, "AGREEMENT", "این قرارداد"), full)

    operations.attribute_quote(ws, KEY, quote, EVERY)

    wanted = {("SAID_BY", "سارا کریمی"), ("CUED_BY", "گفت"), ("ABOUT", "قرارداد گندم")}
    assert links(ws) == wanted
    ws.undo()
    assert links(ws) == set()


def test_links_that_are_there_and_relations_that_are_not_asked_for_are_left_alone(ws):
    quote = first_quote(ws)
    mark(ws, "TOPIC", "قرارداد گندم")
    other = mark(ws, "CUE", "افزود")
    operations.link(ws, KEY, "CUED_BY", quote, other)

    operations.attribute_quote(ws, KEY, quote, ("SAID_BY", "CUED_BY"))

    assert links(ws) == {("SAID_BY", "سارا کریمی"), ("CUED_BY", "افزود")}


def test_a_speaker_of_another_paragraph_is_not_taken(ws):
    first_quote(ws)
    quote = mark(ws, "QUOTE", "باران خوب بود")

    operations.attribute_quote(ws, KEY, quote, EVERY)

    assert links(ws) == set()


def test_what_a_quote_within_a_quote_is_about_belongs_to_the_inner_one(ws):
    quote = first_quote(ws)
    inner = mark(ws, "QUOTE", "این قرارداد مهم است")
    topic = mark(ws, "AGREEMENT", "این قرارداد")

    operations.attribute_quote(ws, KEY, quote, ["ABOUT"])
    operations.attribute_quote(ws, KEY, inner, ["ABOUT"])

    layer = ws.layer(KEY)
    assert [(r.source, r.target) for r in layer.relations.values()] == [(inner, topic)]


def test_a_quote_by_a_pronoun_says_so_and_no_longer_when_a_name_takes_its_place(ws):
    named = mark(ws, "SPEAKER", "سارا کریمی")
    pronoun = mark(ws, "SPEAKER", "او")
    operations.set_attribute(ws, KEY, pronoun, "mention", "pronoun")
    quote = mark(ws, "QUOTE", "باران خوب بود")

    operations.link(ws, KEY, "SAID_BY", quote, pronoun)
    assert ws.layer(KEY).spans[quote].attributes["speaker_expr"] == "pronoun"
    operations.set_attribute(ws, KEY, quote, "speaker_expr", "unknown")
    operations.link(ws, KEY, "SAID_BY", quote, named)
    assert ws.layer(KEY).spans[quote].attributes["speaker_expr"] == "unknown"


@pytest.mark.parametrize("by_link", [True, False])
def test_another_mention_of_an_agreement_takes_over_what_is_said_of_the_agreement(ws, by_link):
    full = mark(ws, "AGREEMENT", "قرارداد گندم")
    operations.name_entity(ws, KEY, full, "قرارداد گندم")
    for name, value in (("type", "contract"), ("status", "signed"), ("mention", "full")):
        operations.set_attribute(ws, KEY, full, name, value)
    other = mark(ws, "AGREEMENT", "این قرارداد")
    operations.set_attribute(ws, KEY, other, "status", "proposed")

    if by_link:
        operations.link(ws, KEY, "SAME_AS", other, full)
    else:
        operations.set_entity(ws, KEY, other, ws.layer(KEY).spans[full].entity)

    found = ws.layer(KEY).spans[other].attributes
    assert dict(found) == {"type": "contract", "status": "proposed"}


def test_the_same_is_looked_for_by_name_then_as_the_last_mention_before(ws):
    named = mark(ws, "SPEAKER", "سارا کریمی")
    pronoun = mark(ws, "SPEAKER", "او")
    layer = ws.layer(KEY)
    same = ws.scheme.relation("SAME_AS")

    found = likely_targets.likely_target(TEXT, layer, same, layer.spans[pronoun])

    assert found == named
