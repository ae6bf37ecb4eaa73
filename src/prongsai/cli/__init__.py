"""The command ``prongsai``: the library without the website."""

from prongsai.cli.main import main

__all__ = ["main"]
