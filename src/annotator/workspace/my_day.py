"""A person's own progress: what she finished, made and how long she worked, today and in all.

Time is what the window measured as activity; it is hers. Others see her sums only where the project
says so, and no export holds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from statistics import median
from typing import TYPE_CHECKING

from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.storage import time_spent
from annotator.workspace import roles

if TYPE_CHECKING:
    from annotator.workspace.project import Project
    from annotator.workspace.workspace import Workspace

SUMS_SHOWN = "leads_see_time"


@dataclass(frozen=True, slots=True)
class Work:
    """What a person did: articles done, spans made, seconds of activity."""

    articles: int
    spans: int
    seconds: int


@dataclass(frozen=True, slots=True)
class MyDay:
    """A person's work; `median_seconds` is that of the articles done, None where none is timed."""

    today: Work
    in_all: Work
    median_seconds: int | None


def record(ws: Workspace, article: ArticleId, seconds: int, person: str | None = None) -> None:
    """Add seconds spent on an article today by somebody, else by who is present."""
    row = ws.people_store.row(person) if person else _row(ws)
    if row is None or seconds <= 0 or ws.read_only:
        return
    with ws.database.transaction():
        time_spent.add_seconds(ws.database, row, _today(ws), article, seconds)


def my_day(ws: Workspace) -> MyDay | None:
    """Return the work of who is present; None where nobody is."""
    person = _row(ws)
    if person is None:
        return None
    database, moment = ws.database, _midnight(ws)
    with database.told():
        timed = time_spent.seconds_by_finished_article(database, person)
        today = Work(
            time_spent.finished_since(database, person, moment),
            time_spent.spans_since(database, person, moment),
            time_spent.seconds_of(database, person, _today(ws)),
        )
        in_all = Work(
            time_spent.finished(database, person),
            time_spent.spans_since(database, person, ""),
            time_spent.seconds_of(database, person),
        )
    return MyDay(today, in_all, round(median(timed)) if timed else None)


def done_today(ws: Workspace) -> int:
    """Return how many articles who is present marked as done today and left so."""
    person = _row(ws)
    if person is None:
        return 0
    with ws.database.told():
        return time_spent.finished_since(ws.database, person, _midnight(ws))


def seconds_today(ws: Workspace) -> int:
    """Return for how long who is present has worked today."""
    person = _row(ws)
    with ws.database.told():
        return 0 if person is None else time_spent.seconds_of(ws.database, person, _today(ws))


def sums_are_shown(ws: Workspace) -> bool:
    """Tell whether leads see everybody's sums; they do not unless that was switched on."""
    return bool(ws.setting(SUMS_SHOWN, default=False))


def show_sums(ws: Workspace, shown: bool) -> Affected:
    """Let leads see everybody's sums, or not; everybody sees which of both holds."""
    roles.check_lead(ws)
    ws.set_setting(SUMS_SHOWN, shown)
    return ws.tell(Affected(kinds=frozenset({"settings"})))


def sums(ws: Workspace) -> list[tuple[str, int]]:
    """Return everybody's name and seconds in all, for a lead where the project allows it."""
    roles.check_lead(ws)
    if not sums_are_shown(ws):
        raise UserError("In this project everybody sees only her own time.")
    found = [(one.name, ws.people_store.row(one.name)) for one in ws.people()]
    return [(name, time_spent.seconds_of(ws.database, row)) for name, row in found if row]


def _row(ws: Project) -> int | None:
    return ws.people_store.row(ws.present) if ws.present else None


def _today(ws: Project) -> str:
    return ws.clock().astimezone().date().isoformat()


def _midnight(ws: Project) -> str:
    start = ws.clock().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    return start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
