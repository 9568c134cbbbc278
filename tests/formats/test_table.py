"""Tables: columns by their names, rows taken whole or rejected by line."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import Rejection
from annotator.formats import table
from annotator.formats.dates import iso_date
from annotator.formats.records import ReadContext
from formats.conftest import SCHEME


def read(content, encoding="utf-8"):
    data = content if isinstance(content, bytes) else content.encode(encoding)
    return list(table.read(io.BytesIO(data), "t.csv", ReadContext(SCHEME)))


def reasons(found):
    return [(r.line, r.reason) for r in found if isinstance(r, Rejection)]


@pytest.mark.parametrize(
    "header",
    [
        "id,text,title,source,url,published",
        "شناسه,متن,عنوان,خبرگزاری,نشانی,تاریخ",
        "ID,Body,Headline,Agency,Link,Date",
        " id , متن خبر ,تيتر,منبع,لینک,تاریخ انتشار",
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_are_found_by_their_names_whatever_the_delimiter(header, delimiter):
    rows = f"{header}\nخ۱,متن یک,ت,ایرنا,http://x,2025-12-17\n".replace(",", delimiter)
    (found,) = read(rows)

    assert (found.article.id, found.article.text, found.own_id) == ("خ۱", "متن یک", True)
    assert found.article.meta == {
        "title": "ت",
        "source": "ایرنا",
        "url": "http://x",
        "published": "2025-12-17",
    }
    assert (found.file, found.line, found.layer) == ("t.csv", 2, None)


def test_other_columns_go_to_the_metadata_and_empty_cells_nowhere():
    (found,) = read("text,گروه,,title\nالف,سیاسی,x,\n")

    assert found.article.meta == {"گروه": "سیاسی", "column_3": "x"}


def test_a_second_column_for_the_same_is_metadata_under_its_own_name():
    (found,) = read("text,body\nالف,ب\n")

    assert (found.article.text, found.article.meta) == ("الف", {"body": "ب"})


def test_a_row_without_an_id_gets_one_made_from_its_text():
    first, second = read("text\nالف\nالف\n")

    assert first.article.id == second.article.id
    assert not first.own_id


def test_a_cell_may_hold_line_ends_and_lines_are_counted_on():
    first, bad, last = read('id,text\r\na,"یک\r\nدو"\r\nb\r\nc,سه\r\n')

    assert first.article.text == "یک\nدو"
    assert first.cleaning == (("crlf", 1),)
    assert (first.line, last.line) == (2, 5)
    assert reasons([bad]) == [(4, "the row has 1 cells, the header has 2")]


@pytest.mark.parametrize(
    "content, line, reason",
    [
        ("", 1, "the file is empty"),
        (
            "title,date\na,b\n",
            1,
            "no column holds the text: name one text or body or content or متن (the first row has: title, published)",
        ),
        ("text,x,x\na,b,c\n", 1, "two columns are named 'x': rename one of them"),
        ("id,text\na,b,c\n", 2, "the row has 3 cells, the header has 2"),
        ("id,text\na,\n", 2, "text is empty"),
        ("id,text\na\u202eb,c\n", 2, "id holds characters that no name may hold (U+202E)"),
        ('id,text\na,"b"c\n', 2, "the row is broken: ',' expected after '\"'"),
        ('id,text\na,"b\nc\n', 2, "the row is broken: unexpected end of data"),
    ],
)
def test_what_cannot_be_taken_is_rejected_by_its_line(content, line, reason):
    assert reasons(read(content)) == [(line, reason)]


def test_rows_after_a_bad_one_are_taken():
    found = read('id,text\na,"b"c\nd,e\n')

    assert [getattr(one, "article", None) and one.article.id for one in found] == [None, "d"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_tables_come_in_several_encodings(encoding):
    text = "وزير گفت که اين قرارداد را در تهران امضا کرديم و به آن عمل مي کنيم"
    (found,) = read(f"id,text\na,{text}\n", encoding)

    assert found.article.text == text
    assert found.encoding == ("cp1256" if encoding == "cp1256" else "")


def test_bytes_that_do_not_fit_end_the_reading_with_a_word():
    good = "خبر,متن\n" * 100_000
    found = read(("id,text\n" + good).encode() + b"x,\xff\xfe\n" + "ب,پ\n".encode())

    assert isinstance(found[-1], Rejection)
    assert "the file is not utf-8" in found[-1].reason


@pytest.mark.parametrize(
    "given_date, wanted",
    [
        ("2025-12-17", "2025-12-17"),
        ("2025-12-17T08:30:00Z", "2025-12-17T08:30:00Z"),
        ("۱۴۰۴/۹/۲۶", "2025-12-17"),
        ("1404-09-26 08:30", "2025-12-17 08:30"),
        ("2025/12/7", "2025-12-07"),
        ("1404/13/01", "1404/13/01"),
        ("1403/12/30", "2025-03-20"),
        ("1404/12/30", "1404/12/30"),
        ("دیروز", "دیروز"),
        ("12.5.2025", "12.5.2025"),
    ],
)
def test_dates_become_iso_where_they_are_dates(given_date, wanted):
    assert iso_date(given_date) == wanted


def test_a_date_as_it_was_given_is_kept_beside():
    (found,) = read("text,تاریخ\nالف,۱۴۰۴/۹/۲۶\n")

    assert found.article.meta == {"published": "2025-12-17", "published_given": "۱۴۰۴/۹/۲۶"}


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_no_table_whatever_makes_the_reader_fail(content):
    if isinstance(content, str):
        content = "id,text\n" + content
        content = content.encode(errors="replace")
    for found in read(content):
        assert isinstance(found, Rejection) or found.article.text.strip()
