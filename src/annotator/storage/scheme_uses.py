"""How often what a label scheme names is used, and where; counted over all layers."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.storage.database import Database, Row

_LABELS = "SELECT label, sum(spans) FROM label_count GROUP BY label HAVING sum(spans) > 0"
_RELATIONS = "SELECT label, count(*) FROM relation GROUP BY label"
_WITH_LABEL = (
    "SELECT a.uid, l.person FROM label_count c JOIN layer l ON l.id = c.layer"
    " JOIN article a ON a.id = l.article WHERE c.label = ? AND c.spans > 0 AND a.binned = 0"
)
_WITH_RELATION = (
    "SELECT DISTINCT a.uid, l.person FROM relation r JOIN layer l ON l.id = r.layer"
    " JOIN article a ON a.id = l.article WHERE r.label = ? AND a.binned = 0"
)
_HAS = "EXISTS (SELECT 1 FROM json_each({column}) e WHERE e.key = ?2{value})"
_VALUE = (
    " AND (e.atom = ?3 OR e.type = 'array'"
    " AND EXISTS (SELECT 1 FROM json_each(e.value) v WHERE v.atom = ?3))"
)


def label_uses(database: Database) -> dict[str, int]:
    """Count the spans of each label."""
    return dict(database.execute(_LABELS))


def relation_uses(database: Database) -> dict[str, int]:
    """Count the relations of each type."""
    return dict(database.execute(_RELATIONS))


def attribute_uses(
    database: Database, label: str | None, attribute: str, value: str | None = None
) -> int:
    """Count the spans of a label (None: the layers) that have an attribute, or one value of it."""
    column = "attributes" if label is not None else "document"
    has = _HAS.format(column=column, value="" if value is None else _VALUE)
    table = "span WHERE label = ?1" if label is not None else "layer WHERE ?1 IS NULL"
    values = (label, attribute) if value is None else (label, attribute, value)
    return int(database.value(f"SELECT count(*) FROM {table} AND {has}", values))


def layers_with_label(database: Database, label: str) -> Iterator[Row]:
    """Yield article id and person row (None: gold) of the layers outside the bin with a label."""
    return database.execute(_WITH_LABEL, (label,))


def layers_with_relation(database: Database, relation: str) -> Iterator[Row]:
    """Yield article id and person row (None: gold) of the layers outside the bin with a link."""
    return database.execute(_WITH_RELATION, (relation,))
