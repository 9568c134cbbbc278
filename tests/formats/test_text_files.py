"""Plain text files and folders of them: ids, encodings, clean-up, and what is passed over."""

import io
import os

import pytest

from annotator.domain.errors import Rejection, UserError
from annotator.formats import text
from annotator.formats.lines import LINE_LIMIT
from annotator.formats.records import ReadContext
from annotator.formats.registry import find
from annotator.formats.sources import find_sources, read_source
from formats.conftest import SCHEME

NEWS = "وزیر نیرو گفت: «می‌رویم»."


def read_one(data: bytes, name="خبر.txt"):
    (found,) = text.read(io.BytesIO(data), name, ReadContext(SCHEME))
    return found


def test_a_text_file_is_one_article_named_as_the_file():
    found = read_one(NEWS.encode(), "پوشه/خبر ۱.txt")

    assert (found.article.id, found.article.text) == ("خبر ۱", NEWS)
    assert (found.article.meta, found.layer, found.own_id) == ({}, None, True)
    assert (found.encoding, found.cleaning, found.notices) == ("", (), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_the_encodings_in_use_are_told_apart_and_a_guess_is_named(encoding):
    news = "وزير نيرو گفت که اين قرارداد را در تهران امضا کرديم و به آن عمل مي کنيم."
    found = read_one(news.encode(encoding))

    assert found.article.text == news
    assert found.encoding == ("cp1256" if encoding == "cp1256" else "")


def test_the_clean_up_is_counted():
    found = read_one("\ufeffیک\r\nدو\r\nسه\u2028".encode())

    assert found.article.text == "یک\nدو\nسه\n"
    assert found.cleaning == (("crlf", 2), ("line_separator", 1))


@pytest.mark.parametrize(
    "data, name, reason",
    [
        (b"", "a.txt", "the file is empty"),
        (b" \n\t", "a.txt", "the file holds no text, only blanks"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "a.txt", "not a text file"),
        (NEWS.encode()[:-1] + b"\xd9", "a.txt", "the file is UTF-8 but damaged at byte"),
        (b"a" * (LINE_LIMIT + 1), "a.txt", "the file is longer than 16 MiB; cut it up"),
        (NEWS.encode(), "a\u202etxt.txt", "no name may hold (U+202E)"),
    ],
)
def test_what_is_no_article_is_rejected_in_words(data, name, reason):
    found = read_one(data, name)

    assert isinstance(found, Rejection)
    assert reason in found.reason


def make(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NEWS, encoding="utf-8")


def test_a_folder_is_read_to_its_depth_in_order_without_hidden_or_other_files(tmp_path):
    make(
        tmp_path,
        "ب.txt",
        "الف.txt",
        "c/d.TXT",
        ".hidden.txt",
        ".git/x.txt",
        "image.png",
        "readme.md",
    )

    found = find_sources([tmp_path])

    assert [source.path.name for source in found] == ["d.TXT", "الف.txt", "ب.txt"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path):
    make(tmp_path, "day1/1.txt", "day2/1.txt", "day2/2.txt")

    assert [s.article_id for s in find_sources([tmp_path])] == ["day1/1", "day2/1", "2"]


def test_a_file_named_twice_is_read_once(tmp_path):
    make(tmp_path, "1.txt")

    assert len(find_sources([tmp_path, tmp_path / "1.txt", tmp_path])) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_out_of_a_folder_are_not_followed(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    make(inside, "1.txt")
    make(outside, "secret.txt")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "same.txt").symlink_to(inside / "1.txt")
    (inside / "broken.txt").symlink_to(inside / "nowhere.txt")

    assert [source.path.name for source in find_sources([inside])] == ["1.txt", "same.txt"]


def test_a_path_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="There is no file or folder"):
        find_sources([tmp_path / "nothing"])


def test_a_folder_with_nothing_to_read_is_told(tmp_path):
    make(tmp_path, "image.png")

    with pytest.raises(UserError, match=r"holds no file to read \(\.jsonl"):
        find_sources([tmp_path])


def sole_reason(path, chosen=None):
    (source,) = find_sources([path], chosen)
    (found,) = read_source(source, ReadContext(SCHEME), chosen)
    assert isinstance(found, Rejection)
    return found.reason


def test_a_file_of_no_known_format_is_told(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")

    assert "say it with --format" in sole_reason(path)


def test_a_json_list_called_native_is_told_as_such(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('[{"text": "a"}]')

    assert "not a list" in sole_reason(path, find("jsonl", reads=True))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    make(tmp_path, "1.txt")
    (tmp_path / "1.txt").chmod(0)

    assert sole_reason(tmp_path / "1.txt") == "cannot be read: Permission denied"


@pytest.mark.parametrize(
    "name, content, wanted",
    [
        ("a.jsonl", "{}", "jsonl"),
        ("a.ndjson", "", "jsonl"),
        ("a.txt", NEWS, "text"),
        ("a.txt", '{"text": "a"}', "jsonl"),
        ("a.json", '{"id": 1}', "json"),
        ("a.csv", "text\na", "csv"),
        ("a.TSV", "text\na", "csv"),
    ],
)
def test_a_format_is_guessed_from_name_and_content(tmp_path, name, content, wanted):
    from annotator.formats.registry import guess

    assert guess(tmp_path / name, content.encode()).name == wanted


def test_a_format_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(UserError, match="'xml' to import: choose one of jsonl, text, csv"):
        find("xml", reads=True)
    with pytest.raises(UserError, match="'text' to export: choose one of jsonl, scheme"):
        find("text", writes=True)
