"""Articles of every kind through the command line: columns, copies, the report."""

import json
import random

from cli.conftest import TEXT, record, write
from formats.documents import docx, paragraph, xlsx, zipped

WORDS = [f"واژه{chr(0x627 + n % 30)}{n}" for n in range(500)]


def long_text(seed=1):
    source = random.Random(seed)
    return " ".join(source.choice(WORDS) for _ in range(200))


def ids(annotator, project):
    return [one["id"] for one in annotator("export", project).records]


def test_a_folder_of_every_kind_of_file_comes_in(annotator, project, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("متن یک", encoding="utf-8")
    (folder / "b.docx").write_bytes(docx(paragraph("متن دو")))
    (folder / "c.xlsx").write_bytes(xlsx([["id", "text"], ["c1", "متن سه"]]))
    (folder / "d.json").write_text('[{"id": "d1", "body": "متن چهار"}]', encoding="utf-8")
    (folder / "e.html").write_text("<article><p>متن پنجم این است.</p></article>", encoding="utf-8")
    (folder / "f.zip").write_bytes(zipped([("g.txt", "متن شش")]))
    found = annotator("import", project, folder)

    assert (found.status, found.err.splitlines()[-1]) == (0, "Imported: articles 6, layers 0.")
    assert ids(annotator, project) == ["a", "b", "c1", "d1", "e", "g"]


def test_columns_are_chosen_by_name_in_tables_sheets_and_json(annotator, project, tmp_path):
    (tmp_path / "a.csv").write_text("خبر,سر\nمتن یک,عنوان\n", encoding="utf-8")
    (tmp_path / "b.xlsx").write_bytes(xlsx([["خبر", "سر"], ["متن دو", "عنوان"]]))
    (tmp_path / "c.jsonl").write_text('{"خبر": "متن سه", "سر": "عنوان"}\n', encoding="utf-8")
    files = [tmp_path / name for name in ("a.csv", "b.xlsx", "c.jsonl")]
    found = annotator("import", project, *files, "--columns", "text=خبر,title=سر")

    assert found.status == 0
    records = annotator("export", project).records
    assert [one["text"] for one in records] == ["متن یک", "متن دو", "متن سه"]
    assert {one["meta"]["title"] for one in records} == {"عنوان"}


def test_a_column_that_is_not_there_and_a_key_that_is_none_are_told(annotator, project, tmp_path):
    (tmp_path / "a.csv").write_text("x,y\nمتن,z\n", encoding="utf-8")
    wrong = annotator("import", project, tmp_path / "a.csv", "--columns", "text=خبر")
    bad = annotator("import", project, tmp_path / "a.csv", "--columns", "body=x")

    assert (wrong.status, bad.status) == (2, 2)
    assert "a.csv:1: no column is named 'خبر' (the first row has: x, y)" in wrong.err
    assert "'body' is no column to name: write text=body,title=headline" in bad.err


def table(tmp_path, *texts):
    rows = "".join(f"n{number},{text}\n" for number, text in enumerate(texts))
    path = tmp_path / "t.csv"
    path.write_text(f"id,text\n{rows}", encoding="utf-8")
    return path


def test_a_copy_is_taken_under_its_own_id_told_and_listed(annotator, project, tmp_path):
    file = table(tmp_path, long_text(), f"{long_text()} پایان", long_text(), long_text(2))
    report = tmp_path / "r.jsonl"
    found = annotator("import", project, file, "--report", report)

    assert found.status == 0
    assert ids(annotator, project) == ["n0", "n1", "n2", "n3"]
    assert f"note: {file}:4: n2 has the text of n0" in found.err
    listed = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [(one["record"], one["like"], one["taken"]) for one in listed] == [
        ("n1", "n0", True),
        ("n2", "n0", True),
    ]
    assert 0.9 < listed[0]["share"] < 1 == listed[1]["share"]


def test_copies_are_passed_over_where_asked_within_a_file_and_against_the_project(
    annotator, project, tmp_path
):
    annotator(
        "import", project, write(tmp_path / "a.jsonl", record("old", text=f"{TEXT} {long_text()}"))
    )
    file = table(tmp_path, f"{TEXT} {long_text()} دیگر", long_text(2), f"{long_text(2)} دیگر")
    found = annotator("import", project, file, "--skip-duplicates")

    assert found.status == 0
    assert "duplicates passed over 2" in found.err
    assert ids(annotator, project) == ["old", "n1"]


def test_labelled_articles_are_compared_only_where_copies_are_passed_over(
    annotator, project, tmp_path
):
    lines = [record(name, text=f"{TEXT} {long_text()}") for name in ("a", "b")]
    file = write(tmp_path / "a.jsonl", *lines)

    assert "has the text" not in annotator("import", project, file).err
    assert ids(annotator, project) == ["a", "b"]


def test_importing_the_same_again_adds_nothing_and_tells_no_copies(annotator, project, tmp_path):
    file = table(tmp_path, long_text(), long_text(2))
    annotator("import", project, file)
    found = annotator("import", project, file)

    assert found.status == 0
    assert "has the text" not in found.err
    assert ids(annotator, project) == ["n0", "n1"]
