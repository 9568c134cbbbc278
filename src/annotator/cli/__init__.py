"""The command line: asks the workspace, prints what it says, turns errors into exit statuses.

Data goes to standard output, everything else to standard error, in ASCII digits. Nothing here
imports Qt: a window is opened by the function that `__main__` hands over.
"""

from annotator.cli.entry import main

__all__ = ["main"]
