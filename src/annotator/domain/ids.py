"""Distinct id types, so that the type checker catches a span id used as an article id.

Span, relation and entity ids are unique within one layer only; article ids within a project.
"""

from __future__ import annotations

import uuid
from typing import NewType

ArticleId = NewType("ArticleId", str)
SpanId = NewType("SpanId", str)
RelationId = NewType("RelationId", str)
EntityId = NewType("EntityId", str)


def new_id() -> str:
    """Return a fresh random id, so that saving the same item twice stays harmless."""
    return uuid.uuid4().hex
