"""The invented year of disclosure: published from the registers, honest where nothing is."""

from prongsai.registers.disclosure.demo.making import make

__all__ = ["make"]
