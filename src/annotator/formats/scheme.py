"""The project's label scheme as a scheme file; reading one is `new --scheme`, not an import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.domain.scheme import Scheme
from annotator.domain.scheme_file import to_text
from annotator.formats.records import Labelled


def write(articles: Iterable[Labelled], scheme: Scheme) -> Iterator[bytes]:  # noqa: ARG001
    """Yield the scheme file; the articles are not looked at."""
    yield to_text(scheme).encode()
