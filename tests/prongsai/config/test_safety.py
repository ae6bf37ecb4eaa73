"""A production installation refuses to start unsafe, and says every reason."""

import os
import subprocess
import sys

import pytest

from prongsai.config.safety import faults

SAFE = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO",
    "DEBUG": False,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "ALLOWED_HOSTS": ["ita.example.org"],
}


def test_safe_settings_have_no_fault():
    assert [*faults(SAFE)] == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"SECRET_KEY": ""}, "PRONGSAI_SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "PRONGSAI_SECRET_KEY"),
        ({"SECRET_KEY": "a" * 60}, "PRONGSAI_SECRET_KEY"),
        ({"DEBUG": True}, "PRONGSAI_DEBUG"),
        ({"SESSION_COOKIE_SECURE": False}, "PRONGSAI_PLAIN_HTTP"),
        ({"CSRF_COOKIE_SECURE": False}, "PRONGSAI_PLAIN_HTTP"),
        ({"ALLOWED_HOSTS": []}, "PRONGSAI_HOSTS"),
        ({"ALLOWED_HOSTS": ["*"]}, "PRONGSAI_HOSTS"),
    ],
)
def test_each_unsafe_setting_is_named_alone(change, word):
    found = [*faults(SAFE | change)]

    assert len(found) == 1
    assert word in found[0]


def start(tmp_path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if "PRONGSAI" not in k}
    environment |= {
        "PRONGSAI_DATA": str(tmp_path),
        "PRONGSAI_MODE": "production",
        "DJANGO_SETTINGS_MODULE": "prongsai.config.settings",
    }
    return subprocess.run(
        [sys.executable, "-m", "prongsai", "manage", "check"],
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_production_without_settings_refuses_to_start(tmp_path):
    done = start(tmp_path)

    assert done.returncode != 0
    assert "PRONGSAI_SECRET_KEY" in done.stderr
    assert "PRONGSAI_HOSTS" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_production_with_safe_settings_starts(tmp_path):
    done = start(
        tmp_path,
        PRONGSAI_SECRET_KEY=str(SAFE["SECRET_KEY"]),
        PRONGSAI_HOSTS="ita.example.org",
    )

    assert done.returncode == 0, done.stderr
