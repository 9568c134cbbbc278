"""Preferences of the person at this machine, typed, over QSettings; never project truth.

Keys stand under `v1/`, so that a later shape can tell the old one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

RECENT_LIMIT = 10
FONT_SIZES = range(14, 33)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the person chose for reading and writing."""

    language: str = "fa"
    appearance: str = "system"
    font_size: int = 19
    lens: bool = False
    visual_arrows: bool = True


class Settings:
    """Reads and writes single preferences; a missing or odd value gives the default."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings()

    def text(self, key: str, default: str = "") -> str:
        """Return a text preference."""
        return str(self._store.value(f"v1/{key}", default))

    def number(self, key: str, default: int) -> int:
        """Return a whole-number preference."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool) -> bool:
        """Return a yes-or-no preference."""
        return self.text(key, str(default)).lower() == "true"

    def state(self, key: str) -> QByteArray:
        """Return a stored geometry or splitter state; empty where there is none."""
        value = self._store.value(f"v1/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, key: str, value: object) -> None:
        """Store a preference; text, number, flag or state."""
        kept = value if isinstance(value, QByteArray) else str(value)
        self._store.setValue(f"v1/{key}", kept)

    def preferences(self) -> Preferences:
        """Return the preferences that shape the window."""
        base = Preferences()
        language = self.text("language", base.language)
        size = self.number("font_size", base.font_size)
        return Preferences(
            language=language if language in ("fa", "en") else base.language,
            appearance=self.text("appearance", base.appearance),
            font_size=min(max(size, FONT_SIZES.start), FONT_SIZES.stop - 1),
            lens=self.flag("lens", base.lens),
            visual_arrows=self.flag("visual_arrows", base.visual_arrows),
        )

    def recent(self) -> list[str]:
        """Return the paths of projects opened last, newest first."""
        return [path for path in self._json("recent", []) if isinstance(path, str)]

    def remember_project(self, path: str) -> None:
        """Put a project first among the recent ones."""
        others = [other for other in self.recent() if other != path]
        self.put("recent", json.dumps([path, *others][:RECENT_LIMIT]))

    def forget_project(self, path: str) -> None:
        """Take a project out of the recent ones."""
        self.put("recent", json.dumps([other for other in self.recent() if other != path]))

    def keys(self) -> dict[str, list[str]]:
        """Return the keys the person gave to actions, by action id."""
        stored = self._json("keys", {})
        return stored if isinstance(stored, dict) else {}

    def put_keys(self, keys: dict[str, list[str]]) -> None:
        """Store the keys that differ from the table."""
        self.put("keys", json.dumps(keys))

    def _json(self, key: str, default: Any) -> Any:
        try:
            return json.loads(self.text(key, "")) if self.text(key) else default
        except ValueError:
            return default
