"""What the verbs of history mean, in sentences; each application brings its own.

An application lists them in a module ``verbs.py``: ``VERBS = {"lending.approved":
_("Loan approved")}``.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.functional import Promise

Words = str | Promise


@cache
def verbs() -> dict[str, Words]:
    """Return every verb with its words; one that two applications claim is our mistake."""
    found: dict[str, Words] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.verbs"
        if config.name.startswith("prongsai.") and find_spec(name):
            for verb, words in import_module(name).VERBS.items():
                if verb in found:
                    raise ValueError(verb, config.name)
                found[verb] = words
    return found


def sentence(verb: str) -> str:
    """Say a verb in the reader's language; a verb of the past without words as it is."""
    return str(verbs().get(verb, verb))
