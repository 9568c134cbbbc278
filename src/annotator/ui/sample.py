"""The sample project, made by the window."""

from __future__ import annotations

from pathlib import Path

from annotator import assets
from annotator.domain import scheme_file
from annotator.workspace.sample import fill_with_sample
from annotator.workspace.workspace import Workspace

_SCHEME = "schemes/fa-news-attribution.json"


def create(path: Path, lead: str, name: str = "") -> Workspace:
    """Make the sample project at a path and open it, locked; `name` is what the window calls it."""
    scheme = scheme_file.parse_text(assets.read_text(_SCHEME))
    ws = Workspace.create(path, scheme, lead=lead, lock=True)
    ws.set_setting("name", name or path.stem)
    fill_with_sample(ws)
    return ws
