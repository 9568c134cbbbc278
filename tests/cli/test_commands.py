"""The other commands, and what all of them have in common."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import __version__
from annotator.cli import parser
from annotator.cli.display import why_no_window
from annotator.formats.registry import FORMATS
from cli.conftest import TEXT


def test_new_makes_a_project_and_never_overwrites_one(annotator, tmp_path):
    path = tmp_path / "پروژه.annotator"

    first, second = annotator("new", path), annotator("new", path)

    assert (first.status, second.status) == (0, 2)
    assert first.err == f"{path} was made with the label scheme fa-news-attribution, version 1.\n"
    assert "exists already" in second.err


def test_new_takes_a_scheme_from_a_file(annotator, tmp_path):
    scheme = tmp_path / "mine.toml"
    scheme.write_text('id = "mine"\nversion = 4\n[[labels]]\nid = "X"\n', encoding="utf-8")
    path = tmp_path / "p.annotator"

    assert "label scheme mine, version 4" in annotator("new", path, "--scheme", scheme).err
    written = json.loads(annotator("export", path, "--format", "scheme").out)
    assert (written["id"], [label["id"] for label in written["labels"]]) == ("mine", ["X"])


@pytest.mark.parametrize(
    "scheme, content, sentence",
    [
        (
            "other",
            None,
            "There is no label scheme other: name a file or one of fa-news-attribution.",
        ),
        ("s.json", '{"id": "x", "labels": []}', "Scheme, labels: "),
        ("s.json", "{", "Scheme: the file is not valid JSON"),
    ],
)
def test_a_scheme_that_cannot_be_used_leaves_no_project(
    annotator, folder, scheme, content, sentence
):
    if content is not None:
        (folder / scheme).write_text(content)
    found = annotator("new", "p.annotator", "--scheme", scheme)

    assert found.status == 2
    assert found.err.startswith(f"annotator: {sentence}")
    assert not (folder / "p.annotator").exists()


def test_the_sample_fills_a_new_project(annotator, tmp_path):
    path = tmp_path / "sample.annotator"

    assert annotator("new", path, "--sample").status == 0
    counts = json.loads(annotator("stats", path, "--json").out)
    assert counts["articles"] >= 3
    assert sum(counts["labels"].values()) > 0


def test_stats_has_the_shape_that_others_rely_on(annotator, labelled):
    counts = json.loads(annotator("stats", labelled, "--json").out)

    assert list(counts) == ["articles", "people", "labels"]
    assert counts["articles"] == 2
    assert counts["labels"] == {"QUOTE": 2, "SPEAKER": 2}
    assert counts["people"] == [
        {"name": "lead", "new": 2, "started": 0, "done": 0, "skipped": 0, "spans": 0},
        {"name": "sara", "new": 1, "started": 0, "done": 1, "skipped": 0, "spans": 2},
        {"name": "omid", "new": 1, "started": 1, "done": 0, "skipped": 0, "spans": 2},
    ]


def test_stats_is_a_table_for_people(annotator, labelled):
    lines = annotator("stats", labelled).out.splitlines()

    assert lines[0] == "articles: 2"
    assert lines[2].split() == ["name", "new", "started", "done", "skipped", "spans"]
    assert lines[4].split() == ["sara", "1", "0", "1", "0", "2"]


def test_search_prints_the_place_and_what_stands_around_it(annotator, labelled):
    found = annotator("search", labelled, "می‌رویم")

    assert (found.status, found.err) == (0, "Hits: 1 in 1 articles.\n")
    assert found.out == "a:16-23: وزیر نیرو گفت: «[می‌رویم]». مجری گفت: «باشد».\n"


def test_a_search_that_finds_nothing_is_no_error(annotator, labelled):
    assert annotator("search", labelled, "هیچ‌کجا") == (0, "", "Hits: 0 in 0 articles.\n")


def test_check_finds_nothing_in_a_sound_project(annotator, labelled):
    found = annotator("check", labelled)

    assert (found.status, found.out) == (0, "")
    assert found.err == f"{labelled} is in order.\n"


def test_check_tells_of_damage(annotator, labelled):
    with labelled.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 20)

    found = annotator("check", labelled)

    assert found.status in {1, 2}
    assert found.out + found.err


def test_a_backup_is_a_project_with_the_same_content_and_overwrites_nothing(
    annotator, labelled, tmp_path
):
    copy = tmp_path / "copy.annotator"

    assert annotator("backup", labelled, copy).status == 0
    assert annotator("export", copy).out == annotator("export", labelled).out
    assert annotator("backup", labelled, copy).status == 2


def test_formats_lists_each_format(annotator):
    lines = annotator("formats").out.splitlines()

    assert lines[0].split() == ["name", "import", "export", "files", "holds"]
    assert [line.split()[0] for line in lines[1:]] == [one.name for one in FORMATS]
    for one in FORMATS:
        assert one.holds in "\n".join(lines)


PROJECT_COMMANDS = {
    "show": ["a"],
    "search": ["x"],
    "stats": [],
    "export": [],
    "check": [],
    "backup": ["b.annotator"],
    "import": ["."],
}


@pytest.mark.parametrize("command", PROJECT_COMMANDS)
def test_a_project_that_is_not_there_is_told(annotator, folder, command):
    found = annotator(command, "none.annotator", *PROJECT_COMMANDS[command])

    assert (found.status, found.out) == (2, "")
    assert "none.annotator" in found.err
    assert not (folder / "none.annotator").exists()


@pytest.mark.parametrize("command", [*PROJECT_COMMANDS, "new", None])
@pytest.mark.parametrize("url", ["postgresql://host/db", "postgres://host/db"])
def test_a_server_is_refused_in_a_sentence(annotator, command, url):
    arguments = [] if command is None else [command]
    found = annotator(*arguments, url, *PROJECT_COMMANDS.get(command, []))

    assert found.status == 2
    assert found.err == (
        "annotator: Projects on a PostgreSQL server are not there yet: name a project file.\n"
    )


def test_a_file_that_is_no_project_is_told(annotator, tmp_path):
    path = tmp_path / "x.annotator"
    path.write_text("hello")

    assert annotator("stats", path).status == 2


# ── the window ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def display(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_without_a_command_the_window_is_opened(annotator, project, display):
    opened = []

    def open_window(path):
        opened.append(path)
        return 7

    assert annotator(project, open_window=open_window).status == 7
    assert annotator(open_window=open_window).status == 7
    assert opened == [project, None]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_one_sentence_says_so(annotator, monkeypatch):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    found = annotator(open_window=lambda _: 0)

    assert found.status == 2
    assert found.err.startswith("annotator: There is no display to open a window on")
    assert len(found.err.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_display_that_does_not_answer_is_told():
    assert "The display :971 does not answer" in why_no_window({"DISPLAY": ":971"}, "linux")
    assert why_no_window({"DISPLAY": "remote:0"}, "linux") == ""
    assert why_no_window({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == ""
    assert why_no_window({}, "win32") == ""


def test_neither_a_project_nor_a_command_is_told(annotator, display):
    found = annotator("imprt", open_window=lambda _: 0)

    assert found.status == 2
    assert "There is no project imprt" in found.err


# ── all commands ─────────────────────────────────────────────────────────────────────────────


def test_the_version_is_printed(annotator):
    assert annotator("--version") == (0, f"annotator {__version__}\n", "")


def test_the_help_names_every_command(annotator):
    helped = annotator("--help").out

    assert all(f"  {name} " in helped for name in parser.commands())


@pytest.mark.parametrize("command", parser.commands())
def test_every_command_has_help(annotator, command):
    assert annotator(command, "--help").out.startswith(f"usage: annotator {command}")


def test_no_command_loads_qt(labelled):
    code = (
        "import sys; from annotator import cli; "
        "status = cli.main(['stats', sys.argv[1]]); "
        "assert status == 0 and not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    subprocess.run([sys.executable, "-c", code, labelled], check=True, capture_output=True)


def test_an_interruption_is_met_quietly(annotator, project, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("annotator.cli.entry.parser.parse", interrupted)

    assert annotator("stats", project) == (130, "", "")


def test_a_fault_of_the_program_is_reported_without_any_words_of_articles(
    annotator, monkeypatch, tmp_path
):
    def faulty(_):
        raise RuntimeError(TEXT)

    monkeypatch.setattr("annotator.cli.entry.parser.parse", faulty)
    found = annotator("stats", "p")

    assert found.status == 70
    assert "this is a fault of the program (RuntimeError)" in found.err
    path = Path(found.err.split("what happened is written in ")[1].removesuffix(".\n"))
    report = path.read_text(encoding="utf-8")
    path.unlink()
    assert "fault: builtins.RuntimeError" in report
    assert TEXT not in report
