"""A project of an older version is brought up to date after a backup, whole or not at all.

`tests/data/projects` keeps a file of each version, made by `make.py` there, for ever.
"""

import io
import shutil
from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.storage import project_file
from annotator.storage.migrations import upgrade
from annotator.workspace import check
from annotator.workspace.transfer import export
from annotator.workspace.workspace import Workspace

LATEST = upgrade.LATEST
STORED = Path(__file__).resolve().parents[1] / "data" / "projects"


def add_a_column(database):
    database.execute("ALTER TABLE article ADD COLUMN extra TEXT")


def add_and_fail(database):
    add_a_column(database)
    raise ZeroDivisionError


@pytest.fixture
def next_version(monkeypatch):
    """Let this program know one version more, with the given step to it."""

    def know(step):
        monkeypatch.setitem(upgrade.MIGRATIONS, upgrade.LATEST, step)
        for module in (upgrade, project_file):
            monkeypatch.setattr(module, "LATEST", module.LATEST + 1)

    return know


def columns(database):
    return [row[1] for row in database.execute("PRAGMA table_info(article)")]


def objects(database):
    sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'"
    return sorted(database.execute(sql))


def test_a_new_file_and_one_brought_up_to_date_hold_the_same_objects(path, tmp_path):
    old = tmp_path / "old.annotator"
    shutil.copy(STORED / "v1.annotator", old)

    new, upgraded = (project_file.open_project_file(one) for one in (path, old))

    assert objects(upgraded) == objects(new)
    for database in (new, upgraded):
        assert database.value("PRAGMA user_version") == LATEST
        database.close()


@pytest.mark.parametrize("name", sorted(path.name for path in STORED.glob("*.annotator")))
def test_every_version_opens_with_the_same_content(name, tmp_path):
    path = tmp_path / name
    shutil.copy(STORED / name, path)

    with Workspace.open(path, lock=True) as ws:
        stream = io.BytesIO()
        export(ws, stream)
        assert check.check(ws) == []
        ws.sign_in("Sara")
        assert ws.undo() is not None

    assert stream.getvalue() == (STORED / name).with_suffix(".jsonl").read_bytes()


def test_an_upgrade_makes_a_backup_of_the_old_version_first(path, next_version):
    next_version(add_a_column)

    database = project_file.open_project_file(path)

    assert "extra" in columns(database)
    assert database.value("PRAGMA user_version") == LATEST + 1
    database.close()
    (backup,) = path.parent.glob(f"*.version{LATEST}.*.backup")
    database = project_file.Database(backup)
    assert "extra" not in columns(database)
    assert database.value("PRAGMA user_version") == LATEST
    database.close()


def test_an_upgrade_that_fails_leaves_the_old_version(path, next_version):
    next_version(add_and_fail)

    with pytest.raises(ZeroDivisionError):
        project_file.open_project_file(path)

    database = project_file.Database(path)
    assert "extra" not in columns(database)
    assert database.value("PRAGMA user_version") == LATEST
    database.close()


def test_an_older_file_that_may_only_be_read_is_not_upgraded(path, next_version):
    next_version(add_a_column)

    with pytest.raises(UserError, match="cannot be brought up to date"):
        project_file.open_project_file(path, read_only=True)
