"""The sample project: made from the articles that come with the program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from annotator import assets
from annotator.domain import scheme_file
from annotator.workspace.transfer import ImportOptions, import_paths
from annotator.workspace.workspace import Workspace

_SCHEME = "schemes/fa-news-attribution.json"
_ARTICLES = "sample/sample.jsonl"


def create(path: Path, lead: str, name: str = "") -> Workspace:
    """Make the sample project at a path and open it, locked; `name` is what the window calls it."""
    scheme = scheme_file.parse_text(assets.read_text(_SCHEME))
    ws = Workspace.create(path, scheme, lead=lead, lock=True)
    ws.set_setting("name", name or path.stem)
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, Path(_ARTICLES).name)
        articles.write_bytes(assets.read_bytes(_ARTICLES))
        import_paths(ws, [articles], ImportOptions(add_labels=True))
    return ws
