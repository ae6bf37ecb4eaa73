"""What was uploaded: the row beside the bytes, and what it hangs on."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of

PREFIX = 16
"""How much of a digest stands in a public address."""


class Part(models.TextChoices):
    """What the bytes are to the file a person sent."""

    ORIGINAL = "original", _("as it was sent")
    THUMBNAIL = "thumbnail", _("small picture")
    PUBLIC = "public", _("public copy")


class StoredFile(OwnedByOrganisation):
    """One file. Received first (staged), then claimed by the row it belongs to.

    ``owner_kind`` and ``owner_pk`` name that row ("lending.loan", 5); staged files have
    none and are removed after some hours. ``holder`` ties the staged file of a citizen
    to the browser it came from.
    """

    key = models.CharField(_("stored under"), max_length=120, unique=True)
    part = models.CharField(max_length=10, choices=Part, default=Part.ORIGINAL)
    original = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="copies"
    )
    name = models.CharField(_("name"), max_length=200)
    format = models.CharField(_("format"), max_length=10)
    content_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField(_("digest"), max_length=64)
    uploaded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("received on"))
    holder = models.CharField(max_length=64, blank=True)
    owner_kind = models.CharField(max_length=100, blank=True)
    owner_pk = models.PositiveBigIntegerField(null=True)
    slot = models.CharField(max_length=40, blank=True)
    holds_personal_data = models.BooleanField(default=False)
    claimed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    claimed_at = models.DateTimeField(_("kept since"), null=True)
    hidden_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    hidden_at = models.DateTimeField(null=True)
    missing_at = models.DateTimeField(null=True)

    personal = frozenset({"name", "uploaded_by", "claimed_by", "hidden_by"})

    class Meta:
        verbose_name = _("file")
        ordering = ["pk"]
        constraints = [
            one_of("part", Part.values),
            models.CheckConstraint(
                name="files_storedfile_claimed_by_a_row",
                condition=models.Q(
                    claimed_at__isnull=True,
                    claimed_by__isnull=True,
                    owner_pk__isnull=True,
                    owner_kind="",
                )
                | models.Q(claimed_at__isnull=False, owner_pk__isnull=False)
                & ~models.Q(owner_kind=""),
            ),
            models.CheckConstraint(
                name="files_storedfile_copy_has_original",
                condition=models.Q(part=Part.ORIGINAL, original__isnull=True)
                | ~models.Q(part=Part.ORIGINAL) & models.Q(original__isnull=False),
            ),
            models.CheckConstraint(
                name="files_storedfile_hidden_at_with_by",
                condition=models.Q(hidden_at__isnull=False)
                | models.Q(hidden_by__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["original", "part"], name="files_storedfile_one_copy"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "owner_kind", "owner_pk"]),
            models.Index(fields=["organisation", "sha256"]),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where the bytes are: for everyone when public, else for its readers."""
        if self.part == Part.PUBLIC:
            return reverse("media:public", args=[self.sha256[:PREFIX], self.name])
        return reverse("files:download", args=[self.pk, self.name])

    @property
    def is_image(self) -> bool:
        """Whether a browser can show it as a picture."""
        return self.content_type.startswith("image/")

    @property
    def thumbnail_url(self) -> str:
        """Return where the small picture is; nothing when there is none."""
        return self._url_of(Part.THUMBNAIL)

    @property
    def public_url(self) -> str:
        """Return where everyone finds the public copy; nothing when there is none."""
        return self._url_of(Part.PUBLIC)

    def _url_of(self, part: Part) -> str:
        for copy in self.copies.all():
            if copy.part == part and copy.hidden_at is None:
                return copy.get_absolute_url()
        return ""
