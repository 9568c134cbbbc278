"""The table of formats: what the command line, the dialogs and the manual all list."""

from __future__ import annotations

from pathlib import PurePath

from annotator.domain.errors import UserError
from annotator.formats import (
    archive,
    docx,
    excel,
    json_articles,
    jsonl,
    scheme,
    table,
    text,
    web_page,
)
from annotator.formats.columns import COLUMNS, TEXT
from annotator.formats.exchange import EXCHANGE
from annotator.formats.format import Format
from annotator.formats.holds import NATIVE

__all__ = ["FORMATS", "Format", "find", "guess", "readable_suffixes"]

FORMATS: tuple[Format, ...] = (
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        "everything: articles, layers, gold with where it comes from; the native format",
        read=jsonl.read,
        write=jsonl.write,
        declares=NATIVE,
    ),
    Format(
        "text",
        (".txt",),
        "the text of one article a file; its id is the name of the file",
        read=text.read,
    ),
    Format(
        "csv",
        (".csv", ".tsv"),
        "articles with their metadata, one a row; commas, semicolons or tabs",
        read=table.read,
    ),
    Format(
        "xlsx",
        (".xlsx", ".xlsm"),
        "articles with their metadata, one a row of the first sheet",
        read=excel.read,
    ),
    Format(
        "json",
        (".json",),
        "articles with their metadata: objects in a list or one a line, keys as columns of tables",
        read=json_articles.read,
    ),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        "the main text of one saved web page, with headline, agency, date and address",
        read=web_page.read,
    ),
    Format(
        "docx",
        (".docx",),
        "the text of one Word document, with title and date",
        read=docx.read,
    ),
    Format(
        "zip",
        (".zip",),
        "any of these files, read as in a folder",
        read=archive.read,
    ),
    Format(
        "scheme",
        (".json",),
        "the label scheme of the project alone",
        write=scheme.write,
        with_articles=False,
    ),
    *EXCHANGE,
)


_TEXT_KEYS = [f'"{name}"'.encode() for name in COLUMNS[TEXT] if name != TEXT]


def find(name: str, *, reads: bool = False, writes: bool = False) -> Format:
    """Return a format by name that can be read or written as asked; `UserError` where none is."""
    fitting = [f for f in FORMATS if (f.reads or not reads) and (f.writes or not writes)]
    for one in fitting:
        if one.name == name:
            return one
    names = ", ".join(f.name for f in fitting)
    does = "import" if reads else "export" if writes else "know"
    raise UserError(f"There is no format {name!r} to {does}: choose one of {names}.")


def readable_suffixes() -> tuple[str, ...]:
    """Return the endings of file names that an import of a folder looks for."""
    found = (suffix for one in FORMATS if one.reads for suffix in one.suffixes)
    return tuple(dict.fromkeys(found))


def guess(path: PurePath, head: bytes) -> Format:
    """Return the format of a file by its name and its first bytes; ValueError where unclear."""
    for one in FORMATS:
        if one.recognises is not None and one.reads and one.recognises(path, head):
            return one
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{") and b'"text"' in start and path.suffix.lower() != ".json":
        return find("jsonl")
    if start.startswith(b"{") and any(name in start for name in _TEXT_KEYS):
        return find("json")
    suffix = path.suffix.lower()
    for one in FORMATS:
        if one.reads and suffix in one.suffixes:
            return one
    if start.startswith(b"["):
        return find("json")
    if start.startswith(b"{"):
        return find("jsonl")
    raise ValueError("the format cannot be told from the name of the file: say it with --format")
