"""Words of the scheme editor: sections, where an error stands, what a change leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.errors import SchemeError
from annotator.domain.scheme import AttributeType, Scheme
from annotator.ui import error_wording, i18n
from annotator.ui.dialogs.scheme_pages import name_of
from annotator.ui.i18n import QT_TRANSLATE_NOOP, translate
from annotator.ui.models.scheme_draft import SchemeDraft, path_of
from annotator.workspace.schemes import Loss, Part

_SECTIONS = {
    "labels": QT_TRANSLATE_NOOP("SchemeWording", "Labels"),
    "relations": QT_TRANSLATE_NOOP("SchemeWording", "Relations"),
    "document": QT_TRANSLATE_NOOP("SchemeWording", "Attributes of the article"),
}
_LOSSES = {
    Part.LABEL: QT_TRANSLATE_NOOP("SchemeWording", "label {name}: {count}"),
    Part.RELATION: QT_TRANSLATE_NOOP("SchemeWording", "relation {name}: {count}"),
    Part.ATTRIBUTE: QT_TRANSLATE_NOOP("SchemeWording", "attribute {name}: {count}"),
    Part.VALUE: QT_TRANSLATE_NOOP("SchemeWording", "value {name}: {count}"),
    Part.DOCUMENT: QT_TRANSLATE_NOOP("SchemeWording", "attribute {name}: {count}"),
    Part.DOCUMENT_VALUE: QT_TRANSLATE_NOOP("SchemeWording", "value {name}: {count}"),
}
_SHOWN = 6


def section(name: str) -> str:
    """Return the heading of a section."""
    return translate("SchemeWording", _SECTIONS[name])


def error(found: SchemeError, draft: SchemeDraft) -> str:
    """Return a sentence that says where in the scheme what is wrong."""
    path = path_of(found.place)
    names = [name_of(draft.part(path[:end])) for end in range(2, len(path) + 1, 2)]
    if not names and found.place.split(".")[0] in _SECTIONS:
        names = [section(found.place.split(".")[0])]
    key = found.place.rsplit("]", 1)[-1].strip(".")
    reason = error_wording.shown(found.reason)
    where = " › ".join([*names, *([key] if key and key not in _SECTIONS else [])])
    return f"{where}: {reason}" if where else reason


def losses(lost: Sequence[Loss], scheme: Scheme) -> str:
    """Return what stays in the work though the new scheme no longer has it."""
    if not lost:
        return ""
    parts = [
        i18n.fill(
            translate("SchemeWording", _LOSSES[one.part]), name=_name(one, scheme), count=one.uses
        )
        for one in lost
    ]
    more = ["…"] if len(parts) > _SHOWN else []
    head = translate(
        "SchemeWording", "In use, and no longer in the scheme (kept and listed as problems):"
    )
    return f"{head} {'؛ '.join([*parts[:_SHOWN], *more])}"


def _name(loss: Loss, scheme: Scheme) -> str:
    language = i18n.language()
    if loss.part is Part.RELATION:
        relation = scheme.relation(loss.path[0])
        return relation.name.get(language) if relation else loss.path[0]
    label = scheme.label(loss.path[0])
    if loss.part is Part.LABEL:
        return label.name.get(language) if label else loss.path[0]
    whole = loss.part in (Part.DOCUMENT, Part.DOCUMENT_VALUE)
    rest = loss.path if whole else loss.path[1:]
    kind = scheme.document_attribute(rest[0]) if whole else label and label.attribute(rest[0])
    names = [] if whole or label is None else [label.name.get(language)]
    return " › ".join([*names, *_attribute_names(kind or None, rest, language)])


def _attribute_names(kind: AttributeType | None, rest: Sequence[str], language: str) -> list[str]:
    if kind is None:
        return list(rest)
    return [kind.name.get(language), *(kind.choice_name(value, language) for value in rest[1:])]
