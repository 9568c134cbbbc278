"""The colours of the program, light and dark, as values; nothing else in ui/ names a colour.

Sizes of the design stand here too, so that panels and painters agree. How the colours reach
widgets (palette, style sheet) is `style`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.scheme import Color

RADIUS = 8
GROUND_ALPHA_LIGHT, GROUND_ALPHA_DARK = 0.16, 0.24


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #RRGGBB; `page` is what is read, `ground` what lies around it."""

    page: str
    ground: str
    field: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    hairline: str
    hover: str
    scroll: str
    amber: str
    good: str
    bad: str
    tag_text: str
    is_dark: bool

    @property
    def ground_alpha(self) -> float:
        """The share of a label's colour in the ground under its words."""
        return GROUND_ALPHA_DARK if self.is_dark else GROUND_ALPHA_LIGHT

    def label(self, color: Color) -> str:
        """Return the colour of a label on this theme."""
        return color.dark if self.is_dark else color.light

    def tinted(self, color: str, share: float | None = None) -> str:
        """Return a colour laid over the page at a share, 0 to 1; the ground's share by default."""
        return mixed(color, self.page, self.ground_alpha if share is None else share)


def mixed(over: str, under: str, share: float) -> str:
    """Return `over` laid on `under` at a share between 0 and 1, all as #RRGGBB."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours by WCAG, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    shares = (channel / 255 for channel in _channels(color))
    linear = [s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


LIGHT = Theme(
    page="#FBFAF8",
    ground="#F4F2EE",
    field="#F1EFEB",
    text="#1F2328",
    muted="#5F656E",
    accent="#1C5FA8",
    on_accent="#FFFFFF",
    selection="#E6EFF9",
    hairline="#E2DFD9",
    hover="#ECE9E3",
    scroll="#C9C5BD",
    amber="#E8A100",
    good="#007159",
    bad="#B3261E",
    tag_text="#FFFFFF",
    is_dark=False,
)
DARK = Theme(
    page="#1F2226",
    ground="#17191C",
    field="#191B1E",
    text="#E6E6E3",
    muted="#9AA3AD",
    accent="#7DB3F0",
    on_accent="#17191C",
    selection="#243A52",
    hairline="#33373D",
    hover="#2A2E33",
    scroll="#4A5058",
    amber="#E8A100",
    good="#45C9A5",
    bad="#FF8A80",
    tag_text="#17191C",
    is_dark=True,
)
