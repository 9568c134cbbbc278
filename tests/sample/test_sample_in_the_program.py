"""The sample through the program's own reader, rules and writer."""

from io import BytesIO
from itertools import groupby

import pytest

from annotator import assets
from annotator.domain import rules, scheme_file
from annotator.formats import jsonl
from annotator.formats.records import ReadContext, Record

CAREFUL = "سارا"


@pytest.fixture(scope="module")
def scheme():
    return scheme_file.parse_text(assets.read_text("schemes/fa-news-attribution.json"))


@pytest.fixture(scope="module")
def records(scheme):
    source = BytesIO(assets.read_bytes("sample/sample.jsonl"))
    return list(jsonl.read(source, "sample.jsonl", ReadContext(scheme)))


def test_every_line_is_taken_and_nothing_in_it_is_unknown(records):
    assert all(isinstance(record, Record) for record in records)
    assert not [record.notices for record in records if record.notices]


def test_the_sample_is_written_as_an_export_would_write_it(records, scheme):
    groups = [list(group) for _, group in groupby(records, key=lambda r: r.article.id)]
    labelled = [(group[0].article, [r.layer for r in group if r.layer]) for group in groups]
    assert b"".join(jsonl.write(labelled, scheme)) == assets.read_bytes("sample/sample.jsonl")


def test_the_careful_annotator_leaves_no_problem_and_the_other_only_bad_edges(records, scheme):
    for record in records:
        if record.layer:
            found = {p.kind for p in rules.problems(record.article, record.layer, scheme)}
            careful = record.layer.key.annotator == CAREFUL
            assert found <= (set() if careful else {rules.ProblemKind.EDGE})
