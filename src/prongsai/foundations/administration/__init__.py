"""What an administrator keeps: people, posts, divisions, days and the office itself.

An administrator manages people and reads no case. Everything here is written down in the
history, because whoever gives posts decides who may decide.
"""
