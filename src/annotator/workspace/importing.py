"""Taking articles and layers in: what is new, the same, or refused, in one transaction.

Formats say what a file holds; here it is decided against what the project holds. An import is one
journal entry, never undone, and preceded by a backup where the project has content.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.domain import scheme_file
from annotator.domain.changes import Affected, Step
from annotator.domain.errors import Rejection, SchemeError, UserError
from annotator.domain.layer import Change, Item, Layer, LayerKey, LayerState, Status
from annotator.domain.scheme import Scheme
from annotator.formats import registry
from annotator.formats.format import Format
from annotator.formats.records import IMPORTED, ReadContext, Record, RelationUse
from annotator.formats.sources import Source, find_sources, read_source
from annotator.persian.fold import name_key
from annotator.storage import settings
from annotator.storage.bulk import Bulk, KnownArticle
from annotator.storage.journal import EntryKind
from annotator.workspace import roles
from annotator.workspace.backups import back_up_now
from annotator.workspace.collecting import collection_paused
from annotator.workspace.copies import Copies, Copy
from annotator.workspace.workspace import Workspace

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_TOLD_EVERY = 200


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import; `annotator` and `status` are for layers that name none.

    `skip_duplicates` passes over new articles that are copies of others, whatever their id.
    `columns` says which column or key holds what, see `ReadContext`.
    """

    format: str | None = None
    annotator: str = IMPORTED
    status: Status | None = None
    add_labels: bool = False
    replace: bool = False
    skip_duplicates: bool = False
    strict: bool = False
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class ImportReport:
    """What an import did; where `changed` is False the project is as it was.

    `notices` counts what is worth telling by kind, `encodings` names files whose encoding was
    assumed, `copies` articles that are like others, taken or not.
    """

    articles: int = 0
    layers: int = 0
    replaced: int = 0
    unchanged: int = 0
    duplicates: int = 0
    changed: bool = False
    rejections: list[Rejection] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    notices: Counter[str] = field(default_factory=Counter)
    encodings: dict[str, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    @property
    def taken(self) -> int:
        """How many articles and layers came in."""
        return self.articles + self.layers + self.replaced


class _Nothing(Exception):
    """Raised to roll back an import that brings nothing or must bring all."""


class ImportCancelled(UserError):
    """Somebody stopped an import; the project is as it was."""


def import_paths(
    ws: Workspace,
    paths: Sequence[Path],
    options: ImportOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Import files and folders; raise `UserError` where nothing can be read at all.

    `progress` is told bytes done and bytes in all; `cancelled` is asked now and then.
    """
    options = options or ImportOptions()
    roles.check_writable(ws)
    roles.check_name(options.annotator)
    chosen = registry.find(options.format, reads=True) if options.format else None
    sources = find_sources(paths, chosen)
    watch = _Watch(sum(source.size for source in sources), progress, cancelled)
    context = ReadContext(
        ws.scheme,
        options.add_labels,
        options.annotator,
        options.status,
        columns=options.columns,
    )
    records = _watched(sources, context, chosen, watch)
    return import_records(ws, records, options, [source.path.name for source in sources])


def _watched(
    sources: Sequence[Source], context: ReadContext, chosen: Format | None, watch: _Watch
) -> Iterator[Record | Rejection]:
    for source in sources:
        for record in read_source(source, context, chosen):
            yield watch.seen(source, record)
    watch.check()


def import_records(
    ws: Workspace,
    records: Iterator[Record | Rejection],
    options: ImportOptions,
    files: Sequence[str] = (),
) -> ImportReport:
    """Import what a reader yields; see `import_paths`."""
    report = ImportReport()
    if ws.article_count():
        back_up_now(ws, "import")
    try:
        with collection_paused(), ws.database.transaction():
            _take_all(ws, records, options, report, files)
    except _Nothing:
        ws.people_store.reload()
        return report
    except BaseException:
        ws.people_store.reload()
        raise
    report.changed = True
    ws.refresh(Affected(kinds=frozenset({"articles", "people", "scheme"})))
    return report


def _take_all(
    ws: Workspace,
    records: Iterator[Record | Rejection],
    options: ImportOptions,
    report: ImportReport,
    files: Sequence[str],
) -> None:
    now = ws.now()
    seq = ws.journal.append_note(EntryKind.IMPORT, "import", ws.present, now, details={})
    taker = _Taker(ws, options, report, seq, now)
    for record in records:
        rejection = record if isinstance(record, Rejection) else taker.take(record)
        if rejection is not None:
            report.rejections.append(rejection)
    if not report.taken or (options.strict and report.rejections):
        raise _Nothing
    taker.finish()
    details = {
        "files": list(files)[:20],
        "articles": report.articles,
        "layers": report.layers,
        "replaced": report.replaced,
        "rejected": len(report.rejections),
    }
    ws.journal.set_details(seq, details)


class _Taker:
    """Decides about one record after the other and hands the good ones on."""

    def __init__(
        self, ws: Workspace, options: ImportOptions, report: ImportReport, seq: int, now: str
    ) -> None:
        self._ws = ws
        self._options = options
        self._report = report
        self._seq = seq
        self._now = now
        self._bulk = Bulk(ws.database, ws.people_store, seq, now)
        self._scheme = ws.scheme
        self._copies = Copies(ws, skip=options.skip_duplicates)

    def take(self, record: Record) -> Rejection | None:
        """Take a record, or say why not; a record is taken whole or not at all."""
        known = self._bulk.article(record.article.id)
        reason = self._refusal(record, known)
        if reason is not None:
            return _rejected(record, *reason)
        if known is None and (copy := self._copies.find(record)):
            self._report.copies.append(copy)
            if not copy.taken:
                self._report.duplicates += 1
                return None
        self._note(record)
        if known is None:
            known = self._bulk.add_article(record.article, record.cleaning)
            self._report.articles += 1
        elif record.layer is None:
            self._report.unchanged += 1
        if record.layer is not None:
            self._take_layer(known, record.layer, record.article.text)
        return None

    def finish(self) -> None:
        """Write what is left, and the scheme where labels joined it."""
        self._bulk.write()
        if self._scheme is not self._ws.scheme:
            new = replace(self._scheme, version=self._ws.next_scheme_version())
            settings.add_scheme(self._ws.database, new, self._now)

    def _refusal(self, record: Record, known: KnownArticle | None) -> tuple[str, str] | None:
        """Return the field and the reason why a record cannot be taken."""
        if known is not None and known.sha256 != record.article.sha256:
            where = "in the bin" if known.binned else "in the project"
            return "id", f"an article {record.article.id!r} with another text is {where} already"
        if known is not None and known.binned:
            return "id", f"the article {record.article.id!r} is in the bin: bring it back first"
        if record.layer is None:
            return None
        if known is not None and not self._options.replace and self._differs(record.layer):
            whose = record.layer.key.annotator or "gold"
            return "annotator", f"the layer of {whose} is there already with other content"
        if record.layer.key.annotator and (like := self._like(record.layer.key.annotator)):
            return "annotator", f"the name is too like {like}, who is in the project"
        return self._join_scheme(record.unknown_labels, record.unknown_relations)

    def _differs(self, layer: Layer) -> bool:
        present = self._bulk.layer(layer.key)
        return present.state is not None and not _same(present, layer)

    def _like(self, name: str) -> str | None:
        if self._ws.people_store.named(name):
            return None
        key = name_key(name)
        people = self._ws.people_store.all()
        return next((person.name for person in people if name_key(person.name) == key), None)

    def _join_scheme(
        self, labels: Sequence[str], relations: Sequence[RelationUse]
    ) -> tuple[str, str] | None:
        try:
            self._scheme = extended(self._scheme, labels, relations)
        except SchemeError as error:
            return "label", f"the label scheme cannot take it: {error.reason}"
        return None

    def _note(self, record: Record) -> None:
        report = self._report
        for kind, count in (*record.cleaning, *record.notices):
            report.notices[kind] += count
        if record.encoding:
            report.encodings[record.file] = record.encoding
        report.labels += [name for name in record.unknown_labels if name not in report.labels]

    def _take_layer(self, known: KnownArticle, layer: Layer, text: str) -> None:
        if layer.key.annotator is not None:
            self._report.people += self._ws.people_store.ensure([layer.key.annotator])
        present = self._bulk.layer(layer.key)
        if present.state is None:
            self._bulk.add_layer(known, layer, text)
            self._report.layers += 1
        elif _same(present, layer):
            self._report.unchanged += 1
        else:
            self._replace(present, layer, text)
            self._report.replaced += 1

    def _replace(self, present: Layer, layer: Layer, text: str) -> None:
        """Exchange a layer; what it was stays in the journal."""
        self._bulk.write()
        step = Step("replace", tuple(differences(present, layer)))
        self._ws.layer_store.write(layer.key, step.changes, text, self._now)
        self._ws.journal.append_step(step, self._ws.present, self._now, EntryKind.REPLACE)


def differences(before: Layer, after: Layer) -> Iterator[Change]:
    """Yield the changes that make one layer of the other: links go first and come last."""
    yield from _between(before.key, before.relations, {})
    for name in ("spans", "entities", "decisions"):
        yield from _between(before.key, getattr(before, name), getattr(after, name))
    yield from _between(before.key, {}, after.relations)
    if before.state != after.state:
        yield Change(before.key, before.state, after.state or LayerState())


def _between(
    key: LayerKey, before: Mapping[Any, Item], after: Mapping[Any, Item]
) -> Iterator[Change]:
    for identity in dict.fromkeys([*before, *after]):
        old, new = before.get(identity), after.get(identity)
        if old != new:
            yield Change(key, old, new)


def extended(scheme: Scheme, labels: Sequence[str], relations: Sequence[RelationUse]) -> Scheme:
    """Return the scheme with labels and relation types joined to it, in neutral colours."""
    if not labels and not relations:
        return scheme
    content = scheme_file.to_json(scheme)
    known = {label["id"] for label in content["labels"]}
    content["labels"] += [{"id": one} for one in dict.fromkeys(labels) if one not in known]
    types = {one["id"]: one for one in content["relations"]}
    own = {relation.id for relation in scheme.relations if not _is_joined(relation.extra)}
    for use in relations:
        if use.label in own:
            continue
        kind = types.get(use.label)
        if kind is None:
            kind = types[use.label] = {"id": use.label, "from": [], "to": [], _JOINED: True}
            content["relations"].append(kind)
        kind["from"] = list(dict.fromkeys([*kind["from"], use.source_label]))
        kind["to"] = list(dict.fromkeys([*kind["to"], use.target_label]))
    new = scheme_file.parse(content)
    return scheme if new == scheme else new


_JOINED = "joined_by_import"


def _is_joined(extra: object) -> bool:
    return isinstance(extra, dict) and _JOINED in extra


def _same(present: Layer, given: Layer) -> bool:
    return (
        present.state == given.state
        and present.spans == given.spans
        and present.relations == given.relations
        and present.entities == given.entities
        and present.decisions == given.decisions
    )


def _rejected(record: Record, name: str, reason: str) -> Rejection:
    return Rejection(record.file, record.line, name, reason, str(record.article.id))


class _Watch:
    """Tells how far reading is and stops it when asked to."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._total = total
        self._progress = progress
        self._cancelled = cancelled
        self._source: Source | None = None
        self._before = 0
        self._within = 0
        self._count = 0

    def seen(self, source: Source, record: Record | Rejection) -> Record | Rejection:
        """Count a record and hand it on; raise `ImportCancelled` where asked to stop."""
        if source is not self._source:
            self._before += self._source.size if self._source else 0
            self._source, self._within = source, 0
        if isinstance(record, Record):
            # characters of Persian text take about two bytes
            self._within += 2 * len(record.article.text)
        self._count += 1
        self.check()
        if self._count % _TOLD_EVERY == 0:
            self._tell()
        return record

    def check(self) -> None:
        """Raise `ImportCancelled` where asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise ImportCancelled("The import was stopped; the project is as it was.")

    def _tell(self) -> None:
        if self._progress is not None and self._source is not None:
            done = self._before + min(self._within, self._source.size)
            self._progress(min(done, self._total), self._total)
