"""JSON of any shape: lists, lines, keys by name or by choice, labels never dropped."""

import json

import pytest

from annotator.formats import json_articles
from annotator.formats.records import Record
from formats.reading import articles, read_all


def dumped(value):
    return json.dumps(value, ensure_ascii=False).encode()


A, B = (
    {"id": 1, "body": "متن یک", "agency": "ایرنا", "n": {"x": 1}},
    {"متن": "متن دو", "title": None},
)


@pytest.mark.parametrize(
    "data",
    [
        dumped([A, B]),
        json.dumps([A, B], indent=2).encode(),
        dumped({"articles": [A, B]}),
        dumped(A) + b"\n\n" + dumped(B) + b"\n",
        b"\xef\xbb\xbf" + dumped([A, B]),
    ],
    ids=["list", "indented", "inside", "lines", "mark"],
)
def test_objects_are_articles_wherever_they_stand(data):
    first, second = articles(read_all(json_articles.read, data))

    assert (first.id, first.text) == ("1", "متن یک")
    assert first.meta == {"source": "ایرنا", "n": {"x": 1}}
    assert (second.text, second.meta) == ("متن دو", {})


def test_chosen_keys_may_lie_in_other_objects():
    data = dumped([{"data": {"story": "متن"}, "head": "عنوان", "title": "دیگر"}])
    (found,) = articles(
        read_all(json_articles.read, data, columns=(("text", "data.story"), ("title", "head")))
    )

    assert found.text == "متن"
    assert found.meta["title"] == "عنوان"


def test_labels_in_a_list_of_native_lines_are_read():
    line = {
        "text": "وزیر رفت",
        "annotator": "a",
        "spans": [{"label": "SPEAKER", "start": 0, "end": 4}],
    }
    (found,) = read_all(json_articles.read, dumped([line]))

    assert isinstance(found, Record)
    assert [span.label for span in found.layer.spans.values()] == ["SPEAKER"]


def test_bad_elements_are_rejected_by_their_line_and_the_rest_taken():
    data = b'[{"text": "a"},\n{"text": 1},\n7,\n{"body": "x", "body": "y"},\n{"other": "x"},\n{"text": "b"}]'
    found = read_all(json_articles.read, data)

    assert [one.article.text for one in found if isinstance(one, Record)] == ["a", "b"]
    assert [str(one) for one in found if not isinstance(one, Record)] == [
        "f:2: text must be a text in quotation marks, not the number 1",
        "f:3: an article must be a JSON object, not the number 7",
        "f:4: the key 'body' stands twice in one object",
        "f:5: no column holds the text: name one text or body or content or متن (the object has: other)",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "f:1: the file is empty"),
        (b'[{"text": "a"', "f:1: the list is not closed: the file is cut off"),
        (b"[" * 100_000, "f:1:"),
        (b'{"a": ' * 100_000, "f:1: objects or lists are nested too deeply"),
        (b'[{"text": "\\ud800"}]', "f:1: text holds half of a character at character 0"),
    ],
)
def test_a_broken_file_is_rejected_in_a_sentence(data, reason):
    found = read_all(json_articles.read, data)

    assert any(str(one).startswith(reason) for one in found), [str(one) for one in found]


def test_columns_chosen_for_another_file_leave_native_labels_alone():
    data = b'{"text": "a b", "spans": [{"start": 0, "end": 1, "label": "QUOTE"}]}'

    (found,) = read_all(json_articles.read, data, columns=(("text", "body"),))

    assert len(found.layer.spans) == 1
