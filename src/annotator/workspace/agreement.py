"""Agreement between the people of a project: what enters, and the report on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.agreement.report import ArticleLayers, Report, report
from annotator.domain.errors import UserError
from annotator.domain.layer import Status
from annotator.storage.reading import LayerFilter, read_labelled
from annotator.workspace.project import Project

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class AgreementOptions:
    """Whose agreement on what; no annotators is all who finished something, no labels all."""

    annotators: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    gamma: bool = False
    trimmed: bool = False
    seed: int = 0


def agreement(
    ws: Project,
    options: AgreementOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Report:
    """Measure the agreement of people on the articles that they have marked done."""
    options = options or AgreementOptions()
    annotators = options.annotators or tuple(finishers(ws))
    _check(ws, options)
    return report(
        shared_layers(ws, annotators),
        annotators=annotators,
        labels=options.labels or None,
        gamma=options.gamma,
        trimmed=options.trimmed,
        seed=options.seed,
        progress=progress,
        cancelled=cancelled,
    )


def finishers(ws: Project) -> list[str]:
    """Return the names of the people who have marked an article done, sorted."""
    return sorted(person["name"] for person in ws.stats()["people"] if person["done"])


def shared_layers(ws: Project, annotators: Sequence[str]) -> Iterator[ArticleLayers]:
    """Yield the articles with a finished layer of any of these people."""
    wanted = LayerFilter(frozenset(annotators), gold=False, statuses=frozenset({Status.DONE}))
    for article, layers in read_labelled(ws.database, ws.people_store, wanted):
        if layers:
            by_name = {layer.key.annotator or "": layer for layer in layers}
            yield ArticleLayers(article.id, len(article.text), by_name, article.text)


def _check(ws: Project, options: AgreementOptions) -> None:
    for name in options.annotators:
        if ws.people_store.named(name) is None:
            raise UserError(f"Nobody is named {name} in this project.")
    for label in options.labels:
        if ws.scheme.label(label) is None:
            known = ", ".join(one.id for one in ws.scheme.labels)
            raise UserError(f"There is no label {label}; the scheme has {known}.")
