"""Names of people out of layers: each becomes `annotator-1` and so on, wherever it stands.

Notes that people wrote are left as they are; who wants them out has to look through them.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from annotator.domain.layer import Decision, Layer, LayerKey
from annotator.domain.span import Relation, SourceRef, Span


def pseudonyms(names: Iterable[str], seed: int) -> dict[str, str]:
    """Return another name for each; the order says nothing, and the seed gives the same again."""
    shuffled = sorted(set(names))
    random.Random(seed).shuffle(shuffled)
    return {name: f"annotator-{number}" for number, name in enumerate(shuffled, 1)}


def renamed(layer: Layer, names: Mapping[str, str]) -> Layer:
    """Return a layer with other names of people; names that are not given stay."""
    annotator = layer.key.annotator
    key = layer.key if annotator is None else LayerKey(layer.key.article, _name(annotator, names))
    return replace(
        layer,
        key=key,
        spans={id_: _item(span, names) for id_, span in layer.spans.items()},
        relations={id_: _item(one, names) for id_, one in layer.relations.items()},
        decisions={id_: _decision(one, names) for id_, one in layer.decisions.items()},
    )


def _name(name: str, names: Mapping[str, str]) -> str:
    return names.get(name, name)


def _refs(refs: tuple[SourceRef, ...], names: Mapping[str, str]) -> tuple[SourceRef, ...]:
    return tuple(SourceRef(_name(ref.annotator, names), ref.id) for ref in refs)


_Item = TypeVar("_Item", Span, Relation)


def _item(item: _Item, names: Mapping[str, str]) -> _Item:
    made = item.provenance
    if made is None:
        return item
    other = replace(
        made,
        from_layers=_refs(made.from_layers, names),
        decided_by=_name(made.decided_by, names),
    )
    return replace(item, provenance=other)


def _decision(decision: Decision, names: Mapping[str, str]) -> Decision:
    return replace(
        decision,
        from_layers=_refs(decision.from_layers, names),
        decided_by=_name(decision.decided_by, names),
    )
