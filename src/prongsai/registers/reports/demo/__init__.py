"""The invented reports of two years, from draft to the public page."""

from prongsai.registers.reports.demo.making import make

__all__ = ["make"]
