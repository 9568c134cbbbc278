"""The UTF-16 converter against Python's own encoder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.offsets import Utf16Map

TEXTS = st.text(st.sampled_from("آبی می‌شود\u064e\u0651\u0640 Ab1۲٣«»،.\n\u200f😀👨\u200d👩🇮🇷️"))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_to_utf16_counts_as_the_encoder_does(text):
    positions = Utf16Map(text)

    assert [positions.to_utf16(i) for i in range(len(text) + 1)] == [
        units(text[:i]) for i in range(len(text) + 1)
    ]


@given(TEXTS)
def test_every_boundary_comes_back(text):
    positions = Utf16Map(text)

    for i in range(len(text) + 1):
        assert positions.to_code_point(positions.to_utf16(i)) == i
        assert positions.is_boundary(positions.to_utf16(i))


@given(TEXTS)
def test_a_position_inside_a_pair_belongs_to_its_character(text):
    positions = Utf16Map(text)
    inside = {units(text[:i]) + 1: i for i, c in enumerate(text) if c > "\uffff"}

    for unit in range(positions.utf16_length + 1):
        assert positions.is_boundary(unit) == (unit not in inside)
        if unit in inside:
            assert positions.to_code_point(unit) == inside[unit]


def test_text_without_astral_characters_is_the_identity():
    assert Utf16Map("می‌شود «A»").is_identity
    assert not Utf16Map("😀").is_identity


@pytest.mark.parametrize("text", ["", "\ud83d"])
def test_empty_text_and_a_lone_surrogate_do_not_crash(text):
    assert Utf16Map(text).to_utf16(len(text)) == len(text)
