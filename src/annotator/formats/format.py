"""What a format is to the rest of the program: a name, a reader, a writer and what it can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from annotator.formats.holds import Holds
from annotator.formats.records import Reader, Writer


@dataclass(frozen=True, slots=True)
class Format:
    """A file format; `holds` says in words what it can hold, `loses` what an export leaves out.

    `declares` says the same to the loss report; `recognises` tells a file of it by its name and
    first bytes, for formats that share their suffix with others.
    """

    name: str
    suffixes: tuple[str, ...]
    holds: str
    loses: str = ""
    read: Reader | None = None
    write: Writer | None = None
    with_articles: bool = True
    declares: Holds | None = None
    recognises: Callable[[PurePath, bytes], bool] | None = None

    @property
    def reads(self) -> bool:
        """Tell whether files of it can be imported."""
        return self.read is not None

    @property
    def writes(self) -> bool:
        """Tell whether an export can be written in it."""
        return self.write is not None
