"""The names of the columns of a file, for somebody who is to say which of them is what."""

from __future__ import annotations

from annotator.formats import excel, json_articles, table
from annotator.formats.registry import guess
from annotator.formats.sources import HEAD, Source

_READ = {
    "csv": table.names,
    "xlsx": excel.names,
    "json": json_articles.names,
    "jsonl": json_articles.names,
}


def column_names(source: Source) -> tuple[str, ...]:
    """Return the names in the order of the file; none where its format has no columns."""
    try:
        with source.path.open("rb") as stream:
            head = stream.read(HEAD)
            stream.seek(0)
            read = _READ.get(guess(source.path, head).name)
            return read(stream) if read else ()
    except (ValueError, OSError):
        # the reader says what is wrong with the file
        return ()
