"""The command line, called in the process of the tests."""

import json
from typing import NamedTuple

import pytest

from annotator import cli

TEXT = "وزیر نیرو گفت: «می‌رویم». مجری گفت: «باشد»."


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def annotator(capsys):
    """Give `annotator(argument, …)` -> exit status, standard output, standard error."""

    def call(*arguments, open_window=None):
        status = cli.main([str(one) for one in arguments], open_window=open_window)
        out, err = capsys.readouterr()
        return Outcome(status, out, err)

    return call


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give a folder that is the present one, so that relative paths lie in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(tmp_path, annotator):
    """Give the path of a new, empty project."""
    path = tmp_path / "p.annotator"
    assert annotator("new", path, "--lead", "lead").status == 0
    return path


def record(identity="a", annotator="sara", text=TEXT, **fields):
    return {
        "id": identity,
        "text": text,
        "annotator": annotator,
        "spans": [
            {"id": "s", "label": "SPEAKER", "start": 0, "end": 9, "entity": "e1"},
            {"id": "q", "label": "QUOTE", "start": 15, "end": 24, "attributes": {"type": "direct"}},
        ],
        "relations": [{"id": "r", "label": "SAID_BY", "from": "q", "to": "s"}],
        "entities": [{"id": "e1", "name": "وزیر", "kind": "person"}],
        **fields,
    }


def write(path, *records):
    lines = [
        one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def labelled(tmp_path, annotator, project):
    """Give a project with two people on one article, gold, and an article nobody has begun."""
    gold = record(annotator=None, gold=True, status="done")
    file = write(
        tmp_path / "labelled.jsonl",
        record(status="done", meta={"title": "خبر", "source": "ایرنا"}),
        record(annotator="omid", status="started"),
        gold,
        {"id": "b", "text": "متن دوم"},
    )
    assert annotator("import", project, file).status == 0
    return project
