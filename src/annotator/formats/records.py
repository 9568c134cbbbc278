"""What every reader yields and every writer takes, whatever the format.

A reader is a generator over an open binary file with bounded memory: it yields a `Record` for each
article or layer and a `Rejection` for each record it cannot take, and never raises for one record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.layer import Layer, Status
from annotator.domain.scheme import Scheme

IMPORTED = "imported"
RECORD_LIMIT = 64 * 1024
# the line to name where it is the file as a whole that cannot be taken
WHOLE_FILE = 1

Counts = tuple[tuple[str, int], ...]


class RelationUse(NamedTuple):
    """A relation type in use and the labels at its ends."""

    label: str
    source_label: str
    target_label: str


@dataclass(frozen=True, slots=True)
class ReadContext:
    """What a reader has to know of the project and of the wishes of whoever imports.

    `annotator` and `status` are for layers that name none; without a status such a layer is
    `started`, or `new` where it is empty. `article_id` names the article of a file that holds one.
    `columns` says which column or key holds what: pairs of `text`, `title` … and its name.
    """

    scheme: Scheme
    add_labels: bool = False
    annotator: str = IMPORTED
    status: Status | None = None
    article_id: str = ""
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """An article, with one layer on it where the file holds one.

    `own_id` tells whether the file named the article; else the id was made from the text.
    `cleaning` counts what the clean-up changed, `notices` what was kept but is worth telling,
    `encoding` is set where it was assumed. `unknown_*` is what the scheme lacks; it stands here
    only when `ReadContext.add_labels` let it pass.
    """

    file: str
    line: int | None
    article: Article
    layer: Layer | None = None
    own_id: bool = True
    cleaning: Counts = ()
    notices: Counts = ()
    encoding: str = ""
    unknown_labels: tuple[str, ...] = ()
    unknown_relations: tuple[RelationUse, ...] = ()


Labelled = tuple[Article, Sequence[Layer]]
Reader = Callable[[BinaryIO, str, ReadContext], Iterator[Record | Rejection]]
Writer = Callable[[Iterable[Labelled], Scheme], Iterator[bytes]]


def rejection(file: str, line: int | None, field: str | None, reason: str, raw: str) -> Rejection:
    """Make a rejection that keeps the record to the letter, up to a limit of memory."""
    kept = raw if len(raw) <= RECORD_LIMIT else raw[:RECORD_LIMIT] + "…"
    return Rejection(file, line, field, reason, kept)
