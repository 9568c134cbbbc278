"""Documents and archives made in memory for tests."""

import io
import zipfile
from xml.sax.saxutils import escape

from openpyxl import Workbook

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{}</dc:title>'
    "<dcterms:created>2025-12-17T08:30:00Z</dcterms:created></cp:coreProperties>"
)


def zipped(entries, **options) -> bytes:
    """Return a zip archive of (name or ZipInfo, content) pairs."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in entries:
            data = content.encode() if isinstance(content, str) else content
            archive.writestr(name, data)
    return target.getvalue()


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx(body: str, *, title: str = "", notes: str = "", head: str = "") -> bytes:
    """Return a Word document of a body in XML; `head` stands before the root element."""
    parts = [
        ("word/document.xml", f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>")
    ]
    if title:
        parts.append(("docProps/core.xml", CORE.format(escape(title))))
    if notes:
        parts.append(("word/footnotes.xml", f"<w:footnotes {WORD}>{notes}</w:footnotes>"))
    return zipped(parts)


def xlsx(rows) -> bytes:
    """Return an Excel workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
