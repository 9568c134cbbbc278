"""How large files, classes and functions may grow: a ratchet that only goes down.

A place that stands in `LARGER` may not grow beyond what is written there, and must be taken out of
it as soon as it fits the limit.
"""

import ast
from collections.abc import Iterator

import pytest

from architecture.source import files, place, tree

FILE = 400
CENTRAL_FILE = 300
CLASS = 250
FUNCTION = 60
CENTRAL = {"main_window.py", "article_view.py"}
LARGER: dict[str, int] = {}


def measured(where: str, source: str) -> Iterator[tuple[str, int, int]]:
    """Give place, number of lines and limit of a file and of all that is defined in it."""
    central = where.rsplit("/", 1)[-1] in CENTRAL
    yield where, len(source.splitlines()), CENTRAL_FILE if central else FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            limit = CLASS if isinstance(node, ast.ClassDef) else FUNCTION
            yield f"{where}:{node.name}", (node.end_lineno or 0) - node.lineno + 1, limit


def everything() -> list[tuple[str, int, int]]:
    """Measure the whole program."""
    return [
        row for path in files() for row in measured(place(path), path.read_text(encoding="utf-8"))
    ]


def too_large(rows: list[tuple[str, int, int]]) -> list[str]:
    """Give one line for each place that is larger than it may be."""
    return [
        f"{where}: {lines} lines, {LARGER.get(where, limit)} allowed"
        for where, lines, limit in rows
        if lines > LARGER.get(where, limit)
    ]


def test_nothing_is_larger_than_its_limit():
    assert too_large(everything()) == []


def test_the_ratchet_lists_only_what_is_still_too_large():
    still = {where for where, lines, limit in everything() if lines > limit}

    assert set(LARGER) <= still


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("a.py", "x = 1\n" * 401),
        ("ui/main_window.py", "x = 1\n" * 301),
        ("a.py", "def f():\n" + "    x = 1\n" * 60),
        ("a.py", "class C:\n" + "    x = 1\n" * 250),
    ],
)
def test_a_planted_giant_is_caught(where, source):
    assert len(too_large(list(measured(where, source)))) == 1


def test_functions_stay_small_as_a_whole():
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )

    assert lengths[len(lengths) // 2] <= 8
    assert lengths[len(lengths) * 9 // 10] <= 25
