"""An invented committee of two years with its meetings, and the circulars of a year."""

from prongsai.registers.meetings.demo.making import make

__all__ = ["make"]
