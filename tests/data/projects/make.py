"""Make the stored project of the present version: `python tests/data/projects/make.py`.

Run once for each version of the project file, and never again: the stored files prove that
projects of users still open.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[1]))

from annotator.domain.layer import Status  # noqa: E402
from annotator.domain.rounds import Round  # noqa: E402
from annotator.domain.span import Provenance, SourceRef  # noqa: E402
from annotator.storage.migrations.upgrade import LATEST  # noqa: E402
from annotator.workspace import assignment, my_day, operations  # noqa: E402
from annotator.workspace.transfer import export  # noqa: E402
from workspace.projects import (  # noqa: E402
    article,
    bring,
    layer,
    mine,
    place,
    project,
    record,
    span,
)


def main() -> None:
    """Make a project in which every kind of item occurs, with its export beside it."""
    name = f"v{LATEST}"
    with TemporaryDirectory() as folder:
        ws = project(Path(folder), name=name)
        _work(ws)
        export(ws, FOLDER / f"{name}.jsonl")
        ws.backup(FOLDER / f"{name}.annotator")
        ws.close()


def _work(ws: object) -> None:
    key = mine()
    first = operations.mark(ws, key, "SPEAKER", *place("علی رضایی")).selected
    second = operations.mark(ws, key, "SPEAKER", *place("رضایی", nth=1)).selected
    quote = operations.mark(ws, key, "QUOTE", *place("امسال باران خوب بود")).selected
    operations.add_piece(ws, key, quote, *place("گندم بیشتری خریدیم"))
    operations.link(ws, key, "SAID_BY", quote, first)
    operations.link(ws, key, "SAME_AS", second, first)
    operations.set_note(ws, key, quote, "یادداشت")
    operations.set_flag(ws, key, None, True)
    operations.set_document(ws, key, "genre", "report")
    made = Provenance((SourceRef("Sara", quote), SourceRef("Omid", "x")), "a", "why", "Sara")
    gold = layer("a1", None, [span("g1", 0, 4, provenance=made)])
    bring(ws, record(article("a1", title="گندم"), gold))
    bring(
        ws, record(article("a3", "متن سوم"), layer("a3", "Omid", [span("s", 0, 3)], Status.SKIPPED))
    )
    operations.set_status(ws, key, Status.DONE)
    my_day.record(ws, key.article, 90)
    assignment.assign(ws, {"a2": ("Omid",)}, Round("first"))


main()
