"""The forms that were sent, by their numbers, and where each led."""

from django.db import models

from prongsai.foundations.organisations.models import OwnedByOrganisation


class SubmissionRecord(OwnedByOrganisation):
    """One form that was sent and done; the same number is not done again."""

    key = models.UUIDField()
    location = models.TextField(blank=True)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key"], name="submissions_once"
            )
        ]
        indexes = [models.Index(fields=["organisation", "sent_at"])]

    def __str__(self) -> str:
        return f"{self.key}"
