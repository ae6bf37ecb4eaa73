"""Who may do what in this register: plain questions, answered yes or no."""
