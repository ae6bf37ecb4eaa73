"""The invented directory of the demonstration."""

from prongsai.registers.directory.demo.making import make

__all__ = ["make"]
