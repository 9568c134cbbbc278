"""What an open project holds, to be read: articles, layers, people, counts, settings.

It remembers what was read last. Changing anything is `Workspace`'s, which builds on this.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.ids import ArticleId
from annotator.domain.layer import Layer, LayerKey, Status
from annotator.domain.people import Person
from annotator.domain.scheme import Scheme
from annotator.domain.span import Json
from annotator.storage import articles, settings, stats
from annotator.storage.backup import back_up
from annotator.storage.database import Database
from annotator.storage.journal import Journal
from annotator.storage.layers import Layers
from annotator.storage.people import People
from annotator.workspace.queue import Queue, QueueFilter

Clock = Callable[[], datetime]
K = TypeVar("K")
V = TypeVar("V")

_LAYERS_KEPT = 32
_ARTICLES_KEPT = 16


def utc_now() -> datetime:
    """Return the time; tests put another clock in its place."""
    return datetime.now(UTC)


class Project:
    """A project over one connection, with what was read of it last."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self.path = database.path
        self.database = database
        self.people_store = People(database)
        self.layer_store = Layers(database, self.people_store)
        self.journal = Journal(database, self.people_store)
        self.clock = clock
        self.person: Person | None = None
        self._scheme = settings.current_scheme(database)
        self._layers: OrderedDict[LayerKey, Layer] = OrderedDict()
        self._articles: OrderedDict[ArticleId, Article] = OrderedDict()

    # ── the project itself ───────────────────────────────────────────────────────────────────

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self.database.read_only

    @property
    def scheme(self) -> Scheme:
        """The current version of the label scheme."""
        return self._scheme

    @property
    def name(self) -> str:
        """The project's name."""
        return str(self.setting("name", self.path.stem))

    def setting(self, key: str, default: Json = None) -> Json:
        """Return a project setting, any JSON."""
        return settings.setting(self.database, key, default)

    def set_setting(self, key: str, value: Json) -> None:
        """Store a project setting; in a project opened read-only nothing is remembered."""
        if not self.read_only:
            with self.database.told():
                settings.set_setting(self.database, key, value)

    def next_scheme_version(self) -> int:
        """Return the version that the next change of the scheme gets."""
        versions = settings.scheme_versions(self.database)
        return max(old.version for old in versions if old.id == self._scheme.id) + 1

    def backup(self, target: Path) -> None:
        """Copy the project into a new file; raise `UserError` rather than overwrite."""
        back_up(self.database, target)

    def now(self) -> str:
        """Return the time in UTC, to the second, as it is stored."""
        return stamp(self.clock)

    def people(self) -> list[Person]:
        """Everybody, in the order they joined."""
        return self.people_store.all()

    # ── articles and layers ──────────────────────────────────────────────────────────────────

    def article(self, article: ArticleId) -> Article:
        """Return an article; raise `UserError` where there is none of that id."""
        found = self._articles.get(article)
        if found is None:
            with self.database.told():
                found = articles.read_article(self.database, article)
            if found is None:
                raise UserError(f"There is no article {article} in this project.")
            _keep(self._articles, article, found, _ARTICLES_KEPT)
        return found

    def article_ids(self) -> list[ArticleId]:
        """Return all article ids in import order."""
        return articles.article_ids(self.database)

    def article_count(self) -> int:
        """Return how many articles there are."""
        return stats.articles(self.database)

    def has_article(self, article: ArticleId) -> bool:
        """Tell whether there is an article of an id outside the bin."""
        return article in self._articles or (
            articles.read_article(self.database, article) is not None
        )

    def cleaning(self, article: ArticleId) -> tuple[tuple[str, int], ...]:
        """Return what import changed in an article, by kind and count."""
        return articles.cleaning_of(self.database, article)

    def queue(self, wanted: QueueFilter | None = None) -> Queue:
        """Return the articles that a filter leaves, as a lazy sequence."""
        wanted = wanted or QueueFilter()
        if wanted.annotator is None and self._sees_own:
            wanted = replace(wanted, mine=True)
        with self.database.told():
            return Queue(self.database, wanted, self._person_row(wanted.annotator))

    def counts(self, annotator: str | None = None) -> dict[Status, int]:
        """Return how many articles have which status for a person (None: who is present)."""
        mine = annotator is None and self._sees_own
        return stats.counts(self.database, self._person_row(annotator), mine=mine)

    def stats(self) -> dict[str, Json]:
        """Return progress and counts as `annotator stats --json` prints them."""
        return stats.stats(self.database)

    def layer(self, key: LayerKey) -> Layer:
        """Return a layer; empty and without a state where nobody has begun."""
        layer = self._layers.get(key)
        if layer is None:
            with self.database.told():
                layer = self.layer_store.read(key)
        _keep(self._layers, key, layer, _LAYERS_KEPT)
        return layer

    def layers(self, article: ArticleId) -> list[LayerKey]:
        """Return the layers an article has, by annotator's name, gold last."""
        return self.layer_store.keys(article)

    def forget(self) -> None:
        """Forget all that was read, because another connection has written."""
        self._layers.clear()
        self._articles.clear()
        self.people_store.reload()
        self._scheme = settings.current_scheme(self.database)
        if self.person:
            self.person = self.people_store.named(self.person.name)

    @property
    def present(self) -> str | None:
        """The name of who is present."""
        return self.person.name if self.person else None

    def remember(self, layers: dict[LayerKey, Layer]) -> None:
        """Take over layers that were just written."""
        for key, layer in layers.items():
            _keep(self._layers, key, layer, _LAYERS_KEPT)

    @property
    def _sees_own(self) -> bool:
        """Whether the queue holds only what is not assigned to others: for all but leads."""
        return self.person is not None and not self.person.is_lead

    def _person_row(self, annotator: str | None) -> int | None:
        name = annotator or self.present
        return self.people_store.row(name) if name else None


def stamp(clock: Clock) -> str:
    """Return the time of a clock as it is stored: UTC, to the second."""
    return clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _keep(cache: OrderedDict[K, V], key: K, value: V, limit: int) -> None:
    cache[key] = value
    cache.move_to_end(key)
    if len(cache) > limit:
        cache.popitem(last=False)
