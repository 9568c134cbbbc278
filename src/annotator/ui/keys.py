"""Keys by their place on the keyboard: the same key acts under a Latin and a Persian layout.

A key event offers candidates: the Latin letter or digit it types (Persian and Arabic digits count
as digits), the sign it types, and the place of the key on a US keyboard. The first candidate that
some action is bound to wins. Which action has which key is `commands.actions`' table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui import i18n

_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./"}
# Linux key codes and the set-1 scan codes of Windows agree on these keys.
_PLACES = {first + i: key for first, row in _ROWS.items() for i, key in enumerate(row)}
_PLACES[57] = "Space"
_X11_OFFSET = 8
_MAC_ROWS = "ASDFHGZXCV\0BQWERYT123465=97-80]OU[IP\0LJ'K;\\,/NM.\0\0`"
_MAC_PLACES = {code: key for code, key in enumerate(_MAC_ROWS) if key != "\0"}
_MAC_PLACES[49] = "Space"
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
_DIGITS = {ord(a) + i: str(i) for a in "۰٠" for i in range(10)}
_SIGNS = {"؟": "?", "٬": ",", "،": ",", "؛": ";", "÷": "`", "×": "~"}
_NAMED = {
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_PageDown: "PgDn",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
} | {Qt.Key(int(Qt.Key.Key_F1) + i): f"F{i + 1}" for i in range(12)}
_SYMBOLS = {"Return": "↵", "Esc": "Esc", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class Combo(NamedTuple):
    """A key with its modifiers; `key` is a US key cap or a name such as `PgDn`."""

    key: str
    ctrl: bool = False
    alt: bool = False
    shift: bool = False

    def __str__(self) -> str:
        """Return the form of the table and the settings: `Ctrl+Shift+F`."""
        names = [n for n, on in (("Ctrl", self.ctrl), ("Alt", self.alt), ("Shift", self.shift))]
        held = [n for n, on in zip(names, (self.ctrl, self.alt, self.shift), strict=True) if on]
        return "+".join([*held, self.key])

    @property
    def is_plain(self) -> bool:
        """Tell whether it would type something where text is written."""
        return not (self.ctrl or self.alt) and (len(self.key) == 1 or self.key in _TYPING)


_TYPING = {"Space", "Backspace", "Delete", "Return", "Tab"}


def parse(spec: str) -> Combo:
    """Read `Ctrl+Shift+F`, `]` or `+`."""
    head, key = ("", spec) if len(spec) == 1 else _split(spec)
    held = set(head.split("+")) if head else set()
    return Combo(key, "Ctrl" in held, "Alt" in held, "Shift" in held)


def _split(spec: str) -> tuple[str, str]:
    if spec.endswith("++"):
        return spec[:-2], "+"
    head, _, key = spec.rpartition("+")
    return head, key


def shown(spec: str) -> str:
    """Return a key for the eye: digits of the language, arrows as arrows, left to right."""
    combo = parse(spec)
    cap = i18n.digits(combo.key) if len(combo.key) == 1 else _SYMBOLS.get(combo.key, combo.key)
    return i18n.left_to_right(str(combo._replace(key=cap)))


@dataclass(frozen=True, slots=True)
class Press:
    """What a key event says, apart from Qt: for matching and for tests."""

    key: int
    text: str
    scan: int
    virtual: int
    ctrl: bool
    alt: bool
    shift: bool

    @classmethod
    def of(cls, event: QKeyEvent) -> Press:
        """Take a key event apart."""
        held = event.modifiers()
        return cls(
            event.key(),
            event.text(),
            event.nativeScanCode(),
            event.nativeVirtualKey(),
            bool(held & Qt.KeyboardModifier.ControlModifier),
            bool(held & Qt.KeyboardModifier.AltModifier),
            bool(held & Qt.KeyboardModifier.ShiftModifier),
        )


def candidates(press: Press, platform: str = sys.platform) -> Iterator[Combo]:
    """Yield the combinations that a key event may mean, the likeliest first."""
    named = _named(press.key)
    if named:
        yield Combo(named, press.ctrl, press.alt, press.shift or press.key == Qt.Key.Key_Backtab)
        return
    typed = _typed(press)
    if typed.isascii() and typed.isalnum():
        yield Combo(typed.upper(), press.ctrl, press.alt, press.shift)
        return
    if typed.isascii() and typed.isprintable() and typed.strip():
        yield Combo(typed, press.ctrl, press.alt)
        if not press.shift or typed in _SHIFTED:
            yield Combo(_SHIFTED.get(typed, typed), press.ctrl, press.alt, press.shift)
    place = _place(press, platform)
    if place:
        yield Combo(place, press.ctrl, press.alt, press.shift)


def digit(press: Press, platform: str = sys.platform) -> int | None:
    """Return the digit that a press means in a numbered menu; None for anything else."""
    found = next((c.key for c in candidates(press, platform) if c.key.isdigit()), None)
    return int(found) if found and len(found) == 1 else None


class KeyMap:
    """Which action a key triggers; built from the table and the person's own keys."""

    def __init__(self, bindings: Mapping[str, Iterable[str]]) -> None:
        self._actions: dict[Combo, str] = {}
        for action, specs in bindings.items():
            for spec in specs:
                self._actions.setdefault(parse(spec), action)

    def action(self, press: Press, platform: str = sys.platform) -> tuple[str, Combo] | None:
        """Return the action of a key event and the combination it was found by."""
        for combo in candidates(press, platform):
            if combo in self._actions:
                return self._actions[combo], combo
        return None


def _named(key: int) -> str:
    try:
        return _NAMED.get(Qt.Key(key), "")
    except ValueError:
        return ""


def _typed(press: Press) -> str:
    text = press.text if press.text.isprintable() else ""
    if not text and 0 < press.key <= 0x10FFFF:
        text = chr(press.key)
    text = text.translate(_DIGITS)
    return _SIGNS.get(text, text) if len(text) == 1 else ""


def _place(press: Press, platform: str) -> str:
    if platform == "darwin":
        return _MAC_PLACES.get(press.virtual, "")
    offset = 0 if platform == "win32" else _X11_OFFSET
    return _PLACES.get(press.scan - offset, "")
