"""What the program says of itself."""

from __future__ import annotations

import platform

import PySide6

from annotator import __version__
from annotator.ui.i18n import translate


def about_text() -> str:
    """Return name, version, what it stands on and the licences, as lines of text."""
    versions = (
        f"Annotator {__version__}",
        f"Python {platform.python_version()} · Qt {PySide6.__version__}",
    )
    licence = translate(
        "About", "Apache License 2.0. Qt under LGPL 3, the typeface Vazirmatn under OFL 1.1."
    )
    purpose = translate(
        "About", "Quotations and agreements in Persian news; no server, no network."
    )
    return "\n".join((*versions, "", purpose, licence))
