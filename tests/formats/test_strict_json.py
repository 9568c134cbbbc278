"""The quick way through JSON takes and refuses exactly what the slow, strict one does."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.formats.strict_json import BadJson, parse, parse_strictly, too_deep

blanks = st.sampled_from(["", " ", "\t", "  "])
signs = st.sampled_from(['"', ":", '":', "\\", "a", "گ", "🚀", "\n", "{", ","])
words = st.lists(signs, max_size=4).map("".join)


@st.composite
def written(draw, text):
    """Write a text as JSON, some of its characters by their number."""
    if draw(st.booleans()):
        return json.dumps(text, ensure_ascii=draw(st.booleans()))
    return '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c for c in text) + '"'


def members(values):
    return st.lists(st.tuples(words.flatmap(written), blanks, blanks, values), max_size=4).map(
        lambda found: "{" + ",".join(f"{k}{a}:{b}{v}" for k, a, b, v in found) + "}"
    )


numbers = st.sampled_from(["0", "-1", "1.5", "1e3", "1e999", "NaN", "18446744073709551616", "-0.0"])
atoms = (
    numbers | st.sampled_from(["true", "null", '"\\ud800"', '"\\u0000"']) | words.flatmap(written)
)
values = st.recursive(
    atoms,
    lambda inner: members(inner) | st.lists(inner, max_size=3).map(lambda v: f"[{','.join(v)}]"),
    max_leaves=8,
)


def outcome(read, raw):
    try:
        return repr(read(raw))
    except BadJson as error:
        return f"refused: {error}"


@given(values.map(str.encode) | st.binary(max_size=30))
@example(b'{"a":1,"a":1}')
@example(b'{"a" :1,"a":1}')
@example(b'{"\\u0022\\u0022":1,"a":2,"a":3}')
@example(b'{"a":{"b":"\\":"},"a":1}')
@example(b'{"a":18446744073709551616}')
def test_the_quick_way_and_the_strict_way_agree(raw):
    assert outcome(parse, raw) == outcome(parse_strictly, raw)


@pytest.mark.parametrize("depth, deep", [(99, False), (100, True)])
def test_nesting_is_counted(depth, deep):
    value = []
    for _ in range(depth):
        value = {"a": value} if isinstance(value, list) else [value]

    assert too_deep(value) is deep
