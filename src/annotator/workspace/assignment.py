"""Giving articles to people: a share of them to several, the rest to one each, in rounds."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement.marks import marks_of_layer
from annotator.agreement.pairing import Scheme, scored
from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import LayerKey, Status
from annotator.domain.rounds import Round, RoundKind
from annotator.storage import assignments as stored
from annotator.workspace import roles
from annotator.workspace.project import Project

if TYPE_CHECKING:
    from annotator.workspace.workspace import Workspace

Plan = Mapping[ArticleId, tuple[str, ...]]

_ASSIGNED = Affected(kinds=frozenset({"assignments"}))


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many articles a person has in a round."""

    round: str
    person: str
    articles: int


def plan(
    articles: Sequence[ArticleId],
    people: Sequence[str],
    *,
    share: float = 0.2,
    together: int = 2,
    seed: int = 0,
) -> Plan:
    """Deal articles out: a share (0 to 1) to `together` people each, the others to one.

    Everybody gets nearly as many; the same seed deals the same.
    """
    if not people:
        raise UserError("Choose who shall get articles.")
    if not 0 <= share <= 1 or not 1 <= together <= len(people):
        raise UserError("Choose a share from 0 to 100 percent, and no more people than there are.")
    chance = random.Random(seed)
    order = list(articles)
    chance.shuffle(order)
    shared = set(order[: round(len(order) * share)])
    load = dict.fromkeys(people, 0)
    dealt: dict[ArticleId, tuple[str, ...]] = {}
    for article in order:
        waiting = sorted(people, key=lambda name: (load[name], chance.random()))
        chosen = waiting[: together if article in shared else 1]
        for name in chosen:
            load[name] += 1
        dealt[article] = tuple(sorted(chosen, key=people.index))
    return {article: dealt[article] for article in articles}


def assign(ws: Workspace, dealt: Plan, made: Round) -> Affected:
    """Give articles out in a round, in place of what nobody has begun on them."""
    roles.check_lead(ws)
    if not made.name.strip():
        raise UserError("A round needs a name.")
    pairs = [(article, _row(ws, name)) for article, names in dealt.items() for name in names]
    with ws.database.transaction():
        stored.free(ws.database, dealt)
        stored.assign(ws.database, pairs, stored.add_round(ws.database, made, ws.now()))
    return ws.tell(_ASSIGNED)


def take_back(ws: Workspace) -> Affected:
    """Let every article on which nobody it was given to has begun be everybody's again."""
    roles.check_lead(ws)
    with ws.database.transaction():
        stored.free(ws.database, ws.article_ids())
    return ws.tell(_ASSIGNED)


def rounds(ws: Project) -> list[Round]:
    """Return all rounds, oldest first."""
    return stored.rounds(ws.database)


def assigned(ws: Project) -> list[Assigned]:
    """Return how many articles each has in each round."""
    found = stored.assigned(ws.database)
    return [Assigned(name, ws.people_store.name(row), count) for name, row, count in found]


def assigned_to(ws: Project, article: ArticleId) -> list[str]:
    """Return who has an article; nobody: it is everybody's."""
    return [ws.people_store.name(row) for row in stored.assigned_to(ws.database, article)]


def in_training(ws: Project, article: ArticleId, name: str) -> bool:
    """Tell whether a person has an article in a training round."""
    row = ws.people_store.row(name)
    return row is not None and stored.in_training(ws.database, article, row)


def against_gold(ws: Project, article: ArticleId, name: str) -> tuple[float, int] | None:
    """Return a learner's span F1 (half of the extent and the label) against gold, and its spans.

    None before she has finished the article, or where it is no training or has no gold.
    """
    layer, gold = ws.layer(LayerKey(article, name)), ws.layer(LayerKey(article, None))
    if layer.status is not Status.DONE or gold.state is None or not in_training(ws, article, name):
        return None
    gained, spans = scored([(marks_of_layer(layer), marks_of_layer(gold))], Scheme.IOU50)
    return (gained / spans if spans else 1.0), spans


def training(name: str) -> Round:
    """Return a training round of a name."""
    return Round(name, RoundKind.TRAINING)


def _row(ws: Workspace, name: str) -> int:
    row = ws.people_store.row(name)
    if row is None:
        raise UserError(f"Nobody is named {name} in this project.")
    return row
