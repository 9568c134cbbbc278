"""What the versions we pin are pinned for, and what must not stand in the tree."""

import re
import subprocess
import sys
from pathlib import Path

import apsw
import PySide6
import pytest

from architecture.source import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
# tracked files that are not ours word by word: hashes, fonts, licences
FOREIGN = {".ttf", ".lock", ".png", ".qm", ".svg"}
MACHINE_PATH = re.compile(r"/(work|root|home/\w+|opt/(wheels|pypi))/")
REGISTRY = re.compile(
    r"(pypi|pythonhosted|npmjs|deb\.debian|snapshot\.debian)\.(org|com)|--index-url"
)


def tracked() -> list[Path]:
    """Give the text files under version control; skip outside a checkout."""
    command = ["git", "ls-files", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    paths = (ROOT / name for name in done.stdout.split("\0") if name)
    return [path for path in paths if path.is_file() and path.suffix not in FOREIGN]


def holding(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Name the files in which the pattern stands, but for this one, which spells it."""
    own = Path(__file__).resolve()
    return [
        path.relative_to(ROOT).as_posix()
        for path in paths
        if path != own and pattern.search(path.read_text(encoding="utf-8", errors="replace"))
    ]


def test_qt_is_of_the_series_that_is_sound_on_our_oldest_python():
    assert PySide6.__version_info__[:2] == (6, 11)


def test_20_000_calls_that_return_nothing_leave_none_alive():
    # in a process of its own: with PySide6 6.12.0 on Python 3.11 it aborts, having dropped one
    # reference to None too many at each call
    calls = """
from PySide6.QtCore import QCoreApplication, QObject
app, item = QCoreApplication([]), QObject()
for number in range(20_000):
    item.setObjectName(str(number))
"""
    done = subprocess.run(
        [sys.executable, "-c", calls], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_sqlite_is_newer_than_the_wal_reset_bug():
    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)


@pytest.mark.parametrize("name", LOCKS)
def test_each_locked_package_has_an_exact_version_and_hashes(name):
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]

    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


def pinned(lock: str) -> set[str]:
    """Give versions and hashes; for whom a package is may differ, as test tools want it too."""
    return {line.partition(" ;")[0].rstrip(" \\") for line in lock.splitlines()}


def test_what_users_get_is_what_was_tested():
    runtime, developers = (pinned((ROOT / name).read_text("utf-8")) for name in LOCKS)

    assert runtime <= developers


def test_no_file_names_a_package_registry():
    locks = [ROOT / name for name in LOCKS]

    assert holding(REGISTRY, [*tracked(), *locks]) == []


def test_no_file_names_a_path_of_the_machine_it_was_written_on():
    assert holding(MACHINE_PATH, tracked()) == []
