"""The pages that look through the whole project, made when first wanted, and their actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.ui.commands.concordances import Concordances
    from annotator.ui.commands.searching import Searching
    from annotator.ui.main_window import MainWindow


class Lookup:
    """Search and concordance of a window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.session.articleChanged.connect(lambda: window.desk.show_page(None))

    @cached_property
    def searching(self) -> Searching:
        """The search page and what it does."""
        from annotator.ui.commands.searching import Searching

        made = Searching(self._window)
        made.page.kwicRequested.connect(self._show_phrase)
        return made

    @cached_property
    def concordances(self) -> Concordances:
        """The concordance page and what it does."""
        from annotator.ui.commands.concordances import Concordances

        return Concordances(self._window)

    def show_search(self) -> None:
        """Show the search page, where a project is open."""
        if self._window.bridge.workspace is not None:
            self.searching.show()

    def show_concordance(self) -> None:
        """Show the concordance page, where a project is open."""
        if self._window.bridge.workspace is not None:
            self.concordances.show()

    def mark_all(self) -> None:
        """Offer all mentions of what is selected."""
        from annotator.ui.commands.mentions import mark_all

        mark_all(self._window)

    def show_history(self) -> None:
        """Show the history of the open article."""
        from annotator.ui.commands.history import show_history

        show_history(self._window)

    def show_bin(self) -> None:
        """Show what was deleted."""
        from annotator.ui.commands.history import show_bin

        show_bin(self._window)

    def bin_article(self) -> None:
        """Take the open article to the bin."""
        from annotator.ui.commands.history import bin_article

        bin_article(self._window)

    def _show_phrase(self, phrase: str) -> None:
        self.concordances.show(phrase)


def handlers(lookup: Lookup) -> dict[str, Callable[[], object]]:
    """Return what the actions of this module do."""
    return {
        "search": lookup.show_search,
        "concordance": lookup.show_concordance,
        "mark_all": lookup.mark_all,
        "history": lookup.show_history,
        "bin": lookup.show_bin,
        "bin_article": lookup.bin_article,
    }
