"""The words on tags and tooltips."""

from dataclasses import replace

import pytest

from annotator.domain.ids import EntityId
from annotator.domain.span import Entity
from annotator.ui.views import tags
from ui.views.conftest import TEXT, make_layer, span


def test_quotes_and_agreements_carry_tags_and_names_do_not(scheme):
    assert tags.tagged_labels(scheme) == {"QUOTE", "AGREEMENT"}


def test_a_scheme_without_speakers_tags_every_label_that_is_not_optional(scheme):
    bare = replace(scheme, relations=())

    assert tags.tagged_labels(bare) == {"SPEAKER", "QUOTE", "AGREEMENT", "TOPIC"}


def test_a_scheme_file_may_say_itself_which_labels_carry_tags(scheme):
    labels = tuple(replace(one, extra={"tag": one.id == "TOPIC"}) for one in scheme.labels)

    assert tags.tagged_labels(replace(scheme, labels=labels)) == {"TOPIC"}


@pytest.mark.parametrize(("language", "name"), [("fa", "نقل‌قول"), ("en", "Quote")])
def test_the_tag_of_a_quote_names_its_speaker(scheme, layer, language, name):
    long, short = tags.tag_texts(scheme, layer, TEXT, layer.spans["quote"], language)

    assert name in short
    assert "سارا پارسا" in long
    assert "⚑" in short


def test_a_missing_speaker_is_a_question_mark_and_an_unknown_one_is_not(scheme):
    quote = span("q", "QUOTE", "سلام داد")
    unknown = replace(quote, attributes={"speaker_expr": "unknown"})
    layer = make_layer(quote)

    assert "؟" in tags.tag_texts(scheme, layer, TEXT, quote, "fa")[0]
    assert tags.tag_texts(scheme, layer, TEXT, unknown, "fa") == ("نقل‌قول",)


def test_a_continued_quote_names_the_speaker_of_the_first(scheme):
    first, second = span("a", "QUOTE", "سلام داد"), span("b", "QUOTE", "چرا")
    who = span("w", "SPEAKER", "وزیر")
    links = [("SAID_BY", "a", "w"), ("CONTINUES", "b", "a")]
    layer = make_layer(first, second, who, relations=links)

    assert "وزیر" in tags.tag_texts(scheme, layer, TEXT, second, "fa")[0]


def test_a_tooltip_escapes_names_and_notes(scheme):
    who = span("w", "SPEAKER", "وزیر", entity=EntityId("e"))
    quote = span("q", "QUOTE", "سلام داد", note="<script>\nدو")
    entities = [Entity(EntityId("e"), "<b>سارا</b>")]
    layer = make_layer(who, quote, relations=[("SAID_BY", "q", "w")], entities=entities)
    words = tags.tooltip(scheme, layer, TEXT, [quote], "fa")

    assert "&lt;b&gt;سارا" in words
    assert "&lt;script&gt;<br>دو" in words


def test_an_unknown_label_goes_by_its_id(scheme):
    odd = span("o", "ODD", "چرا")

    assert tags.tag_texts(scheme, make_layer(odd), TEXT, odd, "fa") == ("ODD",)
