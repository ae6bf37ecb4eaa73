"""The library's own worker is refused."""

import pytest
from django.core.management import CommandError, call_command


def test_the_librarys_worker_points_to_ours():
    with pytest.raises(CommandError, match="prongsai manage worker"):
        call_command("db_worker")
