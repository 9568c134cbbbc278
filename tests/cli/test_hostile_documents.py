"""Hostile files that are made, not kept: archives, documents, pages, very long lines.

For each: the sentences with file and line, the exit status, and what the project holds afterwards.
"""

import json
import os
import subprocess
import sys
import zipfile

import pytest

from formats.documents import docx, paragraph, xlsx, zipped

BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
GOOD = ("good.txt", "متن خوب")
RLO = "\u202e"


def line(**fields):
    return json.dumps({"text": "وزیر رفت", **fields}).encode() + b"\n"


def span(label):
    return {"label": label, "start": 0, "end": 4}


def locked():
    data = bytearray(zipped([GOOD]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def lying():
    """Say in the directory that a file of two megabytes has ten bytes."""
    data = zipped([("a.txt", "x" * 2_000_000)])
    return data.replace((2_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def with_link():
    info = zipfile.ZipInfo("l.txt")
    info.external_attr = 0o120777 << 16
    return zipped([GOOD, (info, "/etc/passwd")])


DEEP = "[" * 1000 + "]" * 1000
# name: (content, sentences, exit status, articles taken)
CASES = {
    "up.zip": (
        zipped([GOOD, ("../up.txt", "x")]),
        ["up.zip:1: the archive has a file that leads out of it: '../up.txt'"],
        2,
        [],
    ),
    "link.zip": (
        with_link(),
        ["link.zip:1: the archive holds a link instead of a file: 'l.txt'"],
        2,
        [],
    ),
    "swells.zip": (
        zipped([GOOD, ("z.jsonl", (b" " * 99_999 + b"\n") * 500)]),
        ["swells.zip!z.jsonl:1: it swells more than any text does when it is unpacked"],
        1,
        ["good"],
    ),
    "nested.zip": (
        zipped([GOOD, ("in.zip", zipped([("a.txt", "x")]))]),
        ["nested.zip!in.zip:1: an archive inside an archive is not read: unpack it first"],
        1,
        ["good"],
    ),
    "locked.zip": (
        locked(),
        ["locked.zip!good.txt:1: is locked with a password, or packed in a way that is not known"],
        2,
        [],
    ),
    "lying.zip": (lying(), ["lying.zip!a.txt:1: is damaged in the archive"], 2, []),
    "no.zip": (b"PK\x03\x04 no archive", ["no.zip:1: the file is not a zip archive"], 2, []),
    "names.zip": (
        zipped([GOOD, (f"a{RLO}txt.txt", "x"), ("b\n.txt", "x")]),
        [
            "names.zip!a\\u202etxt.txt:1: the name of the file holds characters that no name may",
            "names.zip!b\\n.txt:1: the name of the file holds characters that no name may",
        ],
        1,
        ["good"],
    ),
    "bomb.docx": (
        docx(paragraph("&b;"), head=BOMB),
        ["bomb.docx:1: word/document.xml defines entities of its own, which is refused"],
        2,
        [],
    ),
    "external.docx": (
        docx(paragraph("&a;"), head=EXTERNAL),
        ["external.docx:1: word/document.xml defines entities of its own, which is refused"],
        2,
        [],
    ),
    "swells.docx": (
        docx(paragraph("x" * 40_000_000)),
        ["swells.docx:1: the file unpacks to more than 200 times its size"],
        2,
        [],
    ),
    "formula.xlsx": (
        xlsx([["id", "text"], ["f", '=HYPERLINK("http://x")'], ["g", "@x"]]),
        [],
        0,
        ["f", "g"],
    ),
    "no.xlsx": (b"\xd0\xcf\x11\xe0 old", ["no.xlsx:1: the file is no Excel workbook"], 2, []),
    "script.html": (
        "<body onload=x()><script>alert(1)</script><img src='file:///etc/passwd' alt=x>"
        "<article><p>متن خبر این است.</p></article></body>".encode(),
        [],
        0,
        ["script"],
    ),
    "deep.html": (
        b"<div>" * 100_000 + b"x",
        ["deep.html:1: the page is nested more than 500 deep"],
        2,
        [],
    ),
    "deep.json": (
        f'[{{"text": "a"}}, {{"text": "b", "x": {DEEP}}}]'.encode(),
        ["deep.json:1: objects or lists are nested too deeply"],
        1,
        ["ca978112ca1bbdca"],
    ),
    "cut.json": (
        b'[{"id": "a", "text": "x"}, {"id": "b", "text": "y',
        [
            "cut.json:1: broken JSON: Unterminated string starting at character 21",
            "cut.json:1: the list is not closed: the file is cut off",
        ],
        1,
        ["a"],
    ),
    "label.jsonl": (
        line(id="a") + line(id="b", spans=[span(f"A{RLO}B")]),
        ["label.jsonl:2: spans[0].label holds characters that no name may hold (U+202E)"],
        1,
        ["a"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_document_is_told_in_these_words(annotator, project, folder, name):
    data, sentences, status, taken = CASES[name]
    (folder / name).write_bytes(data)
    found = annotator("import", project, name, "--add-labels")

    said = [one for one in found.err.splitlines() if one.startswith(name)]
    assert len(said) >= len(sentences), found.err
    for sentence, one in zip(sentences, said, strict=False):
        assert one.startswith(sentence)
    assert found.status == status, found.err
    assert [one["id"] for one in annotator("export", project).records] == taken
    assert annotator("check", project).status == 0
    assert sorted(path.name for path in folder.iterdir() if "annotator" not in path.name) == [name]


def imported(project, *files):
    """Import in a process of its own; give exit status, messages and peak memory in MiB."""
    # the peak that getrusage gives is that of the parent where it was higher
    program = (
        "import re, sys; from annotator.cli import main; s = main(sys.argv[1:]); "
        "status = open('/proc/self/status').read(); "
        "print('peak', int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024, s)"
    )
    command = [sys.executable, "-c", program, "import", str(project), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    _, peak, status = done.stdout.splitlines()[-1].split()
    return int(status), done.stderr, int(peak)


def one_long_line(path, megabytes):
    with path.open("wb") as file:
        file.write(b'{"id": "first", "text": "a"}\n{"id": "long", "text": "')
        for _ in range(megabytes):
            file.write(b"x" * 1024 * 1024)
        file.write(b'"}\n{"id": "last", "text": "b"}\n')


needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read in /proc")


@needs_proc
@pytest.mark.parametrize(
    "megabytes", [100, pytest.param(1024, marks=[pytest.mark.slow, pytest.mark.timeout(300)])]
)
def test_a_line_of_any_length_is_passed_over_in_bounded_memory(
    annotator, project, folder, megabytes
):
    path = folder / "long.jsonl"
    one_long_line(path, megabytes)
    status, said, peak = imported(project, path)
    path.unlink()

    assert status == 1
    assert f"{path}:2: the line is longer than 16 MiB" in said
    assert peak < 250
    assert [one["id"] for one in annotator("export", project).records] == ["first", "last"]


@needs_proc
@pytest.mark.parametrize("name", ["bomb.zip", "bomb.docx", "bomb.xlsx"])
def test_what_swells_is_stopped_in_bounded_memory(project, folder, name):
    member = {"zip": "a.txt", "docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
    (folder / name).write_bytes(zipped([(member[name.partition(".")[2]], b"x" * 300_000_000)]))
    status, said, peak = imported(project, folder / name)

    assert status == 2
    assert f"{name}" in said
    assert peak < 250
