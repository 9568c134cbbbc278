"""The loss report counts what a format cannot hold, and names cases."""

from dataclasses import replace

import pytest
from hypothesis import given

from annotator.domain.article import Article
from annotator.domain.layer import Layer, LayerKey, LayerState, Status
from annotator.domain.span import Piece, Relation, Span, single
from annotator.formats import brat, conll, docbin, doccano, hugging_face, prodigy, webanno_tsv
from annotator.formats.flat import Flat, hidden
from annotator.formats.holds import NATIVE, Overlaps, all_but
from annotator.formats.loss import WORDING, LossReport, counted, losses
from formats.labelled import SCHEME, labelled

TEXT = "یک «دو سه» چهار پنج.\nشش"
ARTICLE = Article("n", TEXT)


def layer_of(*spans, relations=(), annotator="a1"):
    return Layer(
        LayerKey("n", annotator),
        LayerState(Status.STARTED),
        {span.id: span for span in spans},
        {relation.id: relation for relation in relations},
    )


def counts(holds, *layers):
    report = losses([(ARTICLE, layers)], SCHEME, holds)
    return {loss.kind: loss.count for loss in report.losses}


@given(labelled())
def test_the_native_format_loses_nothing(data):
    assert losses(data, SCHEME, NATIVE).is_empty


def test_a_split_span_is_counted_where_pieces_become_spans():
    split = Span("q", "QUOTE", (Piece(3, 10), Piece(11, 15)), origin="imported")
    report = losses([(ARTICLE, [layer_of(split)])], SCHEME, all_but("split"))

    assert report.lines() == [f"1 {WORDING['split']} (n (a1): «دو سه» چهار)"]


def test_relations_are_counted_with_their_label_and_words():
    spans = [Span("q", "QUOTE", single(3, 10)), Span("s", "SPEAKER", single(0, 2))]
    linked = layer_of(*spans, relations=[Relation("r", "SAID_BY", "q", "s")])
    report = losses([(ARTICLE, [linked])], SCHEME, all_but("relations"))

    assert report.lines() == [f"1 {WORDING['relations']} (n (a1): SAID_BY: «دو سه»)"]


def test_a_span_inside_another_is_left_out_where_none_may_overlap():
    outer, inner = Span("o", "QUOTE", single(3, 10)), Span("i", "SPEAKER", single(4, 6))
    both = layer_of(outer, inner)

    assert counts(replace(NATIVE, overlaps=Overlaps.NONE), both) == {"overlap": 1}
    assert counts(replace(NATIVE, overlaps=Overlaps.OTHER_LABEL), both) == {}


@given(labelled())
def test_kept_spans_share_no_text_and_every_hidden_one_shares_some_with_a_kept_one(data):
    for _, layers in data:
        for layer in layers:
            flat = Flat(layer.spans.values())
            taken = [set(range(*p)) for s in flat.kept for p in s.pieces]
            assert sum(map(len, taken)) == len(set().union(*taken))
            for span in flat.hidden:
                mine = {i for p in span.pieces for i in range(*p)}
                assert any(mine & one for one in taken)
            assert hidden(layer.spans.values(), Overlaps.ANY) == []


@pytest.mark.parametrize(
    "holds", [conll.HOLDS, hugging_face.HOLDS, webanno_tsv.HOLDS], ids=("conll", "hf", "tsv")
)
def test_a_span_of_white_space_has_no_token_and_is_named(holds):
    assert counts(holds, layer_of(Span("x", "QUOTE", single(2, 3))))["no_token"] == 1


@pytest.mark.parametrize("holds", [conll.HOLDS, hugging_face.HOLDS, webanno_tsv.HOLDS])
def test_white_space_at_an_edge_is_named_where_tokens_cannot_hold_it(holds):
    assert counts(holds, layer_of(Span("x", "QUOTE", single(2, 10))))["edge_in_space"] == 1


def test_a_space_before_a_span_is_named_for_docbin():
    assert counts(docbin.HOLDS, layer_of(Span("x", "QUOTE", single(2, 10))))["edge_in_space"] == 1


def test_brat_names_pieces_that_only_a_line_end_parts():
    split = Span("x", "QUOTE", (Piece(16, 20), Piece(21, 23)))
    assert counts(brat.HOLDS, layer_of(split))["joined"] == 1


def test_doccano_says_that_overlap_must_be_switched_on():
    outer, inner = Span("o", "QUOTE", single(3, 10)), Span("i", "SPEAKER", single(4, 6))
    assert counts(doccano.HOLDS, layer_of(outer, inner))["overlap_setting"] == 1


def test_prodigy_loses_nothing_that_a_layer_has():
    split = Span("x", "QUOTE", (Piece(3, 10), Piece(11, 15)), {"type": "direct"}, "e", "n", True)
    assert counts(prodigy.HOLDS, layer_of(split)) == {}


def test_only_the_first_cases_are_kept_as_examples():
    spans = [Span(f"s{i}", "QUOTE", single(i, i + 1), note="n") for i in range(8)]
    report = losses([(ARTICLE, [layer_of(*spans)])], SCHEME, all_but("notes"))

    assert report.found["notes"].count == 8
    assert len(report.found["notes"].examples) == 3


def test_counting_hands_everything_on():
    data = [(ARTICLE, [layer_of()])]
    report = LossReport()

    assert list(counted(data, SCHEME, NATIVE, report)) == data
    assert (report.articles, report.layers) == (1, 1)


def test_every_kind_that_is_found_has_a_wording():
    flags = set(all_but().__slots__) - {"unit", "overlaps", "own"}
    assert flags <= WORDING.keys()
