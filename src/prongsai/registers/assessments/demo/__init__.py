"""Invented results of three years and our own checks, made by the deeds people do."""

from prongsai.registers.assessments.demo.making import make

__all__ = ["make"]
