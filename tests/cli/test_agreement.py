"""`annotator agreement`: who enters, the figures, and what it says where there are none."""

import json

import pytest

from cli.conftest import record, write

SHORTER = [
    {"id": "s", "label": "SPEAKER", "start": 0, "end": 4},
    {"id": "q", "label": "QUOTE", "start": 15, "end": 24, "attributes": {"type": "direct"}},
]


@pytest.fixture
def done(tmp_path, annotator, project):
    """Give a project where two people have finished an article, of which one span is alike."""
    file = write(
        tmp_path / "done.jsonl",
        record(status="done"),
        record(annotator="omid", status="done", spans=SHORTER, relations=[], entities=[]),
        record(annotator="neda", status="started"),
    )
    assert annotator("import", project, file).status == 0
    return project


def figures(outcome, measure, variant=None):
    rows = json.loads(outcome.out)["rows"]
    return {
        row["label"]: (row["value"], row["n"])
        for row in rows
        if (row["measure"], row["variant"]) == (measure, variant)
    }


def test_figures_of_those_who_finished(annotator, done):
    outcome = annotator("agreement", done, "--json")
    report = json.loads(outcome.out)

    assert outcome.status == 0
    assert (report["format"], report["articles"]) == ("annotator-agreement/1", 1)
    assert report["annotators"] == ["omid", "sara"]
    assert figures(outcome, "span_f1", "strict") == {
        None: (0.5, 4),
        "QUOTE": (1, 2),
        "SPEAKER": (0, 2),
    }
    assert figures(outcome, "span_f1", "type")[None] == (1, 4)
    assert figures(outcome, "relation_f1", "strict")["SAID_BY"][0] == 0


def test_labels_are_chosen(annotator, done):
    outcome = annotator("agreement", done, "--json", "--label", "QUOTE")

    assert figures(outcome, "span_f1", "strict") == {None: (1, 2), "QUOTE": (1, 2)}


def test_the_table_says_figures_and_reasons(annotator, done):
    out = annotator("agreement", done).out

    assert "omid – sara" in out
    assert "no article" not in out.lower()
    assert any(
        line.split()[:4] == ["span_f1", "strict", "QUOTE", "1.000"] for line in out.splitlines()
    )


def test_where_nothing_is_shared_a_sentence_names_the_way_out(annotator, labelled):
    outcome = annotator("agreement", labelled, "--json")

    assert outcome.status == 0
    assert "--status done" in outcome.err
    assert json.loads(outcome.out)["articles"] == 0


@pytest.mark.parametrize("choice", [("--annotator", "nobody"), ("--label", "NOTHING")])
def test_an_unknown_person_or_label_is_a_sentence(annotator, done, choice):
    outcome = annotator("agreement", done, *choice)

    assert (outcome.status, outcome.out) == (2, "")
    assert choice[1] in outcome.err


@pytest.mark.parametrize("language, direction", [("fa", "rtl"), ("en", "ltr")])
def test_a_report_is_written_as_one_page(tmp_path, annotator, done, language, direction):
    target = tmp_path / "report.html"
    outcome = annotator("agreement", done, "--html", target, "--language", language)
    page = target.read_text(encoding="utf-8")

    assert (outcome.status, outcome.out) == (0, "")
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert "<script" not in page
