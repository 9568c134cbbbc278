"""Import a corpus into a fresh project: one process, to be timed from outside."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator import cli


def main(source: Path, project: Path) -> int:
    """Make the project and fill it."""
    for path in project.parent.glob(f"{project.name}*"):
        if path.is_file():
            path.unlink()
    return cli.main(["new", str(project), "--lead", "lead"]) or cli.main(
        ["import", str(project), str(source)]
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[2]), Path(sys.argv[3])))
