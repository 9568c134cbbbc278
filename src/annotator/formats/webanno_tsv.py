"""WebAnno TSV 3.3 in a zip, one file an article and layer; lossy, CAS is the better choice.

Positions count UTF-16 units. A paragraph is a sentence of the format, so that what stands between
two is line ends; other white space at the edges of paragraphs becomes line ends when read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO

from annotator.domain.article import Article
from annotator.domain.errors import Rejection
from annotator.domain.layer import Layer
from annotator.domain.offsets import Utf16Map
from annotator.domain.scheme import Scheme
from annotator.domain.span import Relation
from annotator.formats.file_names import file_name, identity_of
from annotator.formats.foreign import Draft, Object, Taker, native_span, single_layers
from annotator.formats.holds import Holds, Unit
from annotator.formats.records import Labelled, ReadContext, Record
from annotator.formats.tokens import Fit, token_losses, tokens_for
from annotator.formats.zips import Archive, zipped
from annotator.persian.segment import paragraph_spans

HEADER = "#FORMAT=WebAnno TSV 3.3"
SPANS = "#T_SP=webanno.custom.Span|label"
RELATIONS = "#T_RL=webanno.custom.Relation|label|BT_webanno.custom.Span"
GOLD, UNLABELLED = "_gold", "_unlabelled"
_SPECIAL = re.compile(r"(->|[\\\[\]|_;\t\n*])")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_ESCAPES = {"\t": "\\t", "\n": "\\n"}
_PLAIN = {"t": "\t", "n": "\n"}
_ROW = re.compile(r"(\d+-\d+)(?:\.\d+)?\t(\d+)-(\d+)\t", re.ASCII)
_CELL = re.compile(r"(.*?)(?:\[(\d+)\])?", re.DOTALL)
_UNESCAPED_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")


def _own_losses(article: Article, layer: Layer) -> Iterator[tuple[str, str]]:
    yield from token_losses(article, layer, layer.spans.keys())
    if _gaps_lost(article.text):
        yield "exact_text", article.title


def _gaps_lost(text: str) -> bool:
    """Tell whether something but line feeds stands outside of the paragraphs."""
    position = 0
    for start, end in [*_paragraphs(text), (len(text), len(text))]:
        if text[position:start].strip("\n"):
            return True
        position = end
    return text.endswith("\n")


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs without white space at their edges."""
    found = []
    for start, end in paragraph_spans(text):
        words = text[start:end]
        found.append((end - len(words.lstrip()), start + len(words.rstrip())))
    return found


HOLDS = Holds(
    Unit.UTF16,
    article_ids=True,
    exact_text=True,
    annotators=True,
    several_layers=True,
    bare_articles=True,
    gold=True,
    relations=True,
    own=_own_losses,
)


def escaped(text: str) -> str:
    """Return a value with a backslash before whatever the format gives a meaning to."""
    return _SPECIAL.sub(lambda m: _ESCAPES.get(m[0], f"\\{m[0]}"), text)


def unescaped(text: str) -> str:
    """Return the value that `escaped` made this of."""
    return _ESCAPED.sub(lambda m: _PLAIN.get(m[1], m[1]), text)


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:  # noqa: ARG001
    """Yield a zip of TSV files."""
    return zipped(_entries(articles))


def _entries(articles: Iterable[Labelled]) -> Iterator[tuple[str, bytes]]:
    for article, layer in single_layers(articles):
        whose = UNLABELLED if layer is None else layer.key.annotator or GOLD
        path = f"{file_name(article.id)}/{file_name(whose)}.tsv"
        yield path, "".join(_Writer(article.text, layer).lines()).encode()


class _Writer:
    """Writes one file: paragraphs with their tokens, and the cells of each token."""

    def __init__(self, text: str, layer: Layer | None) -> None:
        self._text = text
        self._layer = layer
        self._units = Utf16Map(text)
        self._tokens = tokens_for(text, layer.spans.values() if layer else ())
        self._names: list[str] = []
        self._cells: dict[int, list[tuple[str, int]]] = {}
        self._links: dict[int, list[str]] = {}

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        paragraphs = _paragraphs(self._text)
        self._name_tokens(paragraphs)
        self._place_spans()
        yield f"{HEADER}\n{SPANS}\n{RELATIONS}\n"
        number = 0
        for start, end in paragraphs:
            yield (
                f"\n\n#Text={escaped(self._text[start:end])}\n"
                if not number
                else (f"\n#Text={escaped(self._text[start:end])}\n")
            )
            while number < len(self._tokens) and self._tokens[number].start < end:
                yield self._row(number)
                number += 1

    def _name_tokens(self, paragraphs: list[tuple[int, int]]) -> None:
        sentence, inside = 0, 0
        for token in self._tokens:
            while sentence < len(paragraphs) and paragraphs[sentence][0] <= token.start:
                sentence, inside = sentence + 1, 0
            inside += 1
            self._names.append(f"{sentence}-{inside}")

    def _place_spans(self) -> None:
        if self._layer is None:
            return
        pieces = [(span, piece) for span in self._layer.index for piece in span.pieces]
        firsts: dict[str, tuple[int, Fit]] = {}
        for number, (span, piece) in enumerate(pieces, 1):
            if fit := self._tokens.fit(*piece):
                firsts.setdefault(span.id, (number, fit))
                for token in range(fit.first, fit.end):
                    self._cells.setdefault(token, []).append((span.label, number))
        for relation in sorted(self._layer.relations.values(), key=_order):
            left, right = firsts.get(relation.source), firsts.get(relation.target)
            if left and right:
                (number, source), (other, target) = left, right
                where = f"{escaped(relation.label)}\t{self._names[source.first]}[{number}_{other}]"
                self._links.setdefault(target.first, []).append(where)

    def _row(self, number: int) -> str:
        start, end = self._tokens[number]
        offsets = f"{self._units.to_utf16(start)}-{self._units.to_utf16(end)}"
        cells = "|".join(f"{escaped(label)}[{n}]" for label, n in self._cells.get(number, []))
        links = [link.split("\t") for link in self._links.get(number, [])]
        labels = "|".join(link[0] for link in links) or "_"
        sources = "|".join(link[1] for link in links) or "_"
        word = escaped(self._text[start:end])
        columns = (self._names[number], offsets, word, cells or "_", labels, sources)
        return "\t".join(columns) + "\t\n"


def _order(relation: Relation) -> tuple[str, str, str, str]:
    return relation.source, relation.target, relation.label, relation.id


def read(source: BinaryIO, name: str, context: ReadContext) -> Iterator[Record | Rejection]:
    """Yield a record for each TSV of a zip, or for a single file."""
    start = source.read(2)
    source.seek(0)
    if start != b"PK":
        yield _taken(source.read(), PurePosixPath(PurePosixPath(name).name), Taker(name, context))
        return
    try:
        archive = Archive(source)
    except ValueError as error:
        yield Taker(name, context).reject(None, None, str(error))
        return
    paths = [path for path in archive.names if path.endswith(".tsv")]
    for path in paths:
        member, taker = archive.member(path), Taker(f"{name}!{path}", context)
        if member.problem:
            yield taker.reject(None, None, member.problem)
        else:
            yield _taken(member.data, PurePosixPath(path), taker)
    if not paths:
        yield Taker(name, context).reject(None, None, "the archive holds no .tsv")


def _taken(data: bytes, path: PurePosixPath, taker: Taker) -> Record | Rejection:
    try:
        draft = _File(data.decode("utf-8-sig")).draft()
    except UnicodeDecodeError as error:
        return taker.reject(None, None, f"not UTF-8: byte {error.start + 1} does not fit")
    except _BadRow as error:
        return taker.reject(error.line, None, str(error))
    if path.parent.name:
        draft.id, whose = identity_of(path.parent.name), identity_of(path.stem)
        if whose != UNLABELLED:
            draft.head = {"gold": True} if whose == GOLD else {"annotator": whose}
    return taker.take(draft, 1)


class _BadRow(Exception):
    """A row that cannot be taken."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


@dataclass(slots=True)
class _Mark:
    """An annotation while its tokens come in: its label, and where it has reached."""

    label: str
    start: int
    end: int
    line: int


@dataclass(slots=True)
class _File:
    """Reads one file; only the first span layer with a label, and the relations over it."""

    content: str
    parts: list[str] = field(default_factory=list)
    units: int = 0
    marks: dict[str, _Mark] = field(default_factory=dict)
    ends: list[tuple[str, str, str, int]] = field(default_factory=list)

    def draft(self) -> Draft:
        """Return the text and what is marked in it."""
        lines = self.content.split("\n")
        if not lines[0].startswith("#FORMAT=WebAnno TSV 3"):
            raise _BadRow(1, "the first line does not name the format WebAnno TSV 3")
        columns = _columns(lines)
        self._read_text(lines)
        text = "".join(self.parts)
        units = Utf16Map(text)
        for number, line in enumerate(lines, 1):
            if _ROW.match(line):
                self._row(line.rstrip("\r"), number, columns, units)
        draft = Draft(text)
        for key, mark in self.marks.items():
            item: Object = native_span(f"s{key}", mark.label, [(mark.start, mark.end)])
            draft.add_span(item, f"the annotation {key}", mark.line)
        for label, source, target, number in self.ends:
            link = {"label": label, "from": f"s{source}", "to": f"s{target}"}
            draft.add_relation(link, "a relation", number)
        return draft

    def _read_text(self, lines: list[str]) -> None:
        """Put the text together: each #Text at the place of its first token."""
        waiting: str | None = None
        for number, line in enumerate(lines, 1):
            if line.startswith("#Text="):
                more = unescaped(line[6:].rstrip("\r"))
                waiting = more if waiting is None else f"{waiting}\n{more}"
            elif waiting is not None and (row := _ROW.match(line)):
                gap = int(row[2]) - self.units
                if gap < 0 or gap > 10_000_000:
                    raise _BadRow(number, f"the sentence begins at {row[2]}, within another")
                self.parts += ("\n" * gap, waiting)
                self.units += gap + len(waiting.encode("utf-16-le", "surrogatepass")) // 2
                waiting = None

    def _row(self, line: str, number: int, columns: _Columns, units: Utf16Map) -> None:
        cells = line.split("\t")
        place = cells[1].split("-")
        start, end = int(place[0]), int(place[1])
        if not start < end <= units.utf16_length:
            raise _BadRow(number, f"the token {start} to {end} lies outside the text")
        if not (units.is_boundary(start) and units.is_boundary(end)):
            raise _BadRow(number, f"the token {start} to {end} begins or ends inside a character")
        first, stop = units.to_code_point(start), units.to_code_point(end)
        keys = []
        for label, key in _stacked(cells, columns.label):
            name = key or f"{cells[0]}"
            keys.append(name)
            mark = self.marks.setdefault(name, _Mark(label, first, stop, number))
            mark.end = max(mark.end, stop)
        labels = _stacked(cells, columns.relation)
        for (label, _), source in zip(labels, _sources(cells, columns.relation + 1), strict=False):
            token, pair = source
            left, _, right = pair.partition("_")
            from_key = left if left not in {"", "0"} else token
            to_key = right if right not in {"", "0"} else (keys[0] if keys else cells[0])
            self.ends.append((label, from_key, to_key, number))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns hold the label of a span and of a relation; 0 where there is none."""

    label: int = 0
    relation: int = 0


def _columns(lines: list[str]) -> _Columns:
    """Find the columns by the layers that the head declares, three columns being the token's."""
    column, label, relation = 3, 0, 0
    for line in lines:
        if not line.startswith("#T_"):
            if line and not line.startswith("#FORMAT"):
                break
            continue
        kind, _, rest = line.rstrip("\r").partition("=")
        features = rest.split("|")[1:]
        wanted = next((i for i, f in enumerate(features) if f in {"label", "value"}), 0)
        if kind == "#T_SP" and not label and features:
            label = column + wanted
        if kind == "#T_RL" and not relation and len(features) == 2:
            relation = column
        column += max(len(features), 1)
    return _Columns(label, relation)


def _stacked(cells: list[str], column: int) -> list[tuple[str, str]]:
    """Return the values of a cell, each with the number that ties its tokens (or none)."""
    if not column or column >= len(cells) or cells[column] in {"", "_"}:
        return []
    found = []
    for part in _split(cells[column]):
        match = _CELL.fullmatch(part)
        if match:
            found.append((unescaped(match[1]), match[2] or ""))
    return found


def _sources(cells: list[str], column: int) -> list[tuple[str, str]]:
    if column >= len(cells) or cells[column] in {"", "_"}:
        return []
    parts = [part.partition("[") for part in cells[column].split("|")]
    return [(token, pair.rstrip("]")) for token, _, pair in parts]


def _split(cell: str) -> list[str]:
    """Split at bars that no backslash escapes."""
    parts, begun = [], 0
    for found in _UNESCAPED_BAR.finditer(cell):
        parts.append(cell[begun : found.end() - 1])
        begun = found.end()
    return [*parts, cell[begun:]]
