"""Word and Excel: what is taken, and that no document can hurt."""

import datetime as dt
import io
import zipfile

import pytest

from annotator.formats import docx as word
from annotator.formats import excel, office
from formats.documents import docx, paragraph, xlsx, zipped
from formats.reading import articles, read_all, reasons

TEXT = "وزیر گفت: «می‌رویم»."


def test_a_document_is_its_paragraphs_tables_and_footnotes():
    cell = "<w:tc>{}</w:tc>"
    row = f"<w:tr>{cell.format(paragraph('سال'))}{cell.format(paragraph('واگن') * 2)}</w:tr>"
    body = paragraph(TEXT) + paragraph("") + f"<w:tbl>{row}</w:tbl>" + paragraph("پایان")
    notes = f'<w:footnote w:id="0">{paragraph("")}</w:footnote><w:footnote>{paragraph("پانویس")}</w:footnote>'
    (found,) = articles(read_all(word.read, docx(body, title="عنوان", notes=notes), "خبر.docx"))

    assert found.text == f"{TEXT}\n\nسال\tواگن واگن\nپایان\nپانویس"
    assert (found.id, found.meta) == (
        "خبر",
        {"title": "عنوان", "published": "2025-12-17T08:30:00Z"},
    )


def test_deleted_text_and_the_second_form_of_a_picture_stay_out_and_breaks_become_lines():
    body = (
        "<w:p><w:r><w:t>الف</w:t><w:tab/><w:t>ب</w:t><w:br/><w:t>پ</w:t></w:r>"
        "<w:del><w:r><w:delText>حذف</w:delText><w:t>حذف</w:t></w:r></w:del>"
        '<mc:Fallback xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<w:r><w:t>دوباره</w:t></w:r></mc:Fallback></w:p>"
    )
    (found,) = articles(read_all(word.read, docx(body)))

    assert found.text == "الف\tب\nپ"


def test_a_sheet_is_read_like_a_table():
    rows = [
        ["شناسه", "متن", "تاریخ", "کد", None],
        [7, TEXT, dt.date(2025, 12, 17), 3.0, None],
        [],
        ["b", "=SUM(A1:A2)", "۲۶ آذر ۱۴۰۴", None, None],
    ]
    first, second = articles(read_all(excel.read, xlsx(rows)))

    assert (first.id, first.text) == ("7", TEXT)
    assert first.meta == {"published": "2025-12-17", "کد": "3"}
    assert (second.text, second.meta["published"]) == ("=SUM(A1:A2)", "2025-12-17")


def test_bad_rows_are_rejected_by_their_number_and_the_rest_taken():
    found = read_all(excel.read, xlsx([["text"], ["الف"], ["", "x"], ["ب"]]))

    assert [str(one) for one in found if not hasattr(one, "article")] == [
        "f:3: the row has a value in column 2, which has no name"
    ]
    assert len(found) == 3


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no zip", "f:1: the file is no Word document, or it is damaged"),
        (
            zipped([("a.txt", "x")]),
            "f:1: the file is no Word document: it has no word/document.xml",
        ),
        (docx("", head=BOMB), "entities of its own, which is refused"),
        (docx("", head=EXTERNAL), "entities of its own, which is refused"),
        (docx("<w:p>" * 300 + "</w:p>" * 300), "word/document.xml is nested too deeply"),
        (docx("<w:p>"), "word/document.xml is no well-formed XML"),
        (docx(paragraph(" ")), "f:1: the file holds no text of an article"),
        (docx(paragraph("x" * 40_000_000)), "unpacks to more than 200 times its size"),
    ],
    ids=["no zip", "another zip", "bomb", "external", "deep", "broken", "blank", "swells"],
)
def test_a_bad_document_is_rejected_in_a_sentence(data, reason):
    (found,) = reasons(read_all(word.read, data))

    assert reason in found
    assert found.startswith("f:1: ")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"<x/>", b"\x00", BOMB.encode() + b"<w>&b;</w>"])
def test_a_damaged_part_of_a_workbook_never_gets_further_than_a_sentence(part, content):
    whole = zipfile.ZipFile(io.BytesIO(xlsx([["text"], [TEXT]])))
    parts = [(n, content if n == part else whole.read(n)) for n in whole.namelist()]

    for one in read_all(excel.read, zipped(parts)):
        assert hasattr(one, "article") or str(one).startswith("f:1: ")


def test_what_a_document_says_of_its_size_is_not_believed(monkeypatch):
    monkeypatch.setattr(office, "UNPACKED_LIMIT", 1000)
    data = docx(paragraph("ا" * 2000)).replace((4100).to_bytes(4, "little"), b"\x01\x00\x00\x00")

    (found,) = reasons(read_all(word.read, data))
    assert "unpacks to more" in found or "damaged" in found
