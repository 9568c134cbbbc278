"""Import and export, as the window and the command line use them."""

from annotator.workspace.exporting import (
    ExportCancelled,
    ExportOptions,
    ExportReport,
    deal,
    export,
)
from annotator.workspace.importing import (
    ImportCancelled,
    ImportOptions,
    ImportReport,
    import_paths,
    import_records,
)

__all__ = [
    "ExportCancelled",
    "ExportOptions",
    "ExportReport",
    "ImportCancelled",
    "ImportOptions",
    "ImportReport",
    "deal",
    "export",
    "import_paths",
    "import_records",
]
