"""``prongsai manage prepare`` as somebody types it."""

import pytest
from django.core.management import CommandError, call_command

from prongsai.ui import preparing


def test_prepare_is_silent_when_all_is_there(monkeypatch, capsys):
    monkeypatch.setattr(preparing, "make_fonts", lambda: False)
    monkeypatch.setattr(preparing, "compile_translations", list)

    call_command("prepare")

    assert capsys.readouterr().out == ""


def test_prepare_says_in_both_languages_what_it_made(monkeypatch, capsys):
    monkeypatch.setattr(preparing, "make_fonts", lambda: True)
    monkeypatch.setattr(preparing, "compile_translations", lambda: [1, 2, 3])

    call_command("prepare")

    assert capsys.readouterr().out == (
        "prepared: 2 fonts, 3 translations / เตรียมแล้ว: แบบอักษร 2 แบบ คำแปล 3 แฟ้ม\n"
    )


def test_prepare_says_where_it_could_not_write(monkeypatch):
    def refuse() -> bool:
        raise OSError(28, "No space left on device", "/somewhere/font")

    monkeypatch.setattr(preparing, "make_fonts", refuse)

    with pytest.raises(CommandError, match="/somewhere/font: No space left"):
        call_command("prepare")
