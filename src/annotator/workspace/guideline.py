"""The project's own part of the guideline: examples from cases that were settled, by version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.changes import Affected
from annotator.workspace import roles
from annotator.workspace.project import Project

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace

_SETTING = "guideline"


def project_guideline(ws: Project) -> str:
    """Return the newest version of the project's own guideline, in Markdown; empty: none."""
    versions = ws.setting(_SETTING, [])
    return str(versions[-1]["text"]) if versions else ""


def guideline_version(ws: Project) -> int:
    """Return how many versions the project's own guideline has had."""
    return len(ws.setting(_SETTING, []))


def write_guideline(ws: Workspace, text: str) -> Affected:
    """Keep a new version of the project's own guideline; older ones stay."""
    roles.check_lead(ws)
    version = {"text": text, "at": ws.now(), "by": ws.present or ""}
    ws.set_setting(_SETTING, [*ws.setting(_SETTING, []), version])
    return ws.tell(Affected(kinds=frozenset({"guideline"})))


def add_example(ws: Workspace, example: str) -> Affected:
    """Append an example to the project's own guideline."""
    text = project_guideline(ws)
    return write_guideline(ws, f"{text}\n\n---\n\n{example}".strip().removeprefix("---\n\n"))
