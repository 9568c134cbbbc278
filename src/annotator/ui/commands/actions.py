"""The table of actions: id, text, group, keys, icon; menus, tooltips, the key list and the
documentation are made from it. What an action does is said by the other command modules.

`Scope.VIEW` entries are the movement keys of the article view itself; they are listed so that the
key list is whole, and cannot be given other keys. `Scope.TEXT` actions act only while the article
has the focus, `Scope.WINDOW` actions everywhere but where a field needs the key itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.ui import i18n
from annotator.ui.i18n import QT_TRANSLATE_NOOP


class Scope(StrEnum):
    """Where the keys of an action count."""

    VIEW = "view"
    TEXT = "text"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Action:
    """One action; `keys` are specs of `keys.parse`, `edits` ones need a layer of one's own."""

    id: str
    source: str
    group: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    icon: str = ""
    checkable: bool = False
    edits: bool = False

    @property
    def text(self) -> str:
        """The name of the action in the language on screen."""
        return i18n.translate("Actions", self.source)


def _view(id_: str, source: str, *keys: str) -> Action:
    return Action(id_, source, "move", keys, Scope.VIEW)


def _review(id_: str, source: str, *keys: str) -> Action:
    return Action(id_, source, "review", keys, Scope.VIEW)


def _text(id_: str, source: str, group: str, *keys: str, edits: bool = True) -> Action:
    return Action(id_, source, group, keys, Scope.TEXT, edits=edits)


GROUPS: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("Actions", "Project"),
    "edit": QT_TRANSLATE_NOOP("Actions", "Edit"),
    "label": QT_TRANSLATE_NOOP("Actions", "Label"),
    "link": QT_TRANSLATE_NOOP("Actions", "Link"),
    "article": QT_TRANSLATE_NOOP("Actions", "Article"),
    "move": QT_TRANSLATE_NOOP("Actions", "Go"),
    "review": QT_TRANSLATE_NOOP("Actions", "Adjudication"),
    "view": QT_TRANSLATE_NOOP("Actions", "View"),
    "help": QT_TRANSLATE_NOOP("Actions", "Help"),
}

ACTIONS: tuple[Action, ...] = (
    _view(
        "move_word",
        QT_TRANSLATE_NOOP("Actions", "Word by word (Shift selects)"),
        "Ctrl+Left",
        "Ctrl+Right",
    ),
    _view(
        "move_sentence",
        QT_TRANSLATE_NOOP("Actions", "Sentence by sentence"),
        "Alt+Left",
        "Alt+Right",
    ),
    _view(
        "move_paragraph",
        QT_TRANSLATE_NOOP("Actions", "Paragraph by paragraph"),
        "Ctrl+Up",
        "Ctrl+Down",
    ),
    _review("review_next", QT_TRANSLATE_NOOP("Actions", "Next or previous difference"), "N", "P"),
    _review("review_verdict", QT_TRANSLATE_NOOP("Actions", "Verdict on a difference"), "1", "6"),
    _review("review_plain", QT_TRANSLATE_NOOP("Actions", "Settle what is agreed"), "Shift+N"),
    _review("review_reason", QT_TRANSLATE_NOOP("Actions", "Why: the reason of a verdict"), "W"),
    _review("review_example", QT_TRANSLATE_NOOP("Actions", "Example for the guideline"), "G"),
    _review("review_edit", QT_TRANSLATE_NOOP("Actions", "Edit the gold by hand"), "E"),
    # files
    Action("new_project", QT_TRANSLATE_NOOP("Actions", "New project…"), "file", ("Ctrl+Shift+N",)),
    Action(
        "open_project",
        QT_TRANSLATE_NOOP("Actions", "Open project…"),
        "file",
        ("Ctrl+O",),
        icon="folder",
    ),
    Action("open_sample", QT_TRANSLATE_NOOP("Actions", "Open the sample project"), "file"),
    Action(
        "import",
        QT_TRANSLATE_NOOP("Actions", "Import articles…"),
        "file",
        ("Ctrl+I",),
        icon="import",
    ),
    Action("export", QT_TRANSLATE_NOOP("Actions", "Export…"), "file", ("Ctrl+E",), icon="export"),
    Action("release", QT_TRANSLATE_NOOP("Actions", "Make a data set…"), "file"),
    Action("backup", QT_TRANSLATE_NOOP("Actions", "Back up the project…"), "file"),
    Action("check_project", QT_TRANSLATE_NOOP("Actions", "Check the project"), "file"),
    Action("scheme", QT_TRANSLATE_NOOP("Actions", "Label scheme…"), "file"),
    Action("assign", QT_TRANSLATE_NOOP("Actions", "Assign articles…"), "review"),
    Action("rename_project", QT_TRANSLATE_NOOP("Actions", "Rename the project…"), "file"),
    Action("close_project", QT_TRANSLATE_NOOP("Actions", "Close the project"), "file", ("Ctrl+W",)),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "file", ("Ctrl+Q",)),
    # edit
    Action("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "edit", ("Ctrl+Z",), icon="undo"),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        "edit",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
    ),
    _text("delete", QT_TRANSLATE_NOOP("Actions", "Delete the span"), "edit", "Delete"),
    Action(
        "find",
        QT_TRANSLATE_NOOP("Actions", "Find in the article"),
        "edit",
        ("Ctrl+F",),
        icon="search",
    ),
    Action("find_next", QT_TRANSLATE_NOOP("Actions", "Next hit"), "edit", ("F3",)),
    Action("find_previous", QT_TRANSLATE_NOOP("Actions", "Previous hit"), "edit", ("Shift+F3",)),
    Action(
        "search", QT_TRANSLATE_NOOP("Actions", "Search all articles…"), "edit", ("Ctrl+Shift+F",)
    ),
    Action(
        "concordance",
        QT_TRANSLATE_NOOP("Actions", "Concordance of a phrase…"),
        "edit",
        ("Ctrl+Shift+K",),
    ),
    # label; the labels themselves come from the scheme
    _text("repeat_label", QT_TRANSLATE_NOOP("Actions", "Repeat the last label"), "label", "R"),
    _text("mark_all", QT_TRANSLATE_NOOP("Actions", "Label all mentions…"), "label", "M"),
    _text("add_piece", QT_TRANSLATE_NOOP("Actions", "Add the selection as a piece"), "label", "+"),
    _text("choose_type", QT_TRANSLATE_NOOP("Actions", "Choose the type"), "label", "T"),
    _text(
        "attributes", QT_TRANSLATE_NOOP("Actions", "Edit the attributes"), "label", "A", edits=False
    ),
    _text("flag", QT_TRANSLATE_NOOP("Actions", "Question flag"), "label", "F"),
    Action("note", QT_TRANSLATE_NOOP("Actions", "Note…"), "label", ("Ctrl+M",), edits=True),
    _text("end_longer", QT_TRANSLATE_NOOP("Actions", "Lengthen the end"), "label", "]"),
    _text("end_shorter", QT_TRANSLATE_NOOP("Actions", "Shorten the end"), "label", "["),
    _text("start_longer", QT_TRANSLATE_NOOP("Actions", "Lengthen the start"), "label", "Shift+]"),
    _text("start_shorter", QT_TRANSLATE_NOOP("Actions", "Shorten the start"), "label", "Shift+["),
    _text(
        "end_longer_char",
        QT_TRANSLATE_NOOP("Actions", "Lengthen the end by a character"),
        "label",
        "Alt+]",
    ),
    _text(
        "end_shorter_char",
        QT_TRANSLATE_NOOP("Actions", "Shorten the end by a character"),
        "label",
        "Alt+[",
    ),
    _text(
        "start_longer_char",
        QT_TRANSLATE_NOOP("Actions", "Lengthen the start by a character"),
        "label",
        "Alt+Shift+]",
    ),
    _text(
        "start_shorter_char",
        QT_TRANSLATE_NOOP("Actions", "Shorten the start by a character"),
        "label",
        "Alt+Shift+[",
    ),
    # link
    _text(
        "attribute_quote",
        QT_TRANSLATE_NOOP("Actions", "Link to speaker, cue and topics at once"),
        "link",
        "Q",
    ),
    _text("link_speaker", QT_TRANSLATE_NOOP("Actions", "Link to the speaker"), "link", "L"),
    _text("link_about", QT_TRANSLATE_NOOP("Actions", "Link to what it is about"), "link", "B"),
    _text("link_cue", QT_TRANSLATE_NOOP("Actions", "Link to the cue"), "link", "C"),
    _text("link_continues", QT_TRANSLATE_NOOP("Actions", "Link to what it continues"), "link", "K"),
    _text(
        "link_same", QT_TRANSLATE_NOOP("Actions", "Link to the same person or thing"), "link", "E"
    ),
    _text(
        "choose_entity", QT_TRANSLATE_NOOP("Actions", "Who or what is meant…"), "link", "Shift+E"
    ),
    # article
    Action("next_article", QT_TRANSLATE_NOOP("Actions", "Next article"), "article", ("Ctrl+PgDn",)),
    Action(
        "previous_article",
        QT_TRANSLATE_NOOP("Actions", "Previous article"),
        "article",
        ("Ctrl+PgUp",),
    ),
    Action(
        "done_next",
        QT_TRANSLATE_NOOP("Actions", "Done, and the next article"),
        "article",
        ("Ctrl+Return",),
        icon="done",
        edits=True,
    ),
    Action("set_started", QT_TRANSLATE_NOOP("Actions", "Take back “done”"), "article", edits=True),
    Action("skip", QT_TRANSLATE_NOOP("Actions", "Skip this article"), "article", edits=True),
    Action(
        "flag_article",
        QT_TRANSLATE_NOOP("Actions", "Question about the article"),
        "article",
        edits=True,
    ),
    _text(
        "next_problem", QT_TRANSLATE_NOOP("Actions", "Next problem"), "article", "N", edits=False
    ),
    _text(
        "previous_problem",
        QT_TRANSLATE_NOOP("Actions", "Previous problem"),
        "article",
        "P",
        edits=False,
    ),
    _text(
        "history",
        QT_TRANSLATE_NOOP("Actions", "History of the article…"),
        "article",
        "H",
        edits=False,
    ),
    Action("bin", QT_TRANSLATE_NOOP("Actions", "Bin…"), "article"),
    Action("bin_article", QT_TRANSLATE_NOOP("Actions", "Move the article to the bin"), "article"),
    Action(
        "who_said_what",
        QT_TRANSLATE_NOOP("Actions", "Who said what in the project…"),
        "article",
        ("Ctrl+Shift+W",),
    ),
    # movement that the window does
    _text("next_span", QT_TRANSLATE_NOOP("Actions", "Next span"), "move", "Tab", edits=False),
    _text(
        "previous_span",
        QT_TRANSLATE_NOOP("Actions", "Previous span"),
        "move",
        "Shift+Tab",
        edits=False,
    ),
    _text(
        "nested",
        QT_TRANSLATE_NOOP("Actions", "Nested spans at the caret"),
        "move",
        "`",
        edits=False,
    ),
    _text("grow", QT_TRANSLATE_NOOP("Actions", "Grow the selection"), "move", "Space", edits=False),
    _text(
        "shrink",
        QT_TRANSLATE_NOOP("Actions", "Shrink the selection"),
        "move",
        "Shift+Space",
        edits=False,
    ),
    _text(
        "leave",
        QT_TRANSLATE_NOOP("Actions", "Leave the mode or the selection"),
        "move",
        "Esc",
        edits=False,
    ),
    Action("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), "move", ("F6",)),
    Action("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), "move", ("Shift+F6",)),
    # view
    Action("labelling", QT_TRANSLATE_NOOP("Actions", "Labelling"), "view", ("F7",), checkable=True),
    Action(
        "review",
        QT_TRANSLATE_NOOP("Actions", "Adjudication"),
        "review",
        ("Shift+F7",),
        checkable=True,
    ),
    Action("agreement", QT_TRANSLATE_NOOP("Actions", "Agreement"), "view", ("F8",), checkable=True),
    Action(
        "show_queue",
        QT_TRANSLATE_NOOP("Actions", "Show the queue"),
        "view",
        ("F9",),
        checkable=True,
    ),
    Action(
        "show_inspector",
        QT_TRANSLATE_NOOP("Actions", "Show the inspector"),
        "view",
        ("F10",),
        checkable=True,
    ),
    Action("my_day", QT_TRANSLATE_NOOP("Actions", "My day"), "view"),
    Action("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "view", ("Ctrl+=", "Ctrl++")),
    Action("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "view", ("Ctrl+-",)),
    Action("normal_size", QT_TRANSLATE_NOOP("Actions", "Normal text size"), "view", ("Ctrl+0",)),
    Action(
        "lens", QT_TRANSLATE_NOOP("Actions", "Show invisible characters"), "view", checkable=True
    ),
    Action(
        "visual_arrows",
        QT_TRANSLATE_NOOP("Actions", "Arrows follow the eye"),
        "view",
        checkable=True,
    ),
    Action("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), "view", checkable=True),
    Action("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "view", checkable=True),
    Action("theme_system", QT_TRANSLATE_NOOP("Actions", "As the system"), "view", checkable=True),
    Action("language_fa", "فارسی", "view", checkable=True),
    Action("language_en", "English", "view", checkable=True),
    # help
    Action("guideline", QT_TRANSLATE_NOOP("Actions", "Guideline"), "help", ("F1",), icon="help"),
    Action("keys", QT_TRANSLATE_NOOP("Actions", "Keys…"), "help", ("?",)),
    Action("about", QT_TRANSLATE_NOOP("Actions", "About"), "help"),
)
LABEL_PREFIX = "label:"
BY_ID = {action.id: action for action in ACTIONS}


def bindings(own: Mapping[str, list[str]], label_keys: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the keys of every action: the labels' digits, then the person's, then the table's."""
    labels = {f"{LABEL_PREFIX}{label}": [key] for label, key in label_keys.items() if key}
    table = {a.id: own.get(a.id, list(a.keys)) for a in ACTIONS if a.scope is not Scope.VIEW}
    return labels | table


def scope_of(action: str) -> Scope:
    """Return where the keys of an action count."""
    found = BY_ID.get(action)
    return found.scope if found else Scope.TEXT
