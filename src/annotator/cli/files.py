"""Commands about the project file itself: make it, look for damage, copy it."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from annotator import assets
from annotator.cli.streams import put, say
from annotator.domain import scheme_file
from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.persian.fold import bad_name_characters
from annotator.workspace.sample import fill_with_sample
from annotator.workspace.workspace import Workspace

DEFAULT_SCHEME = "fa-news-attribution"
_NO_NAME = "lead"


def new(wanted: argparse.Namespace) -> int:
    """Make a project, with the sample in it where asked for."""
    path: Path = wanted.project
    scheme = find_scheme(wanted.scheme or DEFAULT_SCHEME)
    with Workspace.create(path, scheme, lead=wanted.lead or _user(), lock=True) as ws:
        if wanted.sample:
            fill_with_sample(ws)
    say(f"{path} was made with the label scheme {scheme.id}, version {scheme.version}.")
    return 0


def find_scheme(name: str) -> Scheme:
    """Return a shipped scheme by its id, else the one in a file; `UserError` where none is."""
    shipped = f"schemes/{name}.json"
    if "/" not in name and assets.exists(shipped):
        return scheme_file.parse_text(assets.read_text(shipped))
    path = Path(name)
    if not path.is_file():
        known = ", ".join(n.removesuffix(".json") for n in assets.names("schemes"))
        raise UserError(f"There is no label scheme {name}: name a file or one of {known}.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path} is not UTF-8: save it again as UTF-8.") from error
    return scheme_file.parse_text(text, toml=path.suffix.lower() == ".toml")


def _user() -> str:
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _NO_NAME
    return _NO_NAME if bad_name_characters(name) or name != name.strip() else name or _NO_NAME


def check(wanted: argparse.Namespace) -> int:
    """Print what is wrong with a project; 1 where anything is."""
    from annotator.workspace.check import check as find

    findings = find(wanted.project)
    for finding in findings:
        put(finding)
    say(f"{len(findings)} findings." if findings else f"{wanted.project} is in order.")
    return 1 if findings else 0


def backup(wanted: argparse.Namespace) -> int:
    """Write a consistent copy, also while a window has the project open."""
    with Workspace.open(wanted.project, read_only=True) as ws:
        ws.backup(wanted.file)
    say(f"{wanted.file} is a copy of {wanted.project}.")
    return 0
