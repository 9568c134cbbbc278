"""Plain text files: one article each, cleaned up, its id the name of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.ids import ArticleId
from annotator.formats import fields
from annotator.formats.fields import BadField
from annotator.formats.lines import LINE_LIMIT
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection
from annotator.persian.clean import clean, decode, notices


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield the one article of a text file, in any of the encodings that can be told apart."""
    data = source.read(LINE_LIMIT + 1)
    try:
        yield _record(data, name, context)
    except BadField as error:
        yield rejection(name, WHOLE_FILE, error.field, str(error), "")
    except ValueError as error:
        yield rejection(name, WHOLE_FILE, "text", str(error), "")


def _record(data: bytes, name: str, context: ReadContext) -> Record:
    if len(data) > LINE_LIMIT:
        raise ValueError(f"the file is longer than {LINE_LIMIT // 1024**2} MiB; cut it up")
    if not data:
        raise ValueError("the file is empty")
    decoded = decode(data)
    cleaned = clean(decoded.text)
    if not cleaned.text.strip():
        raise ValueError("the file holds no text, only blanks")
    identity = context.article_id or PurePath(name).stem
    fields.check_name(identity, "the name of the file")
    article = Article(ArticleId(identity), cleaned.text, {}, context.scheme.direction)
    return Record(
        name,
        None,
        article,
        cleaning=cleaned.changes,
        notices=notices(cleaned.text),
        encoding="" if decoded.certain else decoded.encoding,
    )
