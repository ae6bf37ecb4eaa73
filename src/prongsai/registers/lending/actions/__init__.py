"""Every way to change this register: one function is one deed a person can do."""
