import pytest

from annotator.domain.errors import UserError
from annotator.workspace import check, operations
from annotator.workspace.workspace import Workspace
from workspace.projects import mine, place


def test_a_backup_holds_what_is_shown_as_saved(ws, tmp_path):
    operations.mark(ws, mine(), "TOPIC", *place("گندم"))
    ws.backup(tmp_path / "copy.annotator")

    with Workspace.open(tmp_path / "copy.annotator", read_only=True) as copy:
        assert copy.layer(mine()) == ws.layer(mine())
        assert check.check(copy) == []
        copy.sign_in("Sara")
        assert copy.can_undo() == "mark"


def test_a_backup_never_overwrites(ws, tmp_path):
    target = tmp_path / "copy.annotator"
    target.write_text("mine")

    with pytest.raises(UserError, match="exists already"):
        ws.backup(target)

    assert target.read_text() == "mine"


def test_a_backup_that_fails_leaves_no_file(ws, tmp_path):
    with pytest.raises(UserError, match="There is no folder"):
        ws.backup(tmp_path / "nowhere" / "copy.annotator")

    assert not list(tmp_path.rglob("*.partial"))
