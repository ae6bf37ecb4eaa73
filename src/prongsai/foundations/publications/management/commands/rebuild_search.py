"""``manage rebuild_search``: make the index of what is published anew, for every office."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications import indexing


class Command(BaseCommand):
    """Makes the index anew; running it twice changes nothing."""

    help = "Make the search index anew from what is published."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's
        """Go through the offices and say how many pages each can find."""
        for office in Organisation.objects.order_by("pk"):
            with tenancy.acting_for(office.pk):
                count = indexing.rebuild(at=timezone.now())
            self.stdout.write(f"{office.name_en}: {count}")
