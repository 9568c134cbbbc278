"""Finding in the open article, and all mentions of what is selected."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.persian.locate import Locator
from annotator.ui.session import Session
from annotator.ui.views.find_bar import FindBar


@dataclass
class Finder:
    """The hits of the find bar in the open article."""

    session: Session
    bar: FindBar
    hits: list[tuple[int, int]] = field(default_factory=list)
    place: int = 0

    def open(self) -> None:
        """Show the bar with the selected words, else with what was looked for last."""
        article = self.session.article
        if article is None:
            return
        start, end = self.session.view.selection()
        selected = article.text[start:end] if 0 < end - start <= 80 else ""
        self.bar.open("" if "\n" in selected else selected)
        self.look_for(self.bar.text)

    def look_for(self, query: str) -> None:
        """Find a text; the first hit after the caret becomes current."""
        article = self.session.article
        self.hits = Locator(query).places(article.text) if article else []
        caret = self.session.view.selection()[0]
        self.place = next((i for i, (start, _) in enumerate(self.hits) if start >= caret), 0)
        self._show()

    def step(self, *, forward: bool) -> None:
        """Go to the next or previous hit, round at the ends; look first where the bar was closed."""
        if not self.hits and self.bar.text:
            self.look_for(self.bar.text)
            return
        if self.hits:
            self.place = (self.place + (1 if forward else -1)) % len(self.hits)
        self._show()

    def close(self) -> None:
        """Hide the bar; the current hit stays selected."""
        self.bar.hide()
        self.session.view.set_hits([])
        self.session.focus_text()

    def _show(self) -> None:
        self.session.view.set_hits(self.hits)
        if self.hits:
            self.session.view.set_selection(*self.hits[self.place])
        self.bar.show_count(self.place, len(self.hits))
