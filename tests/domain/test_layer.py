"""Layers change only by fitting changes, and every change can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.changes import Step, of_layer
from annotator.domain.ids import ArticleId, EntityId, RelationId, SpanId
from annotator.domain.layer import (
    Change,
    Decision,
    Layer,
    LayerKey,
    LayerState,
    SchemeRef,
    Stale,
    Status,
)
from annotator.domain.records import step_from_record, step_record
from annotator.domain.span import Entity, Piece, Provenance, Relation, SourceRef, Span, single

KEY = LayerKey(ArticleId("خبر"), "سارا")

spans = st.builds(
    Span,
    st.sampled_from("abcd").map(SpanId),
    st.sampled_from(["QUOTE", "SPEAKER"]),
    st.sampled_from([single(0, 3), single(2, 5), (Piece(0, 2), Piece(4, 6))]),
    st.dictionaries(st.sampled_from(["type", "kind"]), st.sampled_from(["x", ("y", "z")])),
    st.sampled_from([None, EntityId("e")]),
    note=st.sampled_from(["", "؟"]),
    flag=st.booleans(),
    provenance=st.sampled_from([None, Provenance((SourceRef("a1", "s"),), "a", "روشن", "lead")]),
)
relations = st.builds(
    Relation,
    st.sampled_from("rs").map(RelationId),
    st.just("SAID_BY"),
    spans.map(lambda s: s.id),
    spans.map(lambda s: s.id),
)
entities = st.builds(Entity, st.sampled_from("ef").map(EntityId), st.sampled_from(["الف", "ب"]))
states = st.builds(
    LayerState,
    st.sampled_from(Status),
    st.dictionaries(st.just("topics"), st.just(("nuclear", "energy"))),
    scheme=st.sampled_from([None, SchemeRef("s", 1)]),
)
decisions = st.builds(Decision, st.just("d"), st.sampled_from(["both_wrong", "unclear"]))
items = st.one_of(spans, relations, entities, states, decisions)


def present(layer, item):
    tables = {
        Span: layer.spans,
        Relation: layer.relations,
        Entity: layer.entities,
        Decision: layer.decisions,
        LayerState: {"": layer.state} if layer.state else {},
    }
    return tables[type(item)].get(getattr(item, "id", ""))


@given(st.lists(st.tuples(items, st.booleans()), max_size=25))
def test_steps_apply_and_their_inverses_bring_every_earlier_layer_back(wishes):
    layers = [Layer(KEY)]
    steps = []
    for item, delete in wishes:
        before = present(layers[-1], item)
        if before is None and delete:
            continue
        steps.append(Step("edit", (Change(KEY, before, None if delete else item),)))
        layers.append(layers[-1].apply(steps[-1].changes))

    layer = layers[-1]
    for step, earlier in zip(reversed(steps), reversed(layers[:-1]), strict=True):
        layer = layer.apply(step.inverse.changes)
        assert layer == earlier
        assert list(layer.index) == list(Layer(KEY, spans=layer.spans).index)


@given(st.lists(items, min_size=1, max_size=6))
def test_a_step_survives_its_journal_record(after):
    step = Step("edit", tuple(Change(KEY, None, item) for item in after), {"n": 3})

    assert step_from_record("edit", step_record(step)) == step


def test_a_change_that_does_not_fit_is_refused_and_nothing_changes():
    span = Span(SpanId("a"), "QUOTE", single(0, 3))
    layer = Layer(KEY).apply([Change(KEY, None, span)])

    with pytest.raises(Stale):
        layer.apply([Change(KEY, None, span)])
    with pytest.raises(Stale):
        layer.apply([Change(KEY, Span(SpanId("a"), "QUOTE", single(0, 4)), None)])
    assert layer.spans == {"a": span}


def test_a_change_needs_a_side():
    with pytest.raises(ValueError, match="before or an after"):
        Change(KEY, None, None)


def test_changes_within_one_step_may_follow_each_other():
    first = Span(SpanId("a"), "QUOTE", single(0, 3))
    second = Span(SpanId("a"), "TOPIC", single(0, 5))

    layer = Layer(KEY).apply([Change(KEY, None, first), Change(KEY, first, second)])

    assert list(layer.index) == [second]


def test_a_step_names_its_layers_once_and_splits_by_layer():
    other = LayerKey(ArticleId("b"), None)
    span = Span(SpanId("a"), "QUOTE", single(0, 3))
    step = Step(
        "all", (Change(KEY, None, span), Change(other, None, span), Change(KEY, span, None))
    )

    assert step.layers == (KEY, other)
    assert len(of_layer(step.changes, KEY)) == 2
    assert other.is_gold


def test_relations_are_found_from_either_end():
    layer = Layer(KEY).apply(
        [
            Change(KEY, None, Span(SpanId("q"), "QUOTE", single(0, 3))),
            Change(KEY, None, Span(SpanId("s"), "SPEAKER", single(5, 8), entity=EntityId("e"))),
            Change(KEY, None, Relation(RelationId("r"), "SAID_BY", SpanId("q"), SpanId("s"))),
        ]
    )

    assert [r.id for r in layer.relations_of(SpanId("s"))] == ["r"]
    assert layer.targets(SpanId("q"), "SAID_BY") == ["s"]
    assert layer.targets(SpanId("s"), "SAID_BY") == []
    assert [m.id for m in layer.mentions(EntityId("e"))] == ["s"]
