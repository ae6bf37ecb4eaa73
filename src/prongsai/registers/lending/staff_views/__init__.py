"""The back-office pages of this register: find, ask, act, answer."""
