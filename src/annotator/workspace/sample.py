"""The sample project: articles and layers that come with the program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from annotator import assets
from annotator.domain.ids import ArticleId
from annotator.workspace import places
from annotator.workspace.workspace import Workspace

_ARTICLES = "sample/sample.jsonl"
# Whose finished work a newcomer sees first, and where; the window signs in who was last present.
_FIRST_SEEN = "سارا"
_FIRST_ARTICLE = ArticleId("sample-01")
LAST_PERSON = "last_person"


def fill_with_sample(ws: Workspace) -> None:
    """Take the sample articles in, and have the window open on labelled ones."""
    from annotator.workspace.transfer import ImportOptions, import_paths

    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, Path(_ARTICLES).name)
        articles.write_bytes(assets.read_bytes(_ARTICLES))
        import_paths(ws, [articles], ImportOptions(strict=True))
    ws.set_setting(LAST_PERSON, _FIRST_SEEN)
    ws.sign_in(_FIRST_SEEN)
    places.remember(ws, _FIRST_ARTICLE, 0, 0)
