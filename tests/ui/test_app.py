"""Starting and ending the program, in processes of their own."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from annotator.ui import app as program
from annotator.ui import demo
from annotator.workspace.workspace import Workspace

RUN = "import sys; from pathlib import Path; from annotator.ui.app import run; {}"


def start(code, **environment):
    return subprocess.Popen(
        [sys.executable, "-c", RUN.format(code)],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_one_sentence_says_so():
    empty = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    process = start("sys.exit(run(None))", **empty)
    _, errors = process.communicate(timeout=30)

    assert process.returncode == 2
    assert errors == "annotator: there is no display to open a window on.\n"


def test_a_project_that_is_not_there_ends_with_a_sentence(tmp_path):
    path = tmp_path / "none.annotator"
    process = start(f"sys.exit(run(Path({str(path)!r})))")
    _, errors = process.communicate(timeout=30)

    assert process.returncode == 2
    assert "none.annotator" in errors
    assert "Traceback" not in errors
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of other systems")
def test_a_terminating_signal_closes_the_project_cleanly(project):
    process = start(f"sys.exit(run(Path({str(project)!r})))")
    try:
        deadline = time.monotonic() + 20
        lock = project.with_name(project.name + "-wal")
        while not lock.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(1.5)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
    finally:
        process.kill()

    assert process.returncode == 0, errors
    assert not lock.exists()
    with Workspace.open(project, lock=True) as ws:
        assert len(ws.article_ids()) == 3


def test_a_report_of_an_error_holds_no_text_of_articles(tmp_path, monkeypatch):
    monkeypatch.setattr(program.platformdirs, "user_log_dir", lambda _: str(tmp_path))
    text = "متن خبر"
    with pytest.raises(ValueError, match=text) as caught:
        int(text)
    path = program.write_report(caught.type, caught.tb)

    report = path.read_text("utf-8")
    assert "ValueError" in report
    assert "test_app.py" in report
    assert text not in report.replace('text = "متن خبر"', "")


def test_the_sample_job_leaves_project_export_and_picture_and_can_be_repeated(tmp_path):
    command = [sys.executable, "-m", "annotator.ui.demo", str(tmp_path)]
    for _ in range(2):
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    assert (tmp_path / demo.PICTURE).stat().st_size > 20_000
    first = (tmp_path / demo.EXPORT).read_text("utf-8").splitlines()[0]
    assert json.loads(first)["format"] == "annotator/1"
    with Workspace.open(tmp_path / demo.PROJECT, read_only=True) as ws:
        assert ws.article_ids()
