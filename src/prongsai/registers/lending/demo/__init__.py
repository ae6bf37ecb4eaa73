"""An invented register: assets and a year of loans, made by the deeds people do."""

from prongsai.registers.lending.demo.making import make

__all__ = ["make"]
