"""The sentences of user errors in the language on screen.

Errors are worded in English where they arise. Their shapes stand here once more, with names for
what is filled in, so that they can be translated; a sentence of no known shape is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache

from annotator.ui import i18n
from annotator.ui.i18n import QT_TRANSLATE_NOOP

SHAPES = (
    QT_TRANSLATE_NOOP("Errors", "A name needs letters, and no spaces before or after them."),
    QT_TRANSLATE_NOOP("Errors", "A project needs a lead: name another one first."),
    QT_TRANSLATE_NOOP("Errors", "A project needs a name."),
    QT_TRANSLATE_NOOP("Errors", "A span cannot be linked to itself."),
    QT_TRANSLATE_NOOP("Errors", "An entity needs a name."),
    QT_TRANSLATE_NOOP("Errors", "Only a lead of the project may change gold."),
    QT_TRANSLATE_NOOP("Errors", "Only a lead of the project may do this."),
    QT_TRANSLATE_NOOP("Errors", "Settle the spans that this link joins first."),
    QT_TRANSLATE_NOOP("Errors", "Choose who shall get articles."),
    QT_TRANSLATE_NOOP("Errors", "A round needs a name."),
    QT_TRANSLATE_NOOP(
        "Errors", "Choose a share from 0 to 100 percent, and no more people than there are."
    ),
    QT_TRANSLATE_NOOP("Errors", "Fewer than two people have finished the article {article}."),
    QT_TRANSLATE_NOOP("Errors", "The import was stopped; the project is as it was."),
    QT_TRANSLATE_NOOP("Errors", "The export was stopped; nothing was written."),
    QT_TRANSLATE_NOOP("Errors", "The other span already continues this one."),
    QT_TRANSLATE_NOOP("Errors", "The span reaches beyond the end of the article."),
    QT_TRANSLATE_NOOP("Errors", "There is nothing to label here: select some words."),
    QT_TRANSLATE_NOOP("Errors", "This entity is no longer there."),
    QT_TRANSLATE_NOOP("Errors", "This link is no longer there."),
    QT_TRANSLATE_NOOP("Errors", "This piece is no longer there."),
    QT_TRANSLATE_NOOP("Errors", "This span has one piece only: delete the span instead."),
    QT_TRANSLATE_NOOP("Errors", "This span is no longer there."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "A link {label} cannot lead from {source} to {target}: it leads from {sources} to "
        "{targets}.",
    ),
    QT_TRANSLATE_NOOP("Errors", "Spans labelled {label} do not refer to entities."),
    QT_TRANSLATE_NOOP("Errors", "The article {article} is in the bin: bring it back first."),
    QT_TRANSLATE_NOOP("Errors", "The label scheme has no label {label}."),
    QT_TRANSLATE_NOOP("Errors", "The label scheme has no link {label}."),
    QT_TRANSLATE_NOOP("Errors", "The name holds invisible characters ({codes}): type it again."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The step of {time} cannot be undone: the same items were changed since, by somebody "
        "else or by an import.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The step of {time} cannot be redone: the same items were changed since, by somebody "
        "else or by an import.",
    ),
    QT_TRANSLATE_NOOP("Errors", "There are already {count} links {label}: take one away first."),
    QT_TRANSLATE_NOOP("Errors", "There is already a person named {name}: choose another name."),
    QT_TRANSLATE_NOOP("Errors", "There is no article {article} in this project."),
    QT_TRANSLATE_NOOP("Errors", "There is no folder {path}: make it first."),
    QT_TRANSLATE_NOOP("Errors", "There is no project {path}: check the name or make it first."),
    QT_TRANSLATE_NOOP("Errors", "There is no file or folder {path}: check the path."),
    QT_TRANSLATE_NOOP("Errors", "The folder {path} holds no file to read ({suffixes})."),
    QT_TRANSLATE_NOOP("Errors", "This is the work of {name}: nobody else may change it."),
    QT_TRANSLATE_NOOP(
        "Errors", "{name} is too like {other}, who is in the project: choose another name."
    ),
    QT_TRANSLATE_NOOP("Errors", "{path} is not a file: name a project file."),
    QT_TRANSLATE_NOOP("Errors", "{path} is not a project of this program: choose another file."),
    QT_TRANSLATE_NOOP("Errors", "{path} may not be read: ask whoever owns it for the right to."),
    QT_TRANSLATE_NOOP("Errors", "{path} is open for reading only: nothing can be changed."),
    QT_TRANSLATE_NOOP("Errors", "is missing"),
    QT_TRANSLATE_NOOP("Errors", "must be 1 to 64 characters without spaces"),
    QT_TRANSLATE_NOOP("Errors", "{value} is not one of the known values"),
    QT_TRANSLATE_NOOP("Errors", "{value} is not a colour like #1C5FA8"),
    QT_TRANSLATE_NOOP("Errors", "an attribute without a type needs its values listed"),
    QT_TRANSLATE_NOOP("Errors", "{value} is not among its values"),
    QT_TRANSLATE_NOOP("Errors", "the id {id} is already used at {place}"),
    QT_TRANSLATE_NOOP("Errors", "a scheme needs at least one label"),
    QT_TRANSLATE_NOOP("Errors", "there is no label {id}"),
    QT_TRANSLATE_NOOP("Errors", "In this project everybody sees only her own time."),
    QT_TRANSLATE_NOOP("Errors", "{path} exists already: choose another name."),
    QT_TRANSLATE_NOOP("Errors", "{path} cannot be written ({error})."),
    QT_TRANSLATE_NOOP("Errors", "{path} cannot be made ({error})."),
    QT_TRANSLATE_NOOP("Errors", "{path} is already open {holder}."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "{path} was made by a newer version of this program ({versions}): update the program.",
    ),
)


def shown(sentence: str) -> str:
    """Return an error's sentence in the language on screen."""
    for shape, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return i18n.fill(i18n.translate("Errors", shape), **found.groupdict())
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((shape, re.compile(_pattern(shape))) for shape in SHAPES)


def _pattern(shape: str) -> str:
    parts = re.split(r"\{(\w+)\}", shape)
    return "".join(f"(?P<{p}>.+)" if i % 2 else re.escape(p) for i, p in enumerate(parts))
