"""Any bytes into any reader: records and rejections come out, never an exception.

What is found out here by chance is looked for longer by tests/fuzz/readers.py.
"""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.errors import Rejection, UserError
from annotator.formats.records import ReadContext, Record
from annotator.formats.registry import FORMATS
from formats.conftest import SCHEME
from formats.documents import docx, paragraph, xlsx, zipped

READERS = [one for one in FORMATS if one.reads]
# something that each reader knows, to be damaged
SEEDS = [
    (
        b'{"id":"a","text":"\xd9\x88\xd8\xb2\xdb\x8c\xd8\xb1 x","annotator":"s","spans":[{"id":"s",'
        b'"label":"QUOTE","start":0,"end":4}],"relations":[],"entities":[]}\n'
    ),
    (
        b'[{"id": 1, "data": {"text": "abc"}, "annotations": [{"id": 1, "result": [{"id": "q", "type":'
        b' "labels", "value": {"start": 0, "end": 1, "text": "a", "labels": ["QUOTE"]}}]}]}]'
    ),
    b'{"id": 7, "text": "abc def", "label": [[0, 3, "QUOTE"]], "Comments": []}\n',
    (
        b'{"text": "abc", "tokens": [{"text": "abc", "start": 0, "end": 3, "id": 0, "ws": false}], '
        b'"spans": [{"start": 0, "end": 3, "token_start": 0, "token_end": 0, "label": "QUOTE"}]}\n'
    ),
    b"-DOCSTART- O\n\nabc B-QUOTE\ndef I-QUOTE\n\n",
    b"id,text,title\na,abc,t\n",
    "<html><head><title>خبر</title></head><body><article><p>متن خبر.</p></article></body>".encode(),
    docx(paragraph("متن")),
    xlsx([["id", "text"], ["a", "متن"]]),
    zipped([("a.txt", "متن"), ("b.jsonl", '{"text": "a"}\n')]),
    zipped([("a.txt", "abc"), ("a.ann", "T1\tQUOTE 0 3\tabc\n")]),
]


def hold(reader, data: bytes) -> None:
    """Read and check what every reader promises."""
    try:
        found = list(reader.read(io.BytesIO(data), "f", ReadContext(SCHEME, add_labels=True)))
    except UserError:
        # a library that this format needs is not installed
        return
    for one in found:
        assert isinstance(one, Record | Rejection)
        if isinstance(one, Rejection):
            assert one.reason
            assert "\n" not in str(one)
            continue
        one.article.text.encode()
        assert "\x00" not in one.article.text
        spans = one.layer.spans.values() if one.layer else ()
        assert all(0 <= s.start < s.end <= len(one.article.text) for s in spans)


@st.composite
def damaged(draw):
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, max(len(data) - 1, 0)))
        kind = draw(st.sampled_from(("flip", "cut", "insert", "drop")))
        if kind == "flip" and data:
            data[place] ^= draw(st.integers(1, 255))
        elif kind == "cut":
            del data[place:]
        elif kind == "insert":
            data[place:place] = draw(st.binary(max_size=8))
        else:
            del data[place : place + draw(st.integers(1, 8))]
    return bytes(data)


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.name)
@given(data=damaged() | st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
@settings(max_examples=150)
def test_a_reader_survives_any_bytes(reader, data):
    hold(reader, data)


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.name)
@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"[", b"{}", b"PK"]
)
def test_a_reader_survives_next_to_nothing(reader, data):
    hold(reader, data)
