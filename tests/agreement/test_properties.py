"""What must hold of every figure: symmetry, identity, permutation, chance, and slow oracles."""

import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreement.layers import article, layer, measured, measurement, span
from annotator.agreement import nominal, unitizing
from annotator.agreement.marks import marks_of, marks_of_layer
from annotator.agreement.pairing import Scheme, credit, meetings, paired
from annotator.agreement.spans import scheme_credits

LENGTH = 24
LABELS = "xyz"
ONE = {"position_alpha", "position_kappa", "position_pi", "position_fleiss", "u_alpha"}

plain = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 8), st.sampled_from(LABELS)).map(
    lambda one: (one[0], min(LENGTH, one[0] + one[1]), one[2])
)
spans = st.lists(plain, max_size=5)


@st.composite
def split(draw):
    cuts = sorted(draw(st.lists(st.integers(0, LENGTH), min_size=4, max_size=4, unique=True)))
    label = draw(st.sampled_from(LABELS))
    return span(cuts[0], cuts[3], label, pieces=[cuts[:2], cuts[2:]])


layers = st.lists(st.one_of(plain, split()), max_size=5).map(layer)
# a whole report for each example
few = settings(max_examples=30)


def values(report):
    """Give the value of every row by its name, whoever the annotators are."""
    return {
        (row.measure, row.variant, row.label): None if row.value is None else round(row.value, 9)
        for row in report.rows
        if len(row.annotators) == len(report.annotators)
    }


def best_credit(first, second, scheme):
    """Try every one-to-one pairing."""
    shared = {(i, j): n for i, j, n in meetings(first, second)}
    if len(first) > len(second):
        first, second = second, first
        shared = {(j, i): n for (i, j), n in shared.items()}
    return max(
        sum(
            credit(scheme, first.items[i], second.items[j], shared.get((i, j), 0))
            for i, j in enumerate(order)
        )
        for order in permutations(range(len(second)), len(first))
    )


@given(layers, layers)
def test_every_scheme_earns_what_the_best_pairing_of_all_earns(one, other):
    first, second = marks_of_layer(one), marks_of_layer(other)
    found = scheme_credits(first, second)

    for scheme in Scheme:
        best = best_credit(first, second, scheme)
        assert found[scheme, None] == best
        assert paired(first, second, scheme).credit == best


@given(layers, layers)
def test_a_labels_credit_is_that_of_its_spans_alone(one, other):
    found = scheme_credits(marks_of_layer(one), marks_of_layer(other))

    for label in LABELS:
        first, second = marks_of_layer(one, [label]), marks_of_layer(other, [label])
        for scheme in Scheme:
            assert found.get((scheme, label), 0) == best_credit(first, second, scheme)


@given(layers, layers)
def test_meetings_are_the_pairs_that_share_positions(one, other):
    def held(mark):
        return {place for start, end in mark.pieces for place in range(start, end)}

    first, second = marks_of_layer(one), marks_of_layer(other)
    slow = [
        (i, j, len(held(mine) & held(yours)))
        for i, mine in enumerate(first.items)
        for j, yours in enumerate(second.items)
        if held(mine) & held(yours)
    ]

    assert sorted(meetings(first, second)) == slow


def by_position(items, label):
    return [
        any(s <= place < e for mark in items.items if mark.label == label for s, e in mark.pieces)
        for place in range(LENGTH)
    ]


@few
@given(st.lists(layers, min_size=2, max_size=4))
def test_alpha_by_position_is_alpha_over_all_characters(group):
    found = measured(article({f"n{i}": one for i, one in enumerate(group)}, length=LENGTH))
    marks = [marks_of_layer(one) for one in group]

    for label in {mark.label for own in marks for mark in own.items}:
        rated = list(zip(*(by_position(own, label) for own in marks), strict=True))
        expected = nominal.alpha(rated).value
        assert found.row("position_alpha", None, label).value == pytest.approx(expected)
        fleiss = nominal.fleiss(rated).value
        assert found.row("position_fleiss", None, label).value == pytest.approx(fleiss)
        assert found.row("position_pi", None, label).value == pytest.approx(fleiss)


@few
@given(spans, spans)
def test_kappa_by_position_is_kappa_over_all_characters(one, other):
    found = measured(article({"a": one, "b": other}, length=LENGTH))
    first, second = marks_of(one), marks_of(other)

    for label in {mark.label for own in (first, second) for mark in own.items}:
        ours, theirs = by_position(first, label), by_position(second, label)
        rated = list(zip(ours, theirs, strict=True))
        table = [[rated.count((a, b)) for b in (True, False)] for a in (True, False)]
        expected = nominal.cohen(table).value
        assert found.row("position_kappa", None, label).value == pytest.approx(expected)


@few
@given(st.lists(spans, min_size=2, max_size=3))
def test_u_alpha_of_one_label_is_that_of_its_units_alone(group):
    """The outermost of nested units stays, so dropping the others first changes nothing."""
    found = measured(article({f"n{i}": one for i, one in enumerate(group)}, length=LENGTH))

    for label in LABELS:
        kept = [
            marks_of(
                [(s, e, label) for s, e in units.ranges]
                if (units := marks_of(own).units.get(label))
                else []
            )
            for own in group
        ]
        row = found.row("u_alpha", "u", label)
        if row is not None:
            expected = unitizing.family([(kept, LENGTH)]).u
            assert row.value == pytest.approx(expected)


@few
@given(layers, layers)
def test_every_figure_of_a_pair_is_symmetric(one, other):
    straight = measured(article({"a": one, "b": other}, length=LENGTH))
    turned = measured(article({"a": other, "b": one}, length=LENGTH))

    assert values(straight) == pytest.approx(values(turned), nan_ok=True)


@few
@given(st.lists(layers, min_size=3, max_size=3), st.permutations(range(3)))
def test_the_order_of_annotators_changes_no_figure_of_the_group(group, order):
    straight = measured(article({f"n{i}": group[i] for i in range(3)}, length=LENGTH))
    turned = measured(article({f"n{i}": group[order[i]] for i in range(3)}, length=LENGTH))

    assert values(straight) == pytest.approx(values(turned))


@few
@given(st.lists(st.tuples(layers, layers), min_size=1, max_size=4))
def test_the_order_of_articles_changes_nothing(pairs):
    made = [
        article({"a": one, "b": other}, length=LENGTH, key=f"x{place}")
        for place, (one, other) in enumerate(pairs)
    ]

    assert values(measured(*made)) == pytest.approx(values(measured(*made[::-1])))


@few
@given(layers)
def test_identical_layers_agree_in_every_figure_that_is_defined(one):
    found = measured(article({"a": one, "b": one}, length=LENGTH), gamma=True)

    assert {round(row.value, 9) for row in found.rows if row.value is not None} <= {1.0}
    assert all(row.undefined for row in found.rows if row.value is None)


@few
@given(st.lists(st.tuples(layers, layers, layers), min_size=1, max_size=4), st.data())
def test_a_changed_article_gives_what_measuring_anew_gives(triples, data):
    def made(place, triple):
        named = dict(zip("abc", triple, strict=True))
        return article(named, length=LENGTH, key=f"x{place}")

    articles = [made(*one) for one in enumerate(triples)]
    found = measurement(*articles)
    before = found.report(resamples=0)
    changed = made(0, data.draw(st.tuples(layers, layers, layers)))
    found.put(changed)
    found.put(made(9, triples[0]))
    found.remove("x9")

    assert values(before) == pytest.approx(values(measured(*articles)))
    again = found.report(resamples=0)
    assert values(again) == pytest.approx(values(measured(changed, *articles[1:])))
    assert again.scores == measured(changed, *articles[1:]).scores


def random_layer(rng, number=40, length=4000):
    starts = [rng.randrange(length - 40) for _ in range(number)]
    return [(start, start + rng.randrange(5, 40), rng.choice("xy")) for start in starts]


def test_chance_gives_figures_near_nothing():
    rng = random.Random(7)
    made = [
        article({"a": random_layer(rng), "b": random_layer(rng)}, length=4000, key=f"{place}")
        for place in range(40)
    ]
    found = measured(*made)

    corrected = [row for row in found.rows if row.measure in ONE and row.value is not None]
    assert corrected
    assert max(abs(row.value) for row in corrected) < 0.05
    assert found.row("span_f1", "strict").value < 0.01
