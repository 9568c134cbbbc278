"""`annotator release`: a whole folder, the same bytes again, copies on one side, no names."""

import hashlib
import json
import random

import pytest

from cli.conftest import TEXT, record, write

FILES = {"train.jsonl", "dev.jsonl", "test.jsonl", "scheme.json", "articles.jsonl"}
FILES |= {"DATASHEET.md", "SHA256SUMS", "guideline.fa.md", "guideline.en.md"}
WORDS = [f"واژه{chr(0x627 + n % 30)}{n}" for n in range(500)]


def long_text(seed, *, more=""):
    source = random.Random(seed)
    return f"{TEXT} " + " ".join(source.choice(WORDS) for _ in range(120)) + more


@pytest.fixture
def corpus(tmp_path, annotator, project):
    """Give a project of 40 articles by two people; each fourth one is a copy of the one before."""
    lines = []
    for number in range(40):
        copied = number % 4 == 3
        text = long_text(number - copied, more=" ادامه دارد" if copied else "")
        for name in ("سارا", "omid"):
            fields = {} if number % 2 else {"spans": [], "relations": [], "entities": []}
            lines.append(record(f"n{number:02}", name, text, status="done", **fields))
        made = {"from_layers": [{"annotator": "omid", "id": "s"}], "verdict": "a"}
        span = {"id": "g", "label": "SPEAKER", "start": 0, "end": 9, "decided_by": "سارا", **made}
        gold = record(f"n{number:02}", None, text, gold=True, spans=[span], relations=[])
        lines.append({key: value for key, value in gold.items() if value is not None})
    file = write(tmp_path / "corpus.jsonl", *lines)
    found = annotator("import", project, file)
    assert found.status == 0, found.err
    return project


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def lines(data):
    return [json.loads(line) for line in data.decode().splitlines()]


def sides(folder):
    return {
        side: [one["id"] for one in lines((folder / f"{side}.jsonl").read_bytes())]
        for side in ("train", "dev", "test")
    }


def test_a_release_is_a_folder_with_everything_in_it(corpus, annotator, tmp_path):
    out = tmp_path / "out"
    found = annotator("release", corpus, "--output", out)

    assert (found.status, found.out) == (0, "")
    assert {path.name for path in out.iterdir()} == FILES
    for line in (out / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest
    assert len((out / "SHA256SUMS").read_text().splitlines()) == len(FILES) - 1


def test_the_sides_together_are_the_export(corpus, annotator, tmp_path):
    annotator("release", corpus, "--output", tmp_path / "out")
    exported = annotator("export", corpus).records

    together = [
        one
        for side in ("train", "dev", "test")
        for one in lines((tmp_path / "out" / f"{side}.jsonl").read_bytes())
    ]
    key = lambda one: (one["id"], one.get("annotator", ""))  # noqa: E731
    assert sorted(together, key=key) == sorted(exported, key=key)


def test_the_same_seed_gives_the_same_bytes_and_another_one_other_sides(
    corpus, annotator, tmp_path
):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        annotator("release", corpus, "--output", tmp_path / name, "--seed", seed)

    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert sides(tmp_path / "a") != sides(tmp_path / "c")


@pytest.mark.parametrize("seed", range(5))
def test_copies_are_never_on_two_sides(corpus, annotator, tmp_path, seed):
    out = tmp_path / "out"
    annotator("release", corpus, "--output", out, "--split", "a=0.5,b=0.5", "--seed", seed)
    listed = {one["id"]: one for one in lines((out / "articles.jsonl").read_bytes())}

    assert len(listed) == 40
    for number in range(3, 40, 4):
        one, other = listed[f"n{number - 1:02}"], listed[f"n{number:02}"]
        assert one["side"] == other["side"]
        assert one["group"] == other["group"] is not None
    assert listed["n00"]["group"] is None


def test_labels_asked_for_are_even(corpus, annotator, tmp_path):
    out = tmp_path / "out"
    found = annotator("release", corpus, "--output", out, "--stratify", "QUOTE")

    having = {
        side: len({o["id"] for o in lines((out / f"{side}.jsonl").read_bytes()) if _quotes(o)})
        for side in ("train", "dev", "test")
    }
    assert found.status == 0
    assert having == {"train": 16, "dev": 2, "test": 2}
    assert "| QUOTE | 16 | 2 | 2 |" in (out / "DATASHEET.md").read_text("utf-8")


def _quotes(record):
    return any(span["label"] == "QUOTE" for span in record["spans"])


def test_pseudonyms_stand_everywhere(corpus, annotator, tmp_path):
    out = tmp_path / "out"
    annotator("release", corpus, "--output", out, "--pseudonyms")

    for name, data in content(out).items():
        if name.endswith(".jsonl") or name == "DATASHEET.md":
            assert "سارا" not in data.decode()
            assert "omid" not in data.decode()
    gold = next(one for one in lines((out / "train.jsonl").read_bytes()) if one.get("gold"))
    assert gold["spans"][0]["decided_by"].startswith("annotator-")
    assert gold["spans"][0]["from_layers"][0]["annotator"].startswith("annotator-")


def test_only_gold_or_one_person_goes_out_where_asked(corpus, annotator, tmp_path):
    annotator("release", corpus, "--output", tmp_path / "gold", "--gold")
    annotator("release", corpus, "--output", tmp_path / "one", "--annotator", "omid")

    gold = [o for n in ("train", "dev", "test") for o in _side(tmp_path / "gold", n)]
    one = [o for n in ("train", "dev", "test") for o in _side(tmp_path / "one", n)]
    assert all(line["gold"] for line in gold)
    assert {line["annotator"] for line in one} == {"omid"}
    assert len(gold) == len(one) == 40


def _side(folder, name):
    return lines((folder / f"{name}.jsonl").read_bytes())


def test_the_sheet_counts_and_measures(corpus, annotator, tmp_path):
    annotator("release", corpus, "--output", tmp_path / "out")
    sheet = (tmp_path / "out" / "DATASHEET.md").read_text("utf-8")

    assert "40 articles, 120 layers, 120 spans" in sheet
    assert "| SPEAKER |" in sheet
    assert "fa-news-attribution, version 1" in sheet
    assert "code points" in sheet
    assert "20 articles in 10 groups" in sheet
    assert "span F1, same label and range | all |" in sheet
    assert "۴۰ متن" in sheet


def test_what_a_format_cannot_hold_is_told_and_stands_in_the_sheet(corpus, annotator, tmp_path):
    found = annotator("release", corpus, "--output", tmp_path / "out", "--format", "conll")
    sheet = (tmp_path / "out" / "DATASHEET.md").read_text("utf-8")

    assert found.status == 0
    assert "relations are left out" in found.err
    assert "relations are left out" in sheet


def test_a_folder_with_something_in_it_is_left_alone_and_an_empty_one_used(
    corpus, annotator, tmp_path
):
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.mkdir()
    empty.mkdir()
    (full / "mine.txt").write_text("x")
    refused = annotator("release", corpus, "--output", full)

    assert refused.status == 2
    assert "is not empty" in refused.err
    assert [path.name for path in full.iterdir()] == ["mine.txt"]
    assert annotator("release", corpus, "--output", empty).status == 0
    assert {path.name for path in empty.iterdir()} == FILES


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--stratify", "PLACE"], "The scheme has no label 'PLACE'"),
        (["--annotator", "nobody"], "Nobody is named nobody"),
        (["--status", "skipped"], "There is nothing to release"),
        (["--split", "a=0.7"], "add up to 1"),
        (["--format", "scheme"], "holds no articles"),
        (["--format", "docx"], "There is no format 'docx' to export"),
    ],
)
def test_what_cannot_be_released_leaves_nothing_behind(
    corpus, annotator, tmp_path, options, sentence
):
    found = annotator("release", corpus, "--output", tmp_path / "out", *options)

    assert found.status == 2
    assert sentence in found.err
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("out")]
