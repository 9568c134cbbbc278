import hashlib
import os
import shutil
import subprocess
import sys
import zipfile

import apsw
import pytest

from annotator.domain.errors import UserError
from annotator.storage.database import Damaged
from annotator.storage.migrations.upgrade import LATEST
from annotator.storage.project_file import create_project_file, open_project_file
from annotator.workspace.workspace import Workspace
from workspace.projects import mine


def fingerprint(path):
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns


def set_pragma(path, name, value):
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA {name} = {value}")
    connection.close()


def test_a_new_project_never_overwrites_a_file(tmp_path):
    path = tmp_path / "there.annotator"
    path.write_text("something of mine")

    with pytest.raises(UserError, match="exists already"):
        create_project_file(path)

    assert path.read_text() == "something of mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_project_needs_its_folder(tmp_path):
    with pytest.raises(UserError, match="There is no folder"):
        create_project_file(tmp_path / "nowhere" / "a.annotator")


def test_a_connection_is_durable_and_distrusts_the_file(path):
    database = open_project_file(path)
    wanted = {
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "journal_mode": "wal",
        "synchronous": 2,
        "user_version": LATEST,
    }

    assert {name: database.value(f"PRAGMA {name}") for name in wanted} == wanted
    database.close()


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UserError, match="There is no project"):
        open_project_file(tmp_path / "none.annotator")
    with pytest.raises(UserError, match="is not a file"):
        open_project_file(tmp_path)


@pytest.mark.parametrize("kind", ["empty", "text", "zip", "other database"])
def test_a_file_that_is_no_project_is_refused_and_left_alone(tmp_path, kind):
    path = tmp_path / "other.annotator"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "a")
    elif kind == "other database":
        connection = apsw.Connection(str(path))
        connection.execute("CREATE TABLE t (a)")
        connection.close()
    else:
        path.write_text("" if kind == "empty" else "hello " * 100)
    before = fingerprint(path)

    with pytest.raises(UserError, match="is not a project of this program"):
        open_project_file(path)

    assert fingerprint(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_a_newer_version_is_refused_without_being_touched(path):
    set_pragma(path, "user_version", 99)
    before, beside = fingerprint(path), sorted(path.parent.iterdir())

    with pytest.raises(
        UserError, match=rf"newer version .*\(format 99, this one reads up to {LATEST}"
    ):
        open_project_file(path)

    assert fingerprint(path) == before
    assert sorted(path.parent.iterdir()) == beside


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW spy AS SELECT 1",
        "CREATE TRIGGER spy AFTER INSERT ON span BEGIN DELETE FROM article; END",
    ],
)
def test_a_planted_view_or_trigger_is_refused(path, statement):
    connection = apsw.Connection(str(path))
    connection.execute(statement)
    connection.close()

    with pytest.raises(Damaged, match="'spy' that is not part of a project"):
        open_project_file(path)


def test_a_missing_table_is_refused(path):
    connection = apsw.Connection(str(path))
    connection.execute("DROP TABLE decision")
    connection.close()

    with pytest.raises(Damaged, match="'decision' is missing"):
        open_project_file(path)


@pytest.mark.parametrize("damage", ["zeros", "cut off"])
def test_a_damaged_file_is_refused_by_whoever_holds_the_lock(path, damage):
    data = bytearray(path.read_bytes())
    if damage == "zeros":
        data[3 * 4096 : 6 * 4096] = bytes(3 * 4096)
    else:
        del data[len(data) // 2 :]
    path.write_bytes(data)

    with pytest.raises(Damaged, match="open the newest backup"):
        Workspace.open(path, lock=True)

    assert path.read_bytes()[:100] == bytes(data[:100])


def test_another_connection_reads_while_one_is_open(ws):
    other = Workspace.open(ws.path, read_only=True)

    assert other.article_ids() == ws.article_ids()
    assert other.read_only
    with pytest.raises(UserError, match="reading only"):
        other.add_person("Nima")
    other.close()


READ_ONLY = """
import sys
from pathlib import Path
from annotator.domain.errors import UserError
from annotator.workspace.workspace import Workspace
ws = Workspace.open(Path(sys.argv[1]))
print(ws.read_only, len(ws.article_ids()), len(ws.queue()))
try:
    ws.add_person("Nima")
except UserError as error:
    print("refused")
"""


def test_a_project_on_a_read_only_mount_opens_for_reading(path):
    folder = path.parent
    script = f'mount --bind -o ro "{folder}" "{folder}" && exec "$0" -c "$1" "$2"'
    command = ["unshare", "-rm", "sh", "-c", script, sys.executable, READ_ONLY, str(path)]
    if shutil.which("unshare") is None or "linux" not in sys.platform:
        pytest.skip("needs unshare")

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip("may not mount here")
    assert done.stdout.splitlines() == ["True 2 2", "refused"], done.stderr


def test_the_word_of_the_system_decides_whether_a_file_is_read_only(path):
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    path.chmod(0o444)

    ws = Workspace.open(path)

    assert ws.read_only
    assert ws.layer(mine()).is_empty
    ws.close()
