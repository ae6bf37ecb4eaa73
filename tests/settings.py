"""The settings tests run with: a data folder of their own, cheap passwords, work at once."""

import os
import sys
import tempfile

import pygal  # noqa: F401  # see below

# pygal hooks an importer of the old kind into Python, which pytest's own importing of
# test modules trips over.
sys.meta_path[:] = [finder for finder in sys.meta_path if hasattr(finder, "find_spec")]

os.environ["PRONGSAI_DATA"] = tempfile.mkdtemp(prefix="prongsai-tests-")
os.environ.pop("PRONGSAI_MODE", None)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # a browser keeps its loop in this thread

from prongsai.config.settings import *  # noqa: TID251  # the one place that extends them

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PAGE_CACHE_BYTES = 0
if name := os.environ.get("PRONGSAI_TEST_DATABASE"):
    DATABASES["default"]["TEST"] = {"NAME": name}
