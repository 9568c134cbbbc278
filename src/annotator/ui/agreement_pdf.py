"""The report on agreement as PDF: the HTML page set by Qt, its pictures drawn from their SVG."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from annotator.agreement.report import Report
from annotator.domain.errors import UserError
from annotator.storage.publish import partial_name, replace
from annotator.ui import fonts
from annotator.workspace.agreement_export import About
from annotator.workspace.agreement_html import page

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_PLAIN = (
    "<style>body{font-size:11px}h1{font-size:18px}h2{font-size:14px;margin-top:14px}"
    ".figure{font-size:36px;font-weight:bold}.muted{color:#5f656e}"
    "th{color:#5f656e;font-weight:normal;text-align:left}td,th{font-size:10px}</style>"
)
_PICTURE = re.compile(r"<svg .*?</svg>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]>.*?</t[hd]>", re.DOTALL)
_SCALE = 3
_WIDTH = 590


def write_pdf(found: Report, about: About, target: Path) -> None:
    """Write the report as PDF in A4."""
    document = QTextDocument()
    document.setDefaultFont(fonts.font(11))
    option = QTextOption()
    rtl = about.language == "fa"
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    document.setDefaultTextOption(option)
    document.setHtml(_with_images(document, page(found, about)))
    partial = partial_name(target)
    try:
        writer = QPdfWriter(str(partial))
        # sizes in the page are pixels of a screen
        writer.setResolution(96)
        writer.setTitle(about.project)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(5, 5, 5, 5), QPageLayout.Unit.Millimeter)
        document.print_(writer)
        del writer
        replace(partial, target)
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)


def _with_images(document: QTextDocument, html: str) -> str:
    """Put an image in the place of each picture; Qt's documents know no SVG inside HTML."""

    def image(match: re.Match[str]) -> str:
        name = f"picture-{match.start()}.png"
        drawn = _drawn(match[0].replace('font-family="inherit"', 'font-family="Vazirmatn"'))
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), drawn)
        width = min(_WIDTH, drawn.width() // _SCALE)
        return f'<p><img src="{name}" width="{width}"></p>'

    html = _STYLE.sub(_PLAIN, html).replace("<table>", '<table width="100%" cellpadding="3">')
    if document.defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft:
        # Qt's documents lay columns out from the left in either direction
        html = _ROW.sub(_mirrored, html)
    return _PICTURE.sub(image, html)


def _mirrored(row: re.Match[str]) -> str:
    return f"<tr>{''.join(reversed(_CELL.findall(row[0])))}</tr>"


def _drawn(picture: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(picture.replace("<svg ", _ROOT, 1).encode()))
    size = renderer.defaultSize() * _SCALE
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


_ROOT = '<svg xmlns="http://www.w3.org/2000/svg" '
