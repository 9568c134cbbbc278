"""Hostile files: what is rejected and in which words, and that the program stays whole."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "data" / "hostile"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".md")


@pytest.mark.parametrize("name", [name for name in FILES if name != "expected.json"])
def test_a_hostile_file_is_told_in_these_words(annotator, project, name, monkeypatch):
    monkeypatch.chdir(FOLDER)
    found = annotator("import", project, name)

    said = [line for line in found.err.splitlines() if line.startswith(name)]
    assert {"status": found.status, "said": said} == EXPECTED[name]
    assert annotator("stats", project).status == 0
