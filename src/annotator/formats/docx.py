"""Word documents: one article each, of the paragraphs and tables of its body and its footnotes.

Headers, footers, comments, deleted text, pictures and styles are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO
from xml.etree.ElementTree import Element

from annotator.domain.article import PUBLISHED, SOURCE, TITLE
from annotator.domain.errors import Rejection
from annotator.formats.lines import LINE_LIMIT
from annotator.formats.office import OfficeFile
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.formats.single import single_article

_BODY, _NOTES, _PROPERTIES = "word/document.xml", "word/footnotes.xml", "docProps/core.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# the second form of a picture or formula for older programs would come twice
_PASSED_OVER = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{_WORD}del",
    f"{_WORD}moveFrom",
    f"{_WORD}instrText",
}
_PROPERTY_KEYS = {"title": TITLE, "creator": "author", "created": PUBLISHED, "publisher": SOURCE}
_SINGLE = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield the one article of a Word document."""
    try:
        document = OfficeFile(source, "Word document", _BODY)
        text = _text(document)
        meta = _meta(document)
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, None, str(error), "")
        return
    yield single_article(text, meta, name, context)


def _text(document: OfficeFile) -> str:
    """Return the body and then the footnotes, a line for each paragraph."""
    found = _lines(document, _BODY)
    if _NOTES in document:
        found = chain(found, filter(str.strip, _lines(document, _NOTES)))
    lines: list[str] = []
    left = LINE_LIMIT
    for line in found:
        lines.append(line)
        left -= len(line) + 1
        if left < 0:
            raise ValueError(f"the document is longer than {LINE_LIMIT // 1024**2} Mi characters")
    return "\n".join(lines).strip("\n")


def _lines(document: OfficeFile, part: str) -> Iterator[str]:
    """Yield paragraphs; the cells of a row of a table as one line, with tabs in between."""
    walk = _Walk()
    for event, element in document.elements(part):
        if event == "start":
            walk.start(element.tag)
        else:
            yield from walk.end(element)


class _Walk:
    """Where in the document the reader is: in which paragraph, row and cell."""

    def __init__(self) -> None:
        self._paragraph: list[str] = []
        self._cells: list[str] | None = None
        self._cell: list[str] = []
        self._tables = 0
        self._hidden = 0

    def start(self, tag: str) -> None:
        if tag in _PASSED_OVER:
            self._hidden += 1
        elif tag == f"{_WORD}tbl":
            self._tables += 1
        elif self._tables == 1 and tag == f"{_WORD}tr":
            self._cells = []
        elif self._tables == 1 and tag == f"{_WORD}tc":
            self._cell = []

    def end(self, element: Element) -> Iterator[str]:
        tag = element.tag
        local = tag.removeprefix(_WORD)
        if tag in _PASSED_OVER:
            self._hidden -= 1
        elif tag == f"{_WORD}t" and not self._hidden:
            self._paragraph.append(element.text or "")
        elif local in _SINGLE and tag != local and not self._hidden:
            self._paragraph.append(_SINGLE[local])
        elif local == "p" and tag != local:
            yield from self._end_paragraph()
            element.clear()
        elif tag == f"{_WORD}tbl":
            self._tables -= 1
        elif self._tables == 1 and local == "tc":
            assert self._cells is not None
            self._cells.append(" ".join(filter(None, self._cell)))
        elif self._tables == 1 and local == "tr" and self._cells is not None:
            yield "\t".join(self._cells)
            self._cells = None

    def _end_paragraph(self) -> Iterator[str]:
        line = "".join(self._paragraph)
        self._paragraph.clear()
        if self._tables:
            self._cell.append(line.replace("\n", " ").strip())
        else:
            yield line


def _meta(document: OfficeFile) -> dict[str, str]:
    if _PROPERTIES not in document:
        return {}
    found: dict[str, str] = {}
    for event, element in document.elements(_PROPERTIES):
        key = _PROPERTY_KEYS.get(element.tag.rpartition("}")[2])
        if event == "end" and key and (element.text or "").strip():
            found[key] = (element.text or "").strip()
    return found
