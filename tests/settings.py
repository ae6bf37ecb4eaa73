"""The settings tests run with: a data folder of their own, cheap passwords, work at once."""

import os
import tempfile

os.environ["PRONGSAI_DATA"] = tempfile.mkdtemp(prefix="prongsai-tests-")
os.environ.pop("PRONGSAI_MODE", None)

from prongsai.config.settings import *  # noqa: TID251  # the one place that extends them

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if name := os.environ.get("PRONGSAI_TEST_DATABASE"):
    DATABASES["default"]["TEST"] = {"NAME": name}
