"""Programs that tests may need and a desk may lack."""

import os
import shutil

import pytest


def program(name: str) -> str:
    """Where an optional program is; without it skip on a desk, fail in CI."""
    path = shutil.which(name)
    if path is None:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse(f"{name} is not installed")
    return str(path)
