"""Zip archives: read as folders are, within limits, never unpacked to disk."""

import io
import stat
import tracemalloc
import zipfile

import pytest

from annotator.formats import archive
from annotator.formats.records import Record
from formats.documents import docx, paragraph, xlsx, zipped
from formats.reading import articles, read_all, reasons


def test_each_file_is_read_by_its_own_format_and_names_its_article():
    data = zipped(
        [
            ("خبر/یک.txt", "متن یک"),
            ("ب/یک.txt", "متن دو"),
            ("t.csv", "id,text\nr,متن سه\n"),
            ("w.docx", docx(paragraph("متن چهار"))),
            ("s.xlsx", xlsx([["text"], ["متن پنج"]])),
            ("l.jsonl", '{"id": "j", "text": "متن شش"}\n'),
            ("p.html", "<html><body><article><p>متن هفتم این است.</p></article></body></html>"),
            ("picture.png", b"\x89PNG"),
            ("__MACOSX/x.txt", "x"),
            (".hidden.txt", "x"),
        ]
    )
    found = {article.id: article.text for article in articles(read_all(archive.read, data, "z"))}

    texts = ["متن یک", "متن دو", "متن سه", "متن چهار", "متن پنج", "متن شش", "متن هفتم این است."]
    assert sorted(found.values()) == sorted(texts)
    assert found.keys() >= {"خبر/یک", "ب/یک", "r", "w", "j", "p"}


def test_a_rejection_names_the_file_inside_and_the_line():
    data = zipped([("خبر/t.csv", "text\n\na,b\nc\n"), ("bad.txt", " ")])
    found = read_all(archive.read, data, "z.zip")

    assert [str(one) for one in found if not isinstance(one, Record)] == [
        "z.zip!bad.txt:1: the file holds no text, only blanks",
        "z.zip!خبر/t.csv:3: the row has 2 cells, the header has 1",
    ]


def test_names_of_packers_that_do_not_say_utf8_are_read_as_utf8():
    data = zipped([("خبر.txt", "متن")])
    unmarked = data.replace(b"\x00\x08", b"\x00\x00")
    assert zipfile.ZipFile(io.BytesIO(unmarked)).namelist() != ["خبر.txt"]

    (found,) = articles(read_all(archive.read, unmarked))
    assert found.id == "خبر"


def link():
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([("../a.txt", "x")], "leads out of it: '../a.txt'"),
        ([("/etc/a.txt", "x")], "leads out of it"),
        ([("C:/a.txt", "x")], "leads out of it"),
        ([("b\\..\\a.txt", "x")], "leads out of it"),
        ([(link(), "/etc/passwd")], "a link instead of a file"),
        ([("a.png", "x")], "the archive holds no file to read"),
        ([("a.zip", zipped([("b.txt", "x")]))], "an archive inside an archive is not read"),
        ([("a.txt", b"x" * 40_000_000)], "it swells more than any text does"),
        ([("a.jsonl", (b" " * 99_999 + b"\n") * 1000)], "it swells more than any text does"),
    ],
)
def test_a_dangerous_archive_is_refused_in_a_sentence(entries, reason):
    (found,) = reasons(read_all(archive.read, zipped(entries), "z"))

    assert reason in found


def test_a_file_without_a_name_is_refused():
    data = zipped([("a.txt", "x")]).replace(b"a.txt", b"\x00.txt")

    assert reasons(read_all(archive.read, data)) == ["f:1: the archive has a file without a name"]


def test_two_files_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([("a.txt", "x"), ("a.txt", "y")])

    assert reasons(read_all(archive.read, data)) == ["f:1: the archive holds two files of one name"]


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_damaged_archive_is_rejected(cut):
    data = bytearray(zipped([("a.txt", "متن" * 1000)]))
    data[cut] ^= 0xFF

    assert all(hasattr(one, "article") or str(one) for one in read_all(archive.read, bytes(data)))
    assert reasons(read_all(archive.read, bytes(data[:cut])))


def test_a_bomb_is_stopped_before_it_fills_the_memory():
    data = zipped([("a.txt", b"x" * 100_000_000)])
    tracemalloc.start()
    read_all(archive.read, data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 64 * 1024 * 1024
