"""An article: an immutable text with metadata, and the hash that proves it unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.domain.ids import ArticleId
from annotator.domain.span import Json

TITLE, SOURCE, URL, PUBLISHED = "title", "source", "url", "published"
_TITLE_LENGTH = 80


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, as lower-case hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def id_from_text(text: str) -> ArticleId:
    """Make the id of an article that came without one; the same text gives the same id."""
    return ArticleId(text_hash(text)[:16])


@dataclass(frozen=True, slots=True)
class Article:
    """A text of record; `meta` holds any JSON under any key, the four known ones as strings."""

    id: ArticleId
    text: str
    meta: Mapping[str, Json] = field(default_factory=dict)
    direction: str = "rtl"
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", text_hash(self.text))

    def known(self, key: str) -> str:
        """Return a metadata value as text, empty where it is missing or no string."""
        value = self.meta.get(key, "")
        return value if isinstance(value, str) else ""

    @property
    def title(self) -> str:
        """The title to show: of the metadata, else the first line that is not blank."""
        return self.known(TITLE) or first_line(self.text) or self.id


def first_line(text: str) -> str:
    """Return the first line with something in it, cut for a list."""
    start = len(text) - len(text.lstrip())
    line = text[start : start + 4 * _TITLE_LENGTH].split("\n", 1)[0].strip()
    return line if len(line) <= _TITLE_LENGTH else line[: _TITLE_LENGTH - 1] + "…"
