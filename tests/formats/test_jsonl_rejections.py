"""Every reason for which a native line is not taken, in words that name the field."""

import io
import json

import pytest

from annotator.formats import jsonl
from annotator.formats.lines import LINE_LIMIT
from annotator.formats.records import ReadContext, Record
from formats.conftest import SCHEME, TEXT, accepted, line, read_one, rejected, span

ROCKET = "🚀 وزیر گفت"


def two(*spans):
    return list(spans)


# what stands in the line -> field, reason
BAD_LINES = [
    (b'{"text": "a"', None, "broken JSON: Expecting ',' delimiter at character 13"),
    (b"[1]", "the line", "the line must be a JSON object, not a list"),
    (b'"text"', "the line", "the line must be a JSON object, not a text"),
    (b'{"text": "\xff"}', None, "not UTF-8: byte 11 does not fit"),
    (b'{"text": "a", "text": "b"}', "text", "the key 'text' stands twice in one object"),
    (b'{"text": "a", "meta": {"x": NaN}}', None, "NaN is no number in JSON"),
    (b'{"text": "a", "meta": {"x": -Infinity}}', None, "-Infinity is no number in JSON"),
    (b'{"text": "a", "meta": {"x": 1e999}}', None, "the number 1e999 is too large"),
    (
        b'{"text": "a", "meta": {"x": %s}}' % (b"9" * 5000),
        None,
        "a whole number has too many digits",
    ),
    (
        b'{"text": "a", "meta": %s}' % (b"[" * 300 + b"]" * 300),
        "meta",
        "meta is nested too deeply",
    ),
    (
        b'{"text": "a", "meta": {"x": %s}}' % (b"[" * 150 + b"]" * 150),
        "meta",
        "meta is nested too deeply",
    ),
    (b"[" * 100_000, None, "objects or lists are nested too deeply"),
    (b'{"text": "a\\u0000b"}', "text", "text holds a NUL at character 1"),
    (b'{"text": "a", "note": "\\u0000"}', "note", "note holds a NUL at character 0"),
    (b'{"text": "ab\\ud800"}', "text", "text holds half of a character at character 2"),
    (
        b'{"text": "a", "meta": {"\\udc00": 1}}',
        "a key of meta",
        "a key of meta holds half of a character at character 0",
    ),
    (line(text=None), "text", "text is missing"),
    (line(text=""), "text", "text is empty"),
    (line(text=7), "text", "text must be a text in quotation marks, not the number 7"),
    (line(id=7), "id", "id must be a text in quotation marks, not the number 7"),
    (line(id="a\u202eb"), "id", "id holds characters that no name may hold (U+202E)"),
    (
        line(annotator="a\nb"),
        "annotator",
        "annotator holds characters that no name may hold (U+000A)",
    ),
    (
        line(annotator="a", gold=True),
        "annotator",
        "annotator stands on a gold line, which has none",
    ),
    (line(gold="yes"), "gold", "gold must be true or false, not a text"),
    (
        line(format="annotator/2"),
        "format",
        "format is 'annotator/2', and this program reads only 'annotator/1'",
    ),
    (
        line(offset_unit="utf16"),
        "offset_unit",
        "offset_unit is 'utf16', and this program reads only 'codepoint'",
    ),
    (line(direction="up"), "direction", "direction is 'up', not one of rtl, ltr, auto"),
    (
        line(text_sha256="0" * 64),
        "text_sha256",
        "text_sha256 does not match the text: one of them was changed",
    ),
    (
        line(status="finished"),
        "status",
        "status is 'finished', not one of new, started, done, skipped",
    ),
    (line(meta=["x"]), "meta", "meta must be an object, not a list"),
    (
        line(document={"genre": 1}),
        "document.genre",
        "document.genre must be a text or a list of texts, not the number 1",
    ),
    (line(scheme={"id": "x"}), "scheme.version", "scheme.version is missing"),
    (
        line(scheme={"id": "x", "version": True}),
        "scheme.version",
        "scheme.version must be a whole number, not true",
    ),
    (line(flag=1), "flag", "flag must be true or false, not the number 1"),
    (line(spans={}), "spans", "spans must be a list, not an object"),
    (line(spans=[3]), "spans[0]", "spans[0] must be an object, not the number 3"),
    (line(spans=[span(True)]), "spans[0].start", "spans[0].start must be a whole number, not true"),
    (
        line(spans=[span(1.0)]),
        "spans[0].start",
        "spans[0].start must be a whole number, not the fraction 1.0",
    ),
    (
        line(spans=[span("1")]),
        "spans[0].start",
        "spans[0].start must be a whole number, not a text",
    ),
    (line(spans=[span(0, None)]), "spans[0].end", "spans[0].end is missing"),
    (line(spans=[span(-1)]), "spans[0].start", "spans[0].start is negative (-1)"),
    (
        line(spans=[span(3, 3)]),
        "spans[0].start",
        "spans[0].start and end are both 3: the span is empty",
    ),
    (line(spans=[span(3, 2)]), "spans[0].start", "spans[0].start 3 lies after end 2"),
    (
        line(spans=[span(0, 21)]),
        "spans[0].start",
        "spans[0].start to end, 0 to 21, lies outside the text of 20 characters",
    ),
    (
        line(spans=[span(0, 2**70)]),
        "spans[0].start",
        f"spans[0].start to end, 0 to {2**70}, lies outside the text of 20 characters",
    ),
    (
        line(spans=[span(0, 3, text="وزیر")]),
        "spans[0].text",
        'spans[0].text is "وزیر", but the text there is "وزی"; these words stand once in the text, at 0 to 4',
    ),
    (
        line(spans=[span(0, 4, text=3)]),
        "spans[0].text",
        "spans[0].text must be a text in quotation marks, not the number 3",
    ),
    (
        line(spans=[span(label="PLACE")]),
        "spans[0].label",
        "spans[0].label is 'PLACE', which is no label of the scheme small (it has: QUOTE, SPEAKER); --add-labels takes it into the scheme",
    ),
    (line(spans=[span(label="")]), "spans[0].label", "spans[0].label is missing"),
    (
        line(spans=[span(), span(5, 8)]),
        "spans[1].id",
        "spans[1].id 's' is used already by spans[0]",
    ),
    (
        line(spans=[span(id=1)]),
        "spans[0].id",
        "spans[0].id must be a text in quotation marks, not the number 1",
    ),
    (
        line(spans=[span(attributes={"a": None})]),
        "spans[0].attributes.a",
        "spans[0].attributes.a must be a text or a list of texts, not null",
    ),
    (
        line(spans=[span(attributes={"a": ["x", 1]})]),
        "spans[0].attributes.a",
        "spans[0].attributes.a must be a text or a list of texts, not a list with other things",
    ),
    (
        line(spans=[span(pieces=[])]),
        "spans[0].pieces",
        "spans[0].pieces must be a list of [start, end] pairs",
    ),
    (
        line(spans=[span(pieces=[[0, 2], [2, 4]])]),
        "spans[0].pieces[1]",
        "spans[0].pieces[1] must begin after the piece before it ends, with text in between",
    ),
    (
        line(spans=[span(pieces=[[2, 4], [0, 1]])]),
        "spans[0].pieces[1]",
        "spans[0].pieces[1] must begin after the piece before it ends, with text in between",
    ),
    (
        line(spans=[span(pieces=[[0, 2], [3, 3]])]),
        "spans[0].pieces[1]",
        "spans[0].pieces[1] is empty or reversed (3 to 3)",
    ),
    (
        line(spans=[span(pieces=[[0, 2.0]])]),
        "spans[0].pieces[0]",
        "spans[0].pieces[0] must be a pair of whole numbers",
    ),
    (
        line(spans=[span(0, 5, pieces=[[0, 2], [3, 4]])]),
        "spans[0].end",
        "spans[0].end is not that of the pieces, which is 4",
    ),
    (
        line(spans=[span(0, 99, pieces=[[0, 2], [3, 99]])]),
        "spans[0].start",
        "spans[0].start to end, 0 to 99, lies outside the text of 20 characters",
    ),
    (
        line(spans=[span()], relations=[{"type": "SAID_BY", "from": "s", "to": "s"}]),
        "relations[0].label",
        "relations[0].label is missing (what stands in `type` belongs there)",
    ),
    (
        line(spans=[span()], relations=[{"label": "LIKES", "from": "s", "to": "s"}]),
        "relations[0].label",
        "relations[0].label is 'LIKES', which is no relation type of the scheme small (it has: SAID_BY); --add-labels takes it into the scheme",
    ),
    (
        line(spans=[span()], relations=[{"label": "SAID_BY", "from": "s", "to": "t"}]),
        "relations[0].to",
        "relations[0].to is 't', and the line has no span of that id",
    ),
    (
        line(spans=[span()], relations=[{"label": "SAID_BY", "to": "s"}]),
        "relations[0].from",
        "relations[0].from is missing",
    ),
    (
        line(entities=[{"id": "e"}, {"id": "e"}]),
        "entities[1].id",
        "entities[1].id 'e' is used already by entities[0]",
    ),
    (
        line(gold=True, annotator=None, decisions=[{"start": 0, "end": 99}]),
        "decisions[0].start",
        "decisions[0].start to end, 0 to 99, lies outside the text of 20 characters",
    ),
]


@pytest.mark.parametrize("data, field, reason", BAD_LINES, ids=[r[:60] for _, _, r in BAD_LINES])
def test_a_line_is_rejected_with_its_place_its_field_and_the_reason(data, field, reason):
    found = rejected(data)

    assert (found.file, found.line, found.field) == ("f.jsonl", 1, field)
    assert found.reason == reason
    assert str(found) == f"f.jsonl:1: {reason}"


@pytest.mark.parametrize("data", [data for data, _, _ in BAD_LINES])
def test_the_rejected_line_is_kept_to_the_letter(data):
    found = rejected(data)

    assert data.decode(errors="backslashreplace").startswith(found.record.removesuffix("…"))


@pytest.mark.parametrize("data", [data for data, _, _ in BAD_LINES])
def test_the_rest_of_the_file_is_taken(data):
    file = io.BytesIO(line(id="before") + b"\n" + data + b"\n" + line(id="after") + b"\n")

    before, bad, after = jsonl.read(file, "f", ReadContext(SCHEME))

    assert (before.article.id, after.article.id, bad.line) == ("before", "after", 2)


@pytest.mark.parametrize(
    "start, end, unit",
    [(3, 7, "UTF-16 units"), (5, 13, "UTF-8 bytes")],
)
def test_offsets_in_another_unit_are_named_as_such(start, end, unit):
    found = rejected(line(text=ROCKET, spans=[span(start, end, text="وزیر")]))

    assert f"the offsets count {unit}: write them in code points" in found.reason


def test_offsets_in_another_unit_are_named_when_they_lie_past_the_end():
    found = rejected(line(text=ROCKET, spans=[span(8, 11 + 1, text="گفت")]))

    assert "lies outside" in found.reason
    assert "these words stand once in the text, at 7 to 10" in found.reason


def test_a_key_given_twice_is_found_however_it_is_written():
    for twice in (
        b'{"text":"a","id":"x","id":"y"}',
        b'{"text" :"a:\\"", "id"\t: "x", "id":"y"}',
        b'{"text": "\\u0022\\u0022\\u0022\\u0022", "id": "", "id": "y"}',
        b'{"text": "a", "spans": [{"label": "QUOTE", "start": 0, "end": 1, "start": 0}]}',
        b'{"text": "a", "meta": {"a": {"b": 1, "b": 1}}}',
    ):
        assert "stands twice" in rejected(twice).reason


def test_a_quotation_mark_written_by_its_number_is_no_key_given_twice():
    assert accepted(b'{"text": "\\u0022a\\u0022:"}').article.text == '"a":'


def test_whole_numbers_of_any_size_are_kept_in_the_metadata():
    found = accepted(line(meta={"big": 2**90, "half": 0.5}))

    assert found.article.meta == {"big": 2**90, "half": 0.5}


def test_a_line_beyond_the_limit_is_skipped_and_the_next_one_read():
    long = b'{"text": "' + b"a" * LINE_LIMIT + b'"}'
    file = io.BytesIO(long + b"\n" + line() + b"\n" + long)

    first, second, third = jsonl.read(file, "f", ReadContext(SCHEME))

    assert first.reason == third.reason == "the line is longer than 16 MiB"
    assert (first.line, third.line) == (1, 3)
    assert isinstance(second, Record)


def test_lines_end_at_line_feeds_only():
    text = "یک\u2028دو\x85سه\x0bچهار\x0cپنج\u2029"
    file = io.BytesIO(
        json.dumps({"text": text}, ensure_ascii=False).encode() + b"\r\n\n \n" + line()
    )

    first, second = jsonl.read(file, "f", ReadContext(SCHEME))

    assert first.article.text == text
    assert second.line == 4


def test_a_byte_order_mark_on_the_first_line_is_no_fault():
    assert accepted(b"\xef\xbb\xbf" + line()).article.text == TEXT


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf\n"])
def test_a_file_with_nothing_in_it_is_told(data):
    assert read_one(data).reason == "the file is empty"


def test_unknown_labels_and_relations_pass_when_they_are_to_join_the_scheme():
    data = line(
        spans=[span(label="PLACE"), span(5, 8, id="t", label="جا")],
        relations=[{"label": "IN", "from": "s", "to": "t"}],
    )
    found = accepted(data, ReadContext(SCHEME, add_labels=True))

    assert found.unknown_labels == ("PLACE", "جا")
    assert found.unknown_relations == (("IN", "PLACE", "جا"),)


@pytest.mark.parametrize("label", ["a b", "x" * 65, "a\u202eb"])
def test_a_label_that_no_scheme_could_have_joins_none(label):
    data = line(spans=[span(label=label)])

    assert rejected(data, ReadContext(SCHEME, add_labels=True)).field == "spans[0].label"
