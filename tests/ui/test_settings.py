from PySide6.QtCore import QByteArray

from annotator.ui.settings import Preferences


def test_preferences_begin_with_the_defaults(settings):
    assert settings.preferences() == Preferences()


def test_odd_values_give_defaults_and_sizes_stay_in_range(settings):
    settings.put("language", "tlh")
    settings.put("font_size", 900)
    settings.put("keys", "{broken")

    assert settings.preferences().language == "fa"
    assert settings.preferences().font_size == 32
    assert settings.keys() == {}


def test_what_is_put_is_read(settings):
    settings.put("lens", True)
    settings.put("splitter", QByteArray(b"abc"))
    settings.put_keys({"flag": ["G"]})

    assert settings.preferences().lens
    assert settings.state("splitter") == QByteArray(b"abc")
    assert settings.keys() == {"flag": ["G"]}
    assert settings.state("nothing").isEmpty()


def test_recent_projects_are_each_there_once_newest_first(settings):
    for path in ("/a", "/b", "/a", *(f"/{n}" for n in range(20))):
        settings.remember_project(path)

    assert settings.recent()[:2] == ["/19", "/18"]
    assert len(settings.recent()) == 10
    settings.forget_project("/19")
    assert settings.recent()[0] == "/18"
