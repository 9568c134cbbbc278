"""The pages of the lead, made when first wanted, and the actions that turn to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.ui.commands.agreement import AgreementDesk
    from annotator.ui.commands.reviewing import Reviewing
    from annotator.ui.main_window import MainWindow


class Lead:
    """The lead's pages of a window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.actions_.check("labelling", True)

    @cached_property
    def agreement(self) -> AgreementDesk:
        """The agreement page and what it does."""
        from annotator.ui.commands.agreement import AgreementDesk

        return AgreementDesk(self._window)

    @cached_property
    def reviewing(self) -> Reviewing:
        """The page for comparing and settling, and what it does."""
        from annotator.ui.commands.reviewing import Reviewing

        return Reviewing(self._window)

    def show_review(self) -> None:
        """Turn to the page for comparing and settling, where a project is open."""
        if self._window.bridge.workspace is not None:
            self.reviewing.show()

    def assign(self) -> None:
        """Let the lead say who labels what."""
        from annotator.ui.commands.assigning import assign

        assign(self._window)

    def show_agreement(self) -> None:
        """Turn to the agreement page, where a project is open."""
        if self._window.bridge.workspace is not None:
            self.agreement.show()

    def show_labelling(self) -> None:
        """Turn back to the article."""
        self._window.desk.show_page(None)
        self._window.actions_.check("labelling", True)
        self._window.session.focus_text()


def handlers(lead: Lead) -> dict[str, Callable[[], object]]:
    """Return what the actions of this module do."""
    return {
        "labelling": lead.show_labelling,
        "review": lead.show_review,
        "agreement": lead.show_agreement,
        "assign": lead.assign,
    }
