import re

import pytest

from annotator import assets
from annotator.domain.scheme import Color
from annotator.ui.style import style_sheet
from annotator.ui.theme import DARK, LIGHT, contrast, mixed

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("role", ["text", "muted", "accent", "good", "bad"])
@pytest.mark.parametrize("ground", ["page", "ground", "field", "selection", "hover"])
def test_text_can_be_read_on_every_ground(theme, role, ground):
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= 4.5


@THEMES
def test_text_on_the_accent_can_be_read(theme):
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_the_style_sheet_leaves_no_name_open(qapp):
    for theme in (LIGHT, DARK):
        assert not re.search(r"@\w", style_sheet(theme))


def test_colours_stand_in_the_theme_alone():
    assert not re.search(r"#[0-9A-Fa-f]{6}\b", assets.read_text("styles/window.qss"))


def test_mixing_goes_from_the_ground_to_the_colour():
    assert mixed("#FFFFFF", "#000000", 0) == "#000000"
    assert mixed("#FFFFFF", "#000000", 1) == "#FFFFFF"
    assert mixed("#0066AF", LIGHT.page, 0.16) == LIGHT.tinted("#0066AF")


def test_contrast_runs_from_1_to_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_a_label_has_a_colour_for_each_ground():
    color = Color("#111111", "#EEEEEE")

    assert (LIGHT.label(color), DARK.label(color)) == ("#111111", "#EEEEEE")
