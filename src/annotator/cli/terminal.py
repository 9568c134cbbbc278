"""What the terminal can do: its width, its colours, and whether it sets right-to-left text."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.persian import display

_MIN_WIDTH = 40
_VTE_WITH_BIDI = 5800
_RIGHT_TO_LEFT_MARK = "\u200f"
# of the terminal's own palette, which reads on its ground, unlike fixed colours
_COLORS = (36, 33, 35, 32, 34, 31)
_TAG = re.compile(r"([^\s\[\]…#]+)#\d+")


@dataclass(frozen=True, slots=True)
class Screen:
    """Where text is printed.

    `marks`: lines of right-to-left text are told to begin so. `labels`: whose tags get a colour.
    """

    width: int = 80
    bidi: bool = True
    colors: bool = False
    marks: bool = False
    labels: tuple[str, ...] = ()

    def text(self, text: str) -> str:
        """Return words of an article, safe and readable here."""
        return display.terminal(text, bidi=self.bidi)

    def rtl_line(self, line: str) -> str:
        """Return a line that reads from the right border."""
        shown = self.text(line)
        if self.bidi:
            return _RIGHT_TO_LEFT_MARK + shown if self.marks else shown
        return " " * (self.width - columns(shown)) + shown

    def bold(self, text: str) -> str:
        """Return a text standing out, where the terminal has colours."""
        return f"\x1b[1m{text}\x1b[0m" if self.colors else text

    def tagged(self, line: str) -> str:
        """Return a line with the names of its spans (`LABEL#1`) in the colours of their labels."""
        return _TAG.sub(self._tag, line) if self.colors and self.labels else line

    def _tag(self, tag: re.Match[str]) -> str:
        if tag[1] not in self.labels:
            return tag[0]
        color = _COLORS[self.labels.index(tag[1]) % len(_COLORS)]
        return f"\x1b[{color}m{tag[0]}\x1b[0m"


def columns(text: str) -> int:
    """Return how many columns a text takes: marks stand above others, format characters nowhere."""
    return sum(1 for char in text if unicodedata.category(char) not in {"Mn", "Me", "Cf"})


def find(bidi: str, labels: tuple[str, ...] = ()) -> Screen:
    """Return what standard output is; `bidi` is `auto`, `yes` or `no`."""
    tty = sys.stdout.isatty()
    able = {"yes": True, "no": False}.get(bidi, not tty or has_bidi(os.environ))
    return Screen(
        width=max(_MIN_WIDTH, shutil.get_terminal_size().columns),
        bidi=able,
        colors=tty and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        marks=tty,
        labels=labels,
    )


def has_bidi(environment: Mapping[str, str]) -> bool:
    """Tell by its marks whether a terminal sets right-to-left text itself."""
    vte = environment.get("VTE_VERSION", "")
    if vte.isdecimal():
        return int(vte) >= _VTE_WITH_BIDI
    if environment.get("KONSOLE_VERSION") or environment.get("TERM", "").startswith("mlterm"):
        return True
    return environment.get("TERM_PROGRAM") == "Apple_Terminal"
