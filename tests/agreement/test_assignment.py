from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.assignment import components, heaviest, largest

edges = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 10**30), max_size=14
)


def best_by_trying(weights):
    """Try every way to give each first vertex a second one of its own."""
    sides = range(5)
    return max(
        sum(weights.get((i, j), 0) for i, j in zip(sides, order, strict=True))
        for order in permutations(sides)
    )


@given(edges)
def test_the_heaviest_matching_is_one_to_one_and_none_is_heavier(weights):
    chosen = heaviest(weights)

    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    assert sum(weights[edge] for edge in chosen) == best_by_trying(weights)


@given(edges)
def test_the_largest_matching_has_as_many_edges_as_any(weights):
    found = largest(weights)

    assert len(set(found.values())) == len(found)
    assert all((i, j) in weights for j, i in found.items())
    assert len(found) == best_by_trying(dict.fromkeys(weights, 1))


@given(edges)
def test_components_hold_every_edge_once_and_share_no_vertex(weights):
    parts = components(weights)

    assert sorted(edge for part in parts for edge in part) == sorted(weights)
    for side in (0, 1):
        vertices = [{edge[side] for edge in part} for part in parts]
        assert sum(map(len, vertices)) == len(set().union(*vertices))
