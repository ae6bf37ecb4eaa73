"""What all tests share: laws are checked without a clock, machines differ in speed."""

from hypothesis import settings

settings.register_profile("prongsai", deadline=None)
settings.load_profile("prongsai")
