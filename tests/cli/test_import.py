"""`annotator import`: what comes in, what is rejected, and the exit status."""

import json

import pytest

from cli.conftest import TEXT, record, write

BROKEN = '{"text": '


def test_articles_and_layers_come_in_and_once_more_adds_nothing(annotator, project, tmp_path):
    file = write(
        tmp_path / "f.jsonl", record(), record(annotator="omid"), {"id": "b", "text": "متن"}
    )

    first, again = annotator("import", project, file), annotator("import", project, file)

    assert (first.status, first.err) == (0, "Imported: articles 2, layers 2.\n")
    assert (again.status, again.err) == (0, "Imported: articles 0, layers 0, unchanged 3.\n")
    assert first.out == again.out == ""


def test_rejected_records_are_told_one_a_line_and_the_rest_is_taken(annotator, project, tmp_path):
    file = write(tmp_path / "f.jsonl", record(), BROKEN, {"id": "b", "text": 1})
    found = annotator("import", project, file)

    assert found.status == 1
    assert found.err.splitlines() == [
        f"{file}:2: broken JSON: Expecting value at character 9",
        f"{file}:3: text must be a text in quotation marks, not the number 1",
        "Imported: articles 1, layers 1, rejected 2.",
    ]


def test_where_all_is_rejected_nothing_has_changed(annotator, project, tmp_path):
    found = annotator("import", project, write(tmp_path / "f.jsonl", BROKEN))

    assert found.status == 2
    assert found.err.endswith("annotator: nothing was imported; rejected: 1.\n")


def test_strict_takes_all_or_nothing(annotator, project, tmp_path):
    found = annotator("import", project, write(tmp_path / "f.jsonl", record(), BROKEN), "--strict")

    assert found.status == 2
    assert json.loads(annotator("stats", project, "--json").out)["articles"] == 0


def test_rejections_are_written_as_a_report(annotator, project, tmp_path):
    report = tmp_path / "report.jsonl"
    bad = record(spans=[{"label": "QUOTE", "start": 0, "end": 999}])
    file = write(tmp_path / "f.jsonl", record(), bad)
    annotator("import", project, file, "--report", report)

    (line,) = [json.loads(one) for one in report.read_text(encoding="utf-8").splitlines()]
    assert list(line) == ["file", "line", "field", "reason", "record"]
    assert (line["file"], line["line"], line["field"]) == (str(file), 2, "spans[0].start")
    assert json.loads(line["record"]) == bad


def test_a_report_of_no_rejection_is_an_empty_file(annotator, project, tmp_path):
    report = tmp_path / "report.jsonl"
    annotator("import", project, write(tmp_path / "f.jsonl", record()), "--report", report)

    assert report.read_bytes() == b""


@pytest.mark.parametrize(
    "options, wanted",
    [([], ("imported", "started")), (["--annotator", "علی", "--status", "done"], ("علی", "done"))],
)
def test_layers_that_name_nobody_are_whose_they_are_said_to_be(
    annotator, project, tmp_path, options, wanted
):
    annotator("import", project, write(tmp_path / "f.jsonl", record(annotator=None)), *options)

    (found,) = annotator("export", project).records
    assert (found["annotator"], found["status"]) == wanted


def test_unknown_labels_join_the_scheme_when_asked_to(annotator, project, tmp_path):
    spans = [{"id": "s", "label": "PLACE", "start": 0, "end": 4}]
    relations = [{"id": "r", "label": "IN", "from": "s", "to": "s"}]
    file = write(tmp_path / "f.jsonl", record(spans=spans, relations=relations))

    refused, taken = (
        annotator("import", project, file),
        annotator("import", project, file, "--add-labels"),
    )

    assert (refused.status, taken.status) == (2, 0)
    assert "The scheme has new labels: PLACE." in taken.err
    scheme = json.loads(annotator("export", project, "--format", "scheme").out)
    assert scheme["labels"][-1]["id"] == "PLACE"
    assert scheme["relations"][-1]["id"] == "IN"


def test_a_layer_with_other_content_is_rejected_or_replaced(annotator, project, tmp_path):
    annotator("import", project, write(tmp_path / "f.jsonl", record()))
    other = write(tmp_path / "g.jsonl", record(spans=[], relations=[]))

    refused = annotator("import", project, other)
    replaced = annotator("import", project, other, "--replace")

    assert refused.status == 2
    assert f"{other}:1: the layer of sara is there already with other content" in refused.err
    assert replaced.status == 0
    assert annotator("export", project).records[0]["spans"] == []


def test_an_article_with_an_id_of_its_own_is_skipped_only_when_asked_to(
    annotator, project, tmp_path
):
    first = write(tmp_path / "f.jsonl", {"id": "a", "text": TEXT})
    second = write(tmp_path / "g.jsonl", {"id": "b", "text": TEXT})
    annotator("import", project, first)

    assert (
        "duplicates passed over 1" in annotator("import", project, second, "--skip-duplicates").err
    )
    assert "articles 1" in annotator("import", project, second).err


def test_text_files_and_tables_come_in(annotator, project, tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "خبر.txt").write_bytes("یک\r\nدو".encode())
    (tmp_path / "news" / "t.csv").write_text("id,متن\nt1,سه\n", encoding="utf-8")
    found = annotator("import", project, tmp_path / "news")

    assert found.status == 0
    assert "note: crlf (1)" in found.err
    assert {r["id"]: r["text"] for r in annotator("export", project).records} == {
        "t1": "سه",
        "خبر": "یک\nدو",
    }


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["nothing.jsonl"], "There is no file or folder nothing.jsonl: check the path."),
        ([".", "--format", "xml"], "There is no format 'xml' to import"),
        (["f.jsonl", "--annotator", " "], "A name needs letters"),
        (["f.jsonl", "--status", "ready"], "Argument --status: invalid Status value: 'ready'"),
        ([], "The following arguments are required: PATH"),
        (["f.jsonl", "--fast"], "Unrecognized arguments: --fast"),
    ],
)
def test_a_wrong_use_is_told_in_a_sentence(annotator, project, folder, arguments, sentence):
    write(folder / "f.jsonl", record())
    found = annotator("import", project, *arguments)

    assert found.status == 2
    assert found.err.startswith(f"annotator: {sentence}")


def test_while_a_window_is_open_an_import_names_the_holder(annotator, project, tmp_path):
    from annotator.workspace.workspace import Workspace

    file = write(tmp_path / "f.jsonl", record())
    with Workspace.open(project, lock=True):
        found = annotator("import", project, file)
        others = [annotator(command, project).status for command in ("stats", "export")]

    assert found.status == 2
    assert "is already open" in found.err
    assert others == [0, 0]
