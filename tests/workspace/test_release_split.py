"""Sides of a data set: whole groups, even shares, even labels, the same for the same seed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.workspace.release_split import Group, deal_groups

SHARES = {"train": 0.8, "dev": 0.1, "test": 0.1}
LABELS = ("A", "B", "C")


@st.composite
def group_lists(draw):
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=60))
    groups, number = [], 0
    for size in sizes:
        articles = [f"a{number + n}" for n in range(size)]
        number += size
        labels = {label: draw(st.integers(0, size)) for label in LABELS}
        groups.append(Group(articles, Counter({k: v for k, v in labels.items() if v})))
    return groups


@given(group_lists(), st.integers(0, 99))
def test_every_article_has_one_side_and_no_group_is_parted(groups, seed):
    dealt = deal_groups(groups, SHARES, seed)

    assert dealt.keys() == {article for group in groups for article in group.articles}
    assert all(len({dealt[one] for one in group.articles}) == 1 for group in groups)


@given(group_lists(), st.integers(0, 99), st.randoms())
def test_the_order_of_groups_and_articles_makes_no_difference(groups, seed, shuffler):
    expected = deal_groups(groups, SHARES, seed)
    shuffler.shuffle(groups)
    for group in groups:
        shuffler.shuffle(group.articles)

    assert deal_groups(groups, SHARES, seed) == expected


@pytest.mark.parametrize("count", [10, 97, 1000])
def test_sides_have_their_shares(count):
    groups = [Group([f"a{n}"]) for n in range(count)]
    sizes = Counter(deal_groups(groups, SHARES, 3).values())

    assert {side: abs(sizes[side] - share * count) <= 1 for side, share in SHARES.items()} == (
        dict.fromkeys(SHARES, True)
    )


def test_labels_asked_for_are_spread_by_the_same_shares():
    groups = [
        Group([f"a{n}"], Counter({"RARE": 1} if n % 10 == 0 else {"COMMON": 1} if n % 2 else {}))
        for n in range(500)
    ]
    dealt = deal_groups(groups, SHARES, 1)

    for label in ("RARE", "COMMON"):
        having = [group.articles[0] for group in groups if group.labels[label]]
        sizes = Counter(dealt[article] for article in having)
        assert all(abs(sizes[side] - SHARES[side] * len(having)) <= 1 for side in SHARES)
    assert abs(Counter(dealt.values())["train"] - 400) <= 3


def test_another_seed_is_another_split_and_a_side_without_a_share_stays_empty():
    groups = [Group([f"a{n}"]) for n in range(100)]
    shares = {"train": 0.5, "test": 0.5, "none": 0}

    assert deal_groups(groups, shares, 1) != deal_groups(groups, shares, 2)
    assert set(deal_groups(groups, shares, 1).values()) == {"train", "test"}


def test_shares_must_add_up():
    with pytest.raises(UserError, match="add up to 1"):
        deal_groups([], {"train": 0.5}, 0)
