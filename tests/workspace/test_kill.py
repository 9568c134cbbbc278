"""The program is killed at any moment: what it said is saved is there, and can be undone."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from annotator.workspace import check
from annotator.workspace.workspace import Workspace
from workspace.projects import mine, project

LABEL = """
import itertools, sys
from pathlib import Path
from annotator.domain.ids import ArticleId
from annotator.domain.layer import LayerKey
from annotator.workspace import operations
from annotator.workspace.workspace import Workspace
ws = Workspace.open(Path(sys.argv[1]), lock=True)
ws.sign_in("Sara")
key = LayerKey(ArticleId("a1"), "Sara")
length = len(ws.article(key.article).text)
taken = len(ws.layer(key).spans)
places = itertools.islice(itertools.combinations(range(length), 2), taken, None)
print("ready", flush=True)
for start, end in places:
    done = operations.mark(ws, key, "TOPIC", start, end, exact=True)
    sys.stdout.write(done.selected + "\\n")
    sys.stdout.flush()
"""


def label_until_killed(path, seconds):
    """Return the ids that a process said it had saved before it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", LABEL, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    said = process.stdout.read().split("\n")[:-1]
    process.wait()
    process.stdout.close()
    return said


def kill_rounds(path, rounds, seed):
    chance = random.Random(seed)
    with Workspace.open(path) as ws:
        saved = set(ws.layer(mine()).spans)
    for _ in range(rounds):
        said = label_until_killed(path, chance.uniform(0, 0.15))
        with Workspace.open(path, lock=True) as ws:
            present = set(ws.layer(mine()).spans)
            assert saved | set(said) <= present
            # at most the one whose commit was done and not yet told
            assert len(present - saved - set(said)) <= 1
            assert check.check(ws) == []
            ws.sign_in("Sara")
            assert ws.can_undo() == "mark"
            saved = present
    with Workspace.open(path, lock=True) as ws:
        ws.sign_in("Sara")
        ws.undo()
        assert len(ws.layer(mine()).spans) == len(saved) - 1


def test_nothing_said_to_be_saved_is_lost_when_the_program_is_killed(tmp_path):
    ws = project(tmp_path)
    ws.close()

    said = label_until_killed(ws.path, 0.3)

    assert said
    kill_rounds(ws.path, 4, 1)


IMPORT = """
import sys
from pathlib import Path
from annotator.workspace.importing import import_paths
from annotator.workspace.workspace import Workspace
ws = Workspace.open(Path(sys.argv[1]), lock=True)
print("ready", flush=True)
import_paths(ws, [Path(sys.argv[2])])
"""


@pytest.mark.parametrize("seconds", [0.05, 0.15, 0.3])
def test_a_killed_import_leaves_nothing_or_all(tmp_path, seconds):
    ws = project(tmp_path)
    ws.close()
    path = tmp_path / "many.jsonl"
    line = '{"id": "m%d", "text": "متن", "annotator": "a", "spans": [%s]}\n'
    item = '{"label": "TOPIC", "start": 0, "end": 3}'
    path.write_text("".join(line % (i, item) for i in range(20_000)), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(ws.path), str(path)], stdout=subprocess.PIPE, text=True
    )
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.wait()
    process.stdout.close()

    with Workspace.open(ws.path, lock=True) as again:
        assert again.article_count() in {2, 20_002}
        assert check.check(again) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_two_hundred_kills_lose_nothing(tmp_path):
    ws = project(tmp_path)
    ws.close()
    label_until_killed(ws.path, 0.3)

    kill_rounds(ws.path, 200, 2)
