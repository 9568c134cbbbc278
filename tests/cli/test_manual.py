"""docs/commands.md names every command and every option, and no other."""

import re
from pathlib import Path

import pytest

from annotator.cli.parser import commands

MANUAL = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
CHAPTERS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", MANUAL, re.MULTILINE | re.DOTALL))


def options(parser):
    return {o for a in parser._actions for o in a.option_strings if o.startswith("--")} - {"--help"}


@pytest.mark.parametrize("name, parser", commands().items())
def test_a_command_and_its_options_are_in_the_manual(name, parser):
    chapter = CHAPTERS[name]
    usage = chapter.strip().split("\n\n")[0]

    assert usage.startswith(f"`annotator {name}")
    assert set(re.findall(r"--[a-z][a-z-]*", usage)) == options(parser)
    assert set(re.findall(r"^- `(--[a-z-]+)`", chapter, re.MULTILINE)) <= options(parser)


def test_the_manual_has_a_chapter_for_each_command():
    named = set(re.findall(r"^\| \[`(\w+)`\]", MANUAL, re.MULTILINE))

    assert named == set(commands()) <= set(CHAPTERS)
