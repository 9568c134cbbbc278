"""`annotator export`: which layers, where to, how split, always the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import record, write


def whose(outcome):
    return [
        (r["id"], r.get("annotator", "gold" if r.get("gold") else None)) for r in outcome.records
    ]


def test_all_layers_and_articles_by_default(annotator, labelled):
    assert whose(annotator("export", labelled)) == [
        ("a", "omid"),
        ("a", "sara"),
        ("a", "gold"),
        ("b", None),
    ]


@pytest.mark.parametrize(
    "options, wanted",
    [
        (["--annotator", "sara"], ["sara"]),
        (["--annotator", "sara", "--annotator", "omid"], ["omid", "sara"]),
        (["--gold"], ["gold"]),
        (["--gold", "--annotator", "omid"], ["omid", "gold"]),
        (["--status", "done"], ["sara", "gold"]),
        (["--status", "done", "--annotator", "omid"], []),
    ],
)
def test_layers_are_chosen_by_person_gold_and_status(annotator, labelled, options, wanted):
    assert [who for _, who in whose(annotator("export", labelled, *options))] == wanted


def test_an_export_read_back_and_exported_again_is_the_same_bytes(annotator, labelled, tmp_path):
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    other = tmp_path / "other.annotator"
    annotator("export", labelled, "--output", first)
    annotator("new", other)

    assert annotator("import", other, first).status == 0
    annotator("export", other, "--output", second)

    assert second.read_bytes() == first.read_bytes()
    assert annotator("export", labelled).out.encode() == first.read_bytes()


def test_the_hyphen_is_standard_output(annotator, labelled):
    assert annotator("export", labelled, "--output", "-") == annotator("export", labelled)


def test_a_file_that_exists_is_replaced_whole(annotator, labelled, tmp_path):
    file = tmp_path / "out.jsonl"
    file.write_text("old")
    found = annotator("export", labelled, "--output", file)

    assert found.err == f"{file} is written.\nExported: articles 2, layers 3, spans 6.\n"
    assert len(file.read_text(encoding="utf-8").splitlines()) == 4
    assert sorted(tmp_path.glob("*.partial")) == []


def test_a_split_puts_each_article_into_one_file_the_same_each_time(annotator, project, tmp_path):
    many = [record(f"a{i}", who) for i in range(20) for who in ("sara", "omid")]
    annotator("import", project, write(tmp_path / "many.jsonl", *many))
    shares = "train=0.5,dev=0.25,test=0.25"
    folders = [tmp_path / "1", tmp_path / "2", tmp_path / "3"]
    for folder, seed in zip(folders, "112", strict=True):
        found = annotator("export", project, "--output", folder, "--split", shares, "--seed", seed)
        assert found.status == 0

    def content(folder):
        return {file.name: file.read_bytes() for file in folder.iterdir()}

    def ids(name):
        return {
            line.split('"id":"')[1].split('"')[0]
            for line in (folders[0] / name).read_text("utf-8").splitlines()
        }

    assert content(folders[0]) == content(folders[1]) != content(folders[2])
    sides = [ids(f"{name}.jsonl") for name in ("train", "dev", "test")]
    assert len(set().union(*sides)) == sum(map(len, sides)) == 20


@pytest.mark.parametrize(
    "options, sentence",
    [
        (["--split", "train=0.8,dev=0.1", "--output", "x"], "The shares of a split add up to 1"),
        (["--split", "train=2,dev=-1", "--output", "x"], "The shares of a split add up to 1"),
        (["--split", "train=nan,dev=1", "--output", "x"], "The shares of a split add up to 1"),
        (["--split", "train=most", "--output", "x"], "'most' is no share"),
        (["--split", "a=0.5,a=0.5", "--output", "x"], "A split names each of its sides once"),
        (["--split", "../a=1", "--output", "x"], "A split names each of its sides once"),
        (["--split", "train=1"], "A split is written into a folder: name one with --output."),
        (["--annotator", "nobody"], "Nobody is named nobody in this project."),
        (["--format", "text"], "There is no format 'text' to export"),
        (["--output", "no/such/folder/f.jsonl"], "no/such/folder/f.jsonl cannot be written"),
        (["--output", "."], ". is a folder: name a file in it."),
    ],
)
def test_what_cannot_be_exported_is_told(annotator, labelled, folder, options, sentence):
    found = annotator("export", labelled, *options)

    assert found.status == 2
    assert found.err.startswith(f"annotator: {sentence}")
    assert found.out == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_told_in_a_sentence(annotator, labelled):
    found = annotator("export", labelled, "--output", "/dev/full")

    assert (found.status, found.err) == (2, "annotator: No space left on device.\n")


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        check=False,
        timeout=50,
        **options,
    )


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_stops_is_met_quietly(project, annotator, tmp_path):
    many = [record(f"a{i}") for i in range(500)]
    annotator("import", project, write(tmp_path / "many.jsonl", *many))
    script = f"{sys.executable} -m annotator export {project} | head -c 10; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, timeout=50
    )

    assert found.stdout == '{"format":141\n'
    assert found.stderr == ""


def test_output_is_utf8_whatever_the_locale(labelled):
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    found = run("export", labelled, capture_output=True, env=environment)

    assert "وزیر نیرو".encode() in found.stdout


def test_what_a_format_loses_is_counted_with_examples(annotator, labelled, tmp_path):
    outcome = annotator("export", labelled, "--format", "conll", "--output", tmp_path / "a.conll")

    assert outcome.status == 0
    lost = [line for line in outcome.err.splitlines() if line.startswith("Lost: ")]
    assert any("relation" in line and "3" in line for line in lost), outcome.err
