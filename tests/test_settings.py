"""Settings: one table, read from the environment."""

import logging

import pytest

from timeline.errors import SettingError
from timeline.settings import SETTINGS, Settings, load


def test_an_empty_environment_gives_the_defaults() -> None:
    assert load({}) == Settings()


def test_every_field_stands_in_the_table_once() -> None:
    assert [setting.field for setting in SETTINGS] == list(Settings.__slots__)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_default_written_in_the_environment_is_read_as_the_default(setting) -> None:
    assert load({setting.name: setting.default}) == Settings()


def test_values_are_read() -> None:
    settings = load(
        {
            "TIMELINE_MAX_BODY": "1000",
            "TIMELINE_OPEN_WRITES": "1",
            "TIMELINE_CORS_ORIGINS": "https://a.org https://b.org",
        }
    )
    assert (settings.max_body, settings.open_writes) == (1000, True)
    assert settings.cors_origins == ("https://a.org", "https://b.org")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("TIMELINE_MAX_BODY", "many"),
        ("TIMELINE_MAX_BODY", "0"),
        ("TIMELINE_OPEN_WRITES", "yes"),
        ("TIMELINE_LOG_LEVEL", "loud"),
        ("TIMELINE_FRAME_ANCESTORS", "'self'; script-src *"),
    ],
)
def test_a_bad_value_is_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(SettingError, match=f"{name}: .*{text.split()[0]}"):
        load({name: text})


def test_what_is_no_number_is_called_so() -> None:
    with pytest.raises(SettingError, match=r"TIMELINE_MAX_BODY: 'many' cannot be used \(no whole number\)"):
        load({"TIMELINE_MAX_BODY": "many"})


def test_a_key_that_is_too_short_is_refused_and_not_shown() -> None:
    with pytest.raises(SettingError, match="TIMELINE_WRITE_KEY") as told:
        load({"TIMELINE_WRITE_KEY": "hunter2"})
    assert "hunter2" not in str(told.value)


def test_a_variable_that_is_no_setting_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        load({"TIMELINE_DATABSE_URL": "sqlite:///other.db", "HOME": "/"})
    assert [record.getMessage() for record in caplog.records] == ["TIMELINE_DATABSE_URL: there is no such setting"]
