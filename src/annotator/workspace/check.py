"""Checking a project: the file, the texts, the spans and the counts."""

from __future__ import annotations

from pathlib import Path

from annotator.storage.check import findings
from annotator.storage.database import Damaged
from annotator.workspace.project import Project
from annotator.workspace.workspace import Workspace


def check(target: Project | Path) -> list[str]:
    """Return what is wrong with a project, one sentence each; empty when all is well.

    Raises `UserError` for a file that is no project of this program.
    """
    if isinstance(target, Project):
        return list(findings(target.database))
    try:
        with Workspace.open(target, read_only=True) as ws:
            return list(findings(ws.database))
    except Damaged as error:
        return [str(error)]
