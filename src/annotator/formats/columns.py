"""Articles from named columns: which column is what, and the article that a row of cells makes.

Shared by tables, spreadsheets and JSON of any shape; how their rows are read is their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.domain.article import PUBLISHED, SOURCE, TITLE, URL, Article, id_from_text
from annotator.domain.errors import Rejection
from annotator.domain.ids import ArticleId
from annotator.domain.span import Json
from annotator.formats import fields
from annotator.formats.dates import iso_date
from annotator.formats.fields import BadField
from annotator.formats.records import ReadContext, Record, rejection
from annotator.persian.clean import clean, notices
from annotator.persian.fold import name_key

ID, TEXT = "id", "text"
PUBLISHED_GIVEN = "published_given"
COLUMNS: Mapping[str, Sequence[str]] = {
    TEXT: ("text", "body", "content", "متن", "متن خبر", "متن کامل", "محتوا"),
    ID: ("id", "article_id", "doc_id", "شناسه", "کد خبر"),
    TITLE: ("title", "headline", "عنوان", "تیتر"),
    SOURCE: ("source", "agency", "خبرگزاری", "منبع", "رسانه"),
    URL: ("url", "link", "نشانی", "لینک"),
    PUBLISHED: ("published", "date", "published_at", "تاریخ", "تاریخ انتشار"),
}
_KEYS = {name_key(name): key for key, names in COLUMNS.items() for name in names}


class Place(NamedTuple):
    """Where a row stands, and the encoding where it was assumed."""

    file: str
    line: int | None
    encoding: str = ""


def column_keys(names: Sequence[str], chosen: Mapping[str, str]) -> tuple[str, ...]:
    """Return the key for each column: the chosen ones, known ones by their names, else the name.

    `chosen` gives the name of the column for a key.
    """
    wanted = {name_key(column.strip()): key for key, column in chosen.items()}
    keys: list[str] = []
    for number, name in enumerate(names, 1):
        folded = name_key(name.strip())
        known = wanted.get(folded) or _KEYS.get(folded)
        taken = known in keys or (known in chosen and folded not in wanted)
        own = name.strip() or f"column_{number}"
        if known is not None and taken and own in chosen:
            own = f"{own}_other"
        keys.append(own if known is None or taken else known)
    return tuple(keys)


def why_no_columns(keys: Sequence[str], chosen: Mapping[str, str], row: str) -> str:
    """Return why columns of these keys make no articles, empty where they do."""
    seen = ", ".join(keys) or "none"
    for key, column in chosen.items():
        if key not in keys:
            return f"no column is named {column!r} ({row} has: {seen})"
    if TEXT not in keys:
        named = " or ".join(COLUMNS[TEXT][:4])
        return f"no column holds the text: name one {named} ({row} has: {seen})"
    twice = {key for key in keys if keys.count(key) > 1}
    return f"two columns are named {min(twice)!r}: rename one of them" if twice else ""


def article_of(cells: Mapping[str, Json], place: Place, context: ReadContext) -> Record | Rejection:
    """Return the article of a row by the keys of its columns, or why it cannot be taken."""
    try:
        return _record(cells, place, context)
    except BadField as error:
        return rejection(place.file, place.line, error.field, str(error), str(cells))
    except ValueError as error:
        return rejection(place.file, place.line, TEXT, str(error), str(cells))


def _record(cells: Mapping[str, Json], place: Place, context: ReadContext) -> Record:
    cleaned = clean(fields.text(cells, TEXT))
    if not cleaned.text.strip():
        raise BadField(TEXT, "is empty")
    identity = cells.get(ID)
    identity = str(identity) if type(identity) is int else fields.text(cells, ID).strip()
    fields.check_name(identity, ID)
    article = Article(
        ArticleId(identity or id_from_text(cleaned.text)),
        cleaned.text,
        article_meta(cells),
        context.scheme.direction,
    )
    return Record(
        place.file,
        place.line,
        article,
        own_id=bool(identity),
        cleaning=cleaned.changes,
        notices=notices(cleaned.text),
        encoding=place.encoding,
    )


def article_meta(cells: Mapping[str, Json]) -> dict[str, Json]:
    """Return what stands in the other columns; a date as ISO with the given one beside it."""
    meta = {key: _cell(value, key) for key, value in cells.items() if key not in {ID, TEXT}}
    meta = {key: value for key, value in meta.items() if value not in ("", None)}
    given = meta.get(PUBLISHED)
    if isinstance(given, str) and (date := iso_date(given)) != given:
        meta |= {PUBLISHED: date, PUBLISHED_GIVEN: given}
    return meta


def _cell(value: Json, key: str) -> Json:
    return clean(value).text.strip() if isinstance(value, str) else fields.keep(value, key)
