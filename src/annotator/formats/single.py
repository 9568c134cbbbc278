"""The article of a file that holds one: web pages and documents; named by its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from annotator.domain.errors import Rejection
from annotator.formats.columns import ID, TEXT, Place, article_of
from annotator.formats.records import WHOLE_FILE, ReadContext, Record, rejection


def single_article(
    text: str, meta: Mapping[str, str], name: str, context: ReadContext, encoding: str = ""
) -> Record | Rejection:
    """Return the article with the text and metadata that were found in a file."""
    if not text.strip():
        return rejection(name, WHOLE_FILE, TEXT, "the file holds no text of an article", "")
    identity = context.article_id or PurePath(name).stem
    cells = {ID: identity, TEXT: text} | {k: v for k, v in meta.items() if k not in {ID, TEXT}}
    return article_of(cells, Place(name, WHOLE_FILE, encoding), context)
