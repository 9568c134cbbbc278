"""The arguments of every command, as data for argparse; what they do is in the other modules."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from annotator import __version__
from annotator.cli import files, measures, reading, release, transfer
from annotator.domain.errors import UserError
from annotator.domain.layer import Status

_WINDOW = "window"
_EPILOG = """commands:
{commands}

annotator [PROJECT] opens the window; annotator COMMAND --help tells more.
exit status: 0 done; 1 done, but some records were rejected or there are findings; 2 nothing was
changed because of an error; 70 a fault of the program."""

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message[:1].upper()}{message[1:]} (see `{self.prog} --help`).")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the arguments with `run`, the function to call; None is the window."""
    parsers = commands()
    first = next((a for a in arguments if not a.startswith("-")), None)
    if first in parsers:
        position = arguments.index(first)
        wanted = parsers[first].parse_args([*arguments[:position], *arguments[position + 1 :]])
    else:
        wanted = _window_parser(parsers).parse_args(arguments)
    return wanted


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command by its name, in the order of the manual."""
    looking = (_agreement, _show, _search, _stats, _check)
    makers = (_new, _import, _export, _release, *looking, _backup, _formats)
    return {maker.__name__[1:]: maker() for maker in makers}


def _command(name: str, run: Command, does: str, *, project: bool = True) -> _Parser:
    parser = _Parser(f"annotator {name}", description=does, allow_abbrev=False)
    parser.set_defaults(run=run)
    if project:
        parser.add_argument("project", metavar="PROJECT", type=project_path, help="a project file")
    return parser


def project_path(given: str) -> Path:
    """Return the path of a project file; a database of a server is not one yet."""
    if given.startswith(("postgresql://", "postgres://")):
        raise UserError("Projects on a PostgreSQL server are not there yet: name a project file.")
    return Path(given)


def _window_parser(parsers: dict[str, argparse.ArgumentParser]) -> _Parser:
    width = max(map(len, parsers))
    listed = "\n".join(f"  {name.ljust(width)}  {p.description}" for name, p in parsers.items())
    parser = _Parser(
        "annotator",
        usage="annotator [PROJECT] | annotator COMMAND …",
        description="Annotate quotations and agreements in Persian news.",
        epilog=_EPILOG.format(commands=listed),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=None)
    parser.add_argument("--version", action="version", version=f"annotator {__version__}")
    parser.add_argument(
        "project",
        metavar="PROJECT",
        type=project_path,
        nargs="?",
        help="the project to open; else the last one",
    )
    return parser


def _new() -> _Parser:
    parser = _command("new", files.new, "make a project")
    parser.add_argument(
        "--scheme", metavar="NAME-or-FILE", default="", help="a label scheme; else the default one"
    )
    parser.add_argument("--sample", action="store_true", help="fill it with the sample articles")
    parser.add_argument("--lead", metavar="NAME", default="", help="who leads; else the user")
    return parser


def _import() -> _Parser:
    parser = _command("import", transfer.import_files, "take in articles and layers")
    add = parser.add_argument
    add("paths", metavar="PATH", type=Path, nargs="+", help="a file, or a folder with all in it")
    add("--format", metavar="F", help="else guessed from name and content; see `formats`")
    add("--annotator", metavar="NAME", help="whose the layers are that name nobody")
    add("--status", type=Status, choices=list(Status), metavar="S", help="of layers that name none")
    add("--add-labels", action="store_true", help="unknown labels and relations join the scheme")
    add("--replace", action="store_true", help="a layer that exists takes the new content")
    add("--columns", metavar="KEY=NAME,…", help="as text=body,title=headline: which column is what")
    add("--skip-duplicates", action="store_true", help="pass over texts that are there already")
    add("--strict", action="store_true", help="all or nothing")
    add("--report", metavar="FILE", type=Path, help="write the rejected records as JSONL")
    return parser


def _export() -> _Parser:
    parser = _command("export", transfer.export, "write articles and layers")
    add = parser.add_argument
    add("--output", metavar="FILE", type=Path, help="else standard output; a folder with --split")
    _add_choice(parser)
    return parser


def _add_choice(parser: argparse.ArgumentParser) -> None:
    """Add what an export and a release have in common: which layers, in which form."""
    add = parser.add_argument
    add("--format", metavar="F", default="jsonl", help="see `formats`")
    add("--annotator", metavar="NAME", action="append", default=[], help="only hers; repeatable")
    add("--gold", action="store_true", help="only gold, or gold too with --annotator")
    add("--status", type=Status, choices=list(Status), metavar="S", help="only layers of it")
    add("--split", metavar="SHARES", help="as train=0.8,dev=0.1,test=0.1: a file for each")
    add("--seed", metavar="N", type=int, default=0, help="another seed is another split")


def _release() -> _Parser:
    parser = _command("release", release.make_release, "make a data set folder")
    add = parser.add_argument
    add("--output", metavar="FOLDER", type=Path, required=True, help="must not exist, or be empty")
    _add_choice(parser)
    add("--stratify", metavar="LABEL", nargs="+", default=[], help="even on all sides in these")
    add("--pseudonyms", action="store_true", help="leave out the names of people")
    return parser


def _agreement() -> _Parser:
    parser = _command("agreement", measures.agreement, "measure how far people agree")
    add = parser.add_argument
    add("--annotator", metavar="NAME", action="append", default=[], help="only hers; repeatable")
    add("--label", metavar="L", action="append", default=[], help="only these spans; repeatable")
    add("--gamma", action="store_true", help="also gamma, which takes longer")
    add("--json", action="store_true", help="as JSON")
    add("--html", metavar="FILE", type=Path, help="write a report to look at and to print")
    add("--language", choices=("fa", "en"), default="fa", help="of the report; else Persian")
    return parser


def _show() -> _Parser:
    parser = _command("show", reading.show, "print one labelled article")
    parser.add_argument("article", metavar="ARTICLE", help="the id of the article")
    parser.add_argument("--annotator", metavar="NAME", help="only her layer")
    parser.add_argument(
        "--bidi",
        choices=("auto", "yes", "no"),
        default="auto",
        help="whether the terminal sets right-to-left text itself",
    )
    return parser


def _search() -> _Parser:
    parser = _command("search", reading.search, "find a phrase in all articles")
    parser.add_argument("query", metavar="QUERY", help="words; spellings that mean the same match")
    return parser


def _stats() -> _Parser:
    parser = _command("stats", reading.stats, "print progress and counts")
    parser.add_argument("--json", action="store_true", help="as JSON")
    return parser


def _check() -> _Parser:
    return _command("check", files.check, "look for damage of file, offsets and links")


def _backup() -> _Parser:
    parser = _command("backup", files.backup, "write a copy of the project")
    parser.add_argument("file", metavar="FILE", type=Path, help="must not exist yet")
    return parser


def _formats() -> _Parser:
    return _command("formats", reading.formats, "list the formats of files", project=False)
