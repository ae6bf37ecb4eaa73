"""Invented news of three fiscal years, with pictures drawn for it."""

from prongsai.registers.news.demo.making import make

__all__ = ["make"]
