import os
import re
import signal
import subprocess
import sys

import pytest

from annotator.domain.errors import UserError
from annotator.storage.lock import ProjectLock
from annotator.workspace.workspace import Workspace

HOLD = """
import sys, time
from pathlib import Path
from annotator.workspace.workspace import Workspace
ws = Workspace.open(Path(sys.argv[1]), lock=True)
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_window_is_told_who_holds_the_project(path, holder):
    with pytest.raises(UserError) as caught:
        Workspace.open(path, lock=True)

    assert re.search(rf"already open in .* \(process {holder.pid}, since .*\)", str(caught.value))


def test_reading_and_backing_up_work_while_another_process_holds_the_project(
    path, holder, tmp_path
):
    with Workspace.open(path, read_only=True) as ws:
        assert len(ws.article_ids()) == 2
        ws.backup(tmp_path / "copy.annotator")

    with Workspace.open(tmp_path / "copy.annotator") as copy:
        assert len(copy.article_ids()) == 2


def test_a_killed_holder_holds_nothing(path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()

    with Workspace.open(path, lock=True) as ws:
        assert not ws.read_only


def test_closing_frees_the_lock(ws):
    ws.close()

    lock = ProjectLock(ws.path)
    lock.acquire()
    lock.release()
    lock.release()


def test_a_project_that_cannot_be_opened_is_not_left_locked(path):
    path.write_bytes(b"")
    with pytest.raises(UserError, match="not a project"):
        Workspace.open(path, lock=True)

    lock = ProjectLock(path)
    lock.acquire()
    lock.release()
