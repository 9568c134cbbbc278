"""What the architecture tests read: the program's files as syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "annotator"


def files() -> list[Path]:
    """Give all Python files of the program."""
    return sorted(SOURCE.rglob("*.py"))


def place(path: Path) -> str:
    """Name a file as the rules do: relative to src/annotator, with forward slashes."""
    return path.relative_to(SOURCE).as_posix()


def tree(path: Path) -> ast.Module:
    """Parse one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(module: ast.Module) -> Iterator[str]:
    """Give the dotted names that a module imports anywhere, `from a import b` as `a.b`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            dots = "." * node.level
            yield from (f"{dots}{node.module or ''}.{alias.name}" for alias in node.names)
