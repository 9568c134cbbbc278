"""A list of any size is cut into the elements that the whole of it has."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import json_array
from annotator.formats.json_array import elements

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('ab"\\[]{},: و\n')),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=6), st.sampled_from([None, 1]), st.integers(1, 9), st.booleans())
def test_elements_are_those_of_the_whole_list(values, indent, part, ascii_only):
    data = json.dumps(values, indent=indent, ensure_ascii=ascii_only).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_array, "_PART", part)
        found = list(elements(io.BytesIO(data)))

    assert [json.loads(one.data) for one in found] == values
    assert not any(one.problem for one in found)


@given(st.lists(st.integers(), min_size=1, max_size=6))
def test_an_element_is_named_by_the_line_it_begins_on(values):
    data = json.dumps(values, indent=1).encode()
    assert [one.line for one in elements(io.BytesIO(data))] == [n + 2 for n in range(len(values))]


def test_an_element_over_the_limit_is_named_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(json_array, "LINE_LIMIT", 100)
    found = list(elements(io.BytesIO(json.dumps(["a" * 500, 2]).encode())))

    assert "longer than" in found[0].problem
    assert found[1].data == b"2"
