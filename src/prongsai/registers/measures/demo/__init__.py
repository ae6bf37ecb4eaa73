"""Two invented years of measures: one finished, one running, made by the deeds people do."""

from prongsai.registers.measures.demo.making import make

__all__ = ["make"]
