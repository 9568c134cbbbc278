"""Whether a window can be opened here, found out without loading Qt."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Mapping

_NO_DISPLAY = (
    "There is no display to open a window on: "
    "the commands work without one (see `annotator --help`)."
)
_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")


def why_no_window(environment: Mapping[str, str], system: str = sys.platform) -> str:
    """Return a sentence saying why no window can be opened, empty where one can."""
    if system in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return _NO_DISPLAY
    local = _LOCAL.fullmatch(display)
    if local and not _answers(int(local.group(1))):
        return f"The display {display} does not answer: {_NO_DISPLAY[0].lower()}{_NO_DISPLAY[1:]}"
    return ""


def _answers(number: int) -> bool:
    """Tell whether an X server listens; Qt would abort the program where none does."""
    file = f"/tmp/.X11-unix/X{number}"  # noqa: S108
    for address in (f"\0{file}", file):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(2)
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False
