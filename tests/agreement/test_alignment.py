from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.alignment import Settings, align, dissimilarity
from annotator.agreement.gamma import article_gamma, gamma

PLAIN = Settings()
unit = st.tuples(st.integers(0, 20), st.integers(1, 6), st.sampled_from("xy")).map(
    lambda one: (one[0], one[0] + one[1], one[2])
)


def cost(group, annotators):
    """Price a unitary alignment by its definition: the mean over pairs, empty sides at delta."""
    sides = [*group, *[None] * (annotators - len(group))]
    pairs = [
        1.0 if one is None or other is None else dissimilarity(one, other, PLAIN)
        for place, one in enumerate(sides)
        for other in sides[place + 1 :]
    ]
    return sum(pairs) / len(pairs)


def cheapest(continua):
    """Try every partition: the first unit left goes with every choice of partners."""
    size = len(continua)

    def rest(left):
        first = next((place for place, own in enumerate(left) if own), None)
        if first is None:
            return 0.0
        head, *tail = left[first]
        others = left[first + 1 :]
        best = float("inf")
        for chosen in product(*[[None, *own] for own in others]):
            remaining = [
                *[()] * first,
                tuple(tail),
                *[
                    tuple(u for k, u in enumerate(own) if u is not one or own.index(one) != k)
                    for own, one in zip(others, chosen, strict=True)
                ],
            ]
            group = [head, *[one for one in chosen if one is not None]]
            best = min(best, cost(group, size) + rest(remaining))
        return best

    return rest([tuple(own) for own in continua])


@settings(max_examples=60)
@given(st.lists(st.lists(unit, max_size=3, unique=True), min_size=2, max_size=3))
def test_the_alignment_is_the_cheapest_of_all_partitions(continua):
    found = align(continua, PLAIN)
    units = sum(map(len, continua))

    assert sum(map(len, found.aligned)) == units
    if units:
        expected = cheapest(continua) * len(continua) / units
        assert found.disorder == pytest.approx(expected)
        spent = sum(cost(group, len(continua)) for group in found.aligned)
        assert found.disorder == pytest.approx(spent * len(continua) / units)


def test_what_cannot_be_searched_is_given_up_instead_of_guessed():
    many = [[(place, place + 50, "x") for place in range(30)] for _ in range(6)]

    assert align(many, PLAIN) is None
    assert article_gamma({f"n{i}": own for i, own in enumerate(many)}, 90, PLAIN, "x") is None


def test_gamma_is_the_same_for_a_seed_and_nearer_with_precision():
    units = {"a": [(0, 10, "x"), (20, 26, "y")], "b": [(1, 10, "x"), (21, 30, "x")]}

    found = gamma(units, 60, Settings(seed=5))

    assert found == gamma(units, 60, Settings(seed=5))
    assert found != gamma(units, 60, Settings(seed=6))
    assert gamma(units, 60, Settings(seed=5), precision=0.05).samples > found.samples
