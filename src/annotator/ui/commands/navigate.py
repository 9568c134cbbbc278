"""Actions that move: spans, problems, articles, undo, the state of the article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from annotator.domain.changes import Affected
from annotator.domain.layer import Status
from annotator.ui import i18n, wording
from annotator.ui.commands.assigning import training_words
from annotator.ui.i18n import translate
from annotator.ui.session import Session
from annotator.workspace import operations
from annotator.workspace.workspace import Workspace


def handlers(session: Session) -> dict[str, Callable[[], object]]:
    """Return what the actions of this module do."""
    view = session.view
    return {
        "next_span": lambda: view.step_span(True),
        "previous_span": lambda: view.step_span(False),
        "nested": view.cycle_nested,
        "grow": view.grow,
        "shrink": view.shrink,
        "leave": partial(leave, session),
        "next_problem": partial(step_problem, session, 1),
        "previous_problem": partial(step_problem, session, -1),
        "next_article": partial(step_article, session, 1),
        "previous_article": partial(step_article, session, -1),
        "done_next": partial(done_next, session),
        "set_started": partial(set_status, session, Status.STARTED),
        "skip": partial(set_status, session, Status.SKIPPED),
        "undo": partial(undo, session),
        "redo": partial(redo, session),
    }


def leave(session: Session) -> None:
    """Leave link mode, else drop the text selection, else the selected span."""
    view = session.view
    start, end = view.selection()
    if session.mode is not None:
        session.leave_mode()
    elif start != end:
        view.set_caret(end)
    elif view.selected_span is not None:
        view.select_span(None)
    session.focus_text()


def step_problem(session: Session, step: int) -> None:
    """Select the next or previous span with a problem, and say what it is."""
    if session.scheme is None:
        return
    found = session.problems
    if not found:
        session.message.emit(translate("Navigate", "No problem in this article."))
        return
    place = session.problem_place + step
    place = place % len(found) if session.problem_place >= 0 else (0 if step > 0 else -1)
    session.problem_place = place % len(found)
    problem = found[session.problem_place]
    view = session.view
    view.select_span(problem.span)
    session.message.emit(wording.problem(problem, session.scheme))


def step_article(session: Session, step: int) -> None:
    """Open the next or previous article of the queue."""
    row = session.position + step
    article = session.queue_model.article(row)
    if article is None:
        last = translate("Navigate", "This is the last article of the queue.")
        first = translate("Navigate", "This is the first article of the queue.")
        session.message.emit(last if step > 0 else first)
        return
    session.open_article(article)
    session.focus_text()


def done_next(session: Session) -> None:
    """Mark the article as done and open the next one that is not."""
    row = session.position
    if session.edit(operations.set_status, Status.DONE) is None:
        return
    if told := training_words(session):
        session.message.emit(told)
    session.queue.refresh()
    following = session.queue_model.first_open(row)
    if following < 0:
        session.message.emit(translate("Navigate", "All articles of the queue are done."))
        return
    session.open_article(session.queue_model.article(following))
    session.focus_text()


def set_status(session: Session, status: Status) -> None:
    """Set how far the article is."""
    session.edit(operations.set_status, status)


def undo(session: Session) -> None:
    """Take back the last step, wherever it was."""
    _reverse(session, Workspace.undo, Workspace.can_undo, translate("Navigate", "Undone: {step}"))


def redo(session: Session) -> None:
    """Do again what was undone last."""
    _reverse(
        session, Workspace.redo, Workspace.can_redo, translate("Navigate", "Done again: {step}")
    )


def _reverse(
    session: Session,
    reverse: Callable[[Workspace], Affected | None],
    name: Callable[[Workspace], str | None],
    template: str,
) -> None:
    if session.workspace is None or session.workspace.read_only:
        return
    step = session.bridge.run(name)
    if step is not None and session.bridge.run(reverse) is not None:
        session.message.emit(i18n.fill(template, step=wording.step(step)))
    session.focus_text()
