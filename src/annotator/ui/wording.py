"""Words for the domain's names: statuses, problems and steps, in the language on screen."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.layer import Status
from annotator.domain.rules import Problem, ProblemKind
from annotator.domain.scheme import Scheme
from annotator.ui import i18n
from annotator.ui.i18n import QT_TRANSLATE_NOOP

_STATUSES = {
    Status.NEW: QT_TRANSLATE_NOOP("Wording", "new"),
    Status.STARTED: QT_TRANSLATE_NOOP("Wording", "begun"),
    Status.DONE: QT_TRANSLATE_NOOP("Wording", "done"),
    Status.SKIPPED: QT_TRANSLATE_NOOP("Wording", "skipped"),
}
_PROBLEMS = {
    ProblemKind.UNKNOWN_LABEL: QT_TRANSLATE_NOOP(
        "Wording", "The label {label} is not in the scheme"
    ),
    ProblemKind.UNKNOWN_ATTRIBUTE: QT_TRANSLATE_NOOP(
        "Wording", "The attribute {attribute} is not in the scheme"
    ),
    ProblemKind.UNKNOWN_VALUE: QT_TRANSLATE_NOOP(
        "Wording", "{attribute} has the unknown value {value}"
    ),
    ProblemKind.MISSING_ATTRIBUTE: QT_TRANSLATE_NOOP("Wording", "{attribute} is missing"),
    ProblemKind.NO_SPEAKER: QT_TRANSLATE_NOOP("Wording", "No speaker is linked"),
    ProblemKind.SAME_LABEL_OVERLAP: QT_TRANSLATE_NOOP("Wording", "Two {label} spans overlap"),
    ProblemKind.LABELS_OVERLAP: QT_TRANSLATE_NOOP("Wording", "Overlaps a {label} span"),
    ProblemKind.EDGE: QT_TRANSLATE_NOOP(
        "Wording", "A space or a sign stands at the edge of the span"
    ),
    ProblemKind.DUPLICATE: QT_TRANSLATE_NOOP("Wording", "The same {label} span stands here twice"),
    ProblemKind.UNKNOWN_RELATION: QT_TRANSLATE_NOOP(
        "Wording", "The relation {relation} is not in the scheme"
    ),
    ProblemKind.RELATION_ENDS: QT_TRANSLATE_NOOP(
        "Wording", "{relation} may not link spans of these labels"
    ),
    ProblemKind.RELATION_COUNT: QT_TRANSLATE_NOOP("Wording", "Too many links {relation}"),
    ProblemKind.RELATION_CYCLE: QT_TRANSLATE_NOOP("Wording", "{relation} leads in a circle"),
    ProblemKind.ENTITY_CONFLICT: QT_TRANSLATE_NOOP(
        "Wording", "{relation} links mentions of two different entities"
    ),
    ProblemKind.UNKNOWN_ENTITY: QT_TRANSLATE_NOOP(
        "Wording", "The entity {entity} is not in this layer"
    ),
}
_STEPS = {
    "mark": QT_TRANSLATE_NOOP("Wording", "label"),
    "relabel": QT_TRANSLATE_NOOP("Wording", "other label"),
    "resize": QT_TRANSLATE_NOOP("Wording", "move an edge"),
    "add_piece": QT_TRANSLATE_NOOP("Wording", "add a piece"),
    "remove_piece": QT_TRANSLATE_NOOP("Wording", "remove a piece"),
    "delete": QT_TRANSLATE_NOOP("Wording", "delete"),
    "set_attribute": QT_TRANSLATE_NOOP("Wording", "attribute"),
    "set_note": QT_TRANSLATE_NOOP("Wording", "note"),
    "set_flag": QT_TRANSLATE_NOOP("Wording", "question flag"),
    "link": QT_TRANSLATE_NOOP("Wording", "link"),
    "attribute_quote": QT_TRANSLATE_NOOP("Wording", "link to speaker, cue and topics"),
    "unlink": QT_TRANSLATE_NOOP("Wording", "remove a link"),
    "set_entity": QT_TRANSLATE_NOOP("Wording", "entity"),
    "name_entity": QT_TRANSLATE_NOOP("Wording", "new entity"),
    "rename_entity": QT_TRANSLATE_NOOP("Wording", "rename the entity"),
    "merge_entities": QT_TRANSLATE_NOOP("Wording", "join entities"),
    "set_status": QT_TRANSLATE_NOOP("Wording", "status"),
    "set_document": QT_TRANSLATE_NOOP("Wording", "attribute of the article"),
    "mark_all": QT_TRANSLATE_NOOP("Wording", "label all mentions"),
    "relabel_all": QT_TRANSLATE_NOOP("Wording", "new ids of labels"),
    "scheme": QT_TRANSLATE_NOOP("Wording", "label scheme"),
    "clear_flag": QT_TRANSLATE_NOOP("Wording", "take the flag away"),
    "restore": QT_TRANSLATE_NOOP("Wording", "bring back"),
    "restore_spans": QT_TRANSLATE_NOOP("Wording", "bring deleted spans back"),
    "bin": QT_TRANSLATE_NOOP("Wording", "to the bin"),
    "replace": QT_TRANSLATE_NOOP("Wording", "replaced by an import"),
    "do": QT_TRANSLATE_NOOP("Wording", "step"),
    "settle": QT_TRANSLATE_NOOP("Wording", "verdict"),
    "settle_plain": QT_TRANSLATE_NOOP("Wording", "settle what is agreed"),
    "import": QT_TRANSLATE_NOOP("Wording", "import"),
    "undo": QT_TRANSLATE_NOOP("Wording", "undo"),
    "redo": QT_TRANSLATE_NOOP("Wording", "redo"),
}


def status(value: Status) -> str:
    """Return a status in words."""
    return i18n.translate("Wording", _STATUSES[value])


def problem(found: Problem, scheme: Scheme) -> str:
    """Return a problem as a sentence, with the scheme's names for labels and attributes."""
    template = i18n.translate("Wording", _PROBLEMS[found.kind])
    return i18n.fill(template, **_named(found.values, scheme))


def step(name: str) -> str:
    """Return the name of a step for menus and the history; an unknown one as it is."""
    return i18n.translate("Wording", _STEPS[name]) if name in _STEPS else name


def no_speaker() -> str:
    """Return the heading of quotes without a speaker."""
    return i18n.translate("Wording", "No speaker")


def gold() -> str:
    """Return the name of the layer that nobody owns."""
    return i18n.translate("Wording", "gold")


def arrow() -> str:
    """Return the arrow that leads on in the reading direction."""
    return "←" if i18n.language() == "fa" else "→"


def spans_template() -> str:
    """Return the sentence for a number of spans, with `{count}`."""
    return i18n.translate("Wording", "spans: {count}")


def words_template() -> str:
    """Return the sentence for a number of words, with `{count}`."""
    return i18n.translate("Wording", "words: {count}")


def question() -> str:
    """Return the word for an open question."""
    return i18n.translate("Wording", "question")


def _named(values: Mapping[str, str], scheme: Scheme) -> dict[str, str]:
    language = i18n.language()
    named = dict(values)
    if label := scheme.label(values.get("label", "")):
        named["label"] = label.name.get(language)
    if relation := scheme.relation(values.get("relation", "")):
        named["relation"] = relation.name.get(language)
    kinds = (*scheme.document, *(a for one in scheme.labels for a in one.attributes))
    for kind in kinds:
        if kind.id == values.get("attribute"):
            named["attribute"] = kind.name.get(language)
            break
    return named
