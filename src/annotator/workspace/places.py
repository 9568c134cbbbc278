"""Where a person left her articles: kept in the project, for each person by herself."""

from __future__ import annotations

from typing import Any

from annotator.domain.ids import ArticleId
from annotator.workspace.workspace import Workspace

_SETTING = "places"
_LAST = ""


def last_article(ws: Workspace) -> ArticleId | None:
    """Return the article that was open last, where it is still there."""
    last = _read(ws).get(_LAST)
    article = ArticleId(last) if isinstance(last, str) and last else None
    return article if article and ws.has_article(article) else None


def place_in(ws: Workspace, article: ArticleId) -> tuple[int, int] | None:
    """Return caret and topmost position, in code points, where the article was left."""
    place = _read(ws).get(article)
    if isinstance(place, list) and len(place) == 2:
        return int(place[0]), int(place[1])
    return None


def remember(ws: Workspace, article: ArticleId, caret: int, top: int) -> None:
    """Keep where an article is left."""
    places = _read(ws) | {_LAST: article, article: [caret, top]}
    ws.set_setting(_key(ws), places)


def _read(ws: Workspace) -> dict[str, Any]:
    kept = ws.setting(_key(ws), {})
    return dict(kept) if isinstance(kept, dict) else {}


def _key(ws: Workspace) -> str:
    person = ws.person
    return f"{_SETTING}:{person.uuid or person.name}" if person else _SETTING
