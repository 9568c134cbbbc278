"""What the set-up program says when the system lacks something, and what it keeps out of .venv."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "packaging" / "set_up.py"
MISSING = "libno-such-thing.so.99"

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks for Linux libraries")


@pytest.fixture
def set_up(monkeypatch):
    spec = importlib.util.spec_from_file_location("set_up", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "LIBRARIES", {MISSING: "no-such-package"})
    return module


@linux_only
def test_a_library_is_missing_when_the_linker_cannot_load_it(set_up):
    assert set_up.loads("libc.so.6")
    assert not set_up.loads(MISSING)


@linux_only
def test_without_root_one_line_to_copy_is_printed(set_up, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit) as ended:
        set_up.provide_system_parts()

    line, sentence = ended.value.code.split("\n")
    assert line == "sudo apt-get install -y no-such-package"
    assert sentence.endswith("then run make again.")


@linux_only
def test_a_system_without_apt_gets_the_names_of_the_libraries(set_up, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(SystemExit, match=f"Missing on this system: {MISSING}. Install the"):
        set_up.provide_system_parts()


def test_nothing_is_asked_for_when_nothing_is_missing(set_up, monkeypatch):
    monkeypatch.setattr(set_up, "LIBRARIES", {})

    set_up.provide_system_parts()


def test_settings_that_lead_packages_elsewhere_do_not_reach_pip(set_up, monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_RETRIES", "3")

    kept = set_up.clean_environment()

    assert "elsewhere" not in kept.values()
    assert (kept["PIP_USER"], kept["PIP_RETRIES"]) == ("0", "3")


def test_a_folder_without_an_interpreter_is_no_environment(set_up, tmp_path):
    assert not set_up.works(tmp_path / "bin" / "python")


def test_a_failing_command_shows_its_output_and_ends_with_a_sentence(set_up, capsys):
    command = [sys.executable, "-c", "print('why'); raise SystemExit(3)"]

    with pytest.raises(SystemExit, match=r"It broke: .* ended with status 3\."):
        set_up.run(command, dict(os.environ), "It broke")
    assert "why" in capsys.readouterr().err
