"""Who said what in the whole project: every quote with its speakers, and names that are one.

An entity belongs to a layer of one article. That two of them bear names of one person is kept for
the project beside the layers, so that joining and parting names touches nobody's work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from annotator.domain import attribution
from annotator.domain.article import PUBLISHED, Article
from annotator.domain.changes import Affected
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId, SpanId
from annotator.domain.layer import Layer
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.persian.fold import fold_key
from annotator.persian.names import same_name
from annotator.storage.reading import LayerFilter, read_labelled
from annotator.workspace import roles

if TYPE_CHECKING:
    from annotator.workspace.project import Project
    from annotator.workspace.workspace import Workspace

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_JOINED = "joined_names"
_TOLD_EVERY = 200


@dataclass(frozen=True, slots=True)
class Saying:
    """One quote: where it stands, whose layer says so, who said it and about what."""

    article: ArticleId
    title: str
    published: str
    annotator: str | None
    span: SpanId
    quote: str
    kind: str
    speakers: tuple[str, ...]
    about: tuple[str, ...]


def sayings(
    ws: Project,
    *,
    everybody: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Saying]:
    """Return the quotes of who is present, or for a lead those of everybody and of gold.

    `progress` is told articles done and in all; a cancelled search returns what it has.
    """
    if everybody and ws.person is not None and not ws.person.is_lead:
        raise UserError("Only a lead of the project may do this.")
    mine = frozenset({ws.present} if ws.present else ())
    wanted = LayerFilter() if everybody else LayerFilter(annotators=mine, gold=False)
    total, found = ws.article_count(), list[Saying]()
    with ws.database.told():
        articles = read_labelled(ws.database, ws.people_store, wanted)
        for done, (article, layers) in enumerate(articles, 1):
            for layer in layers:
                found += _of_layer(article, layer, ws.scheme)
            if done % _TOLD_EVERY == 0 and progress:
                progress(done, total)
            if cancelled and cancelled():
                break
    return found


def joined(ws: Project) -> dict[str, str]:
    """Return for each name that was joined to another the name they go by."""
    return dict(ws.setting(_JOINED, {}))


def join_names(ws: Workspace, name: str, other: str) -> Affected:
    """Let one name stand for another in all lists of the project."""
    roles.check_writable(ws)
    names = joined(ws)
    main = names.get(name, name)
    gone = names.get(other, other)
    if main == gone:
        return Affected()
    renamed = {one: main if to == gone else to for one, to in names.items()}
    ws.set_setting(_JOINED, {**renamed, gone: main})
    return ws.tell(Affected(kinds=frozenset({"names"})))


def part_names(ws: Workspace, main: str) -> Affected:
    """Let all names that were joined to one stand for themselves again."""
    roles.check_writable(ws)
    ws.set_setting(_JOINED, {one: to for one, to in joined(ws).items() if to != main})
    return ws.tell(Affected(kinds=frozenset({"names"})))


def by_speaker(found: Iterable[Saying], names: Mapping[str, str]) -> list[tuple[str, list[Saying]]]:
    """Group quotes by speaker, most quotes first; without a speaker under the empty name."""
    groups: dict[str, list[Saying]] = defaultdict(list)
    for one in found:
        who = dict.fromkeys(names.get(name, name) for name in one.speakers)
        for name in who or [""]:
            groups[name].append(one)
    return sorted(groups.items(), key=lambda group: (group[0] == "", -len(group[1]), group[0]))


def proposals(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that probably mean one person, the fuller name first."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        if words := name.split():
            alike[fold_key(words[-1])].append(name)
    for group in alike.values():
        for one, other in combinations(sorted(group, key=lambda name: (-len(name), name)), 2):
            if same_name(one, other):
                yield one, other


def _of_layer(article: Article, layer: Layer, scheme: Scheme) -> Iterator[Saying]:
    said_by = scheme.relation(attribution.SAID_BY)
    for span in layer.index if said_by else ():
        if said_by and span.label in said_by.sources:
            yield _saying(article, layer, span)


def _saying(article: Article, layer: Layer, span: Span) -> Saying:
    text = article.text
    kind = span.attributes.get(attribution.TYPE, "")
    speakers = attribution.speakers(layer, span)
    about = [layer.spans[one] for one in layer.targets(span.id, attribution.ABOUT)]
    return Saying(
        article.id,
        article.title,
        article.known(PUBLISHED),
        layer.key.annotator,
        span.id,
        span.quoted(text),
        kind if isinstance(kind, str) else "",
        _names(layer, text, speakers),
        _names(layer, text, about),
    )


def _names(layer: Layer, text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    names = (attribution.display_name(layer, text, span) for span in spans)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names))
