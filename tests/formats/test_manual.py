"""docs/formats.md names every format, field and column."""

import json
import re
from pathlib import Path

import pytest

from annotator.formats import columns, jsonl
from annotator.formats.jsonl_items import (
    DECISION_KEYS,
    ENTITY_KEYS,
    RELATION_KEYS,
    SPAN_KEYS,
)
from annotator.formats.registry import FORMATS

MANUAL = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_is_in_the_manual_with_what_it_does(one):
    files = " ".join(f"`{suffix}`" for suffix in one.suffixes)
    can = " | ".join("yes" if able else "no" for able in (one.reads, one.writes))
    rows = [line for line in MANUAL.splitlines() if line.startswith(f"| [`{one.name}`](#")]

    assert len(rows) == 1
    assert rows[0].endswith(f"| {can} | {files} | {one.holds} |")


def test_every_field_of_the_native_format_is_in_the_manual():
    named = set(re.findall(r"`(\w+)`", MANUAL))

    assert named >= jsonl.LINE_KEYS | SPAN_KEYS | RELATION_KEYS | ENTITY_KEYS | DECISION_KEYS


def test_every_name_of_a_column_is_in_the_manual():
    rows = {
        key: names.split(", ")
        for key, names in re.findall(r"^\| `(\w+)` \| ([^`|]+) \|$", MANUAL, re.MULTILINE)
    }

    assert {key: rows[key] for key in columns.COLUMNS} == {
        k: list(v) for k, v in columns.COLUMNS.items()
    }


def test_the_example_of_the_manual_is_a_line_as_it_is_written():
    example = json.loads(re.search(r"```json\n(.*?)```", MANUAL, re.DOTALL)[1])

    assert set(example) <= jsonl.LINE_KEYS
    text = example["text"]
    assert all(text[s["start"] : s["end"]] == s["text"] for s in example["spans"])
