"""What the office has made public: an address for good, versions that never change."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.publications import contents


class Publication(OwnedByOrganisation):
    """One published thing; its address is given once and stays."""

    address = models.CharField(_("address of the page"), max_length=200)

    class Meta:
        verbose_name = _("publication")
        ordering = ["address"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "address"], name="publications_address_once"
            )
        ]

    def __str__(self) -> str:
        return self.address

    def get_absolute_url(self) -> str:
        """Return the address for good."""
        return contents.path_of(self.address)


class Version(OwnedByOrganisation):
    """What was public from a moment on, frozen; the digest is of the whole document.

    ``outline`` says of the content how many bytes its document has and which tables,
    see ``contents.outline_of``: lists of many versions need not read them whole.
    """

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField(_("version number"))
    title_th = models.CharField(_("heading in Thai"), max_length=300)
    title_en = models.CharField(_("heading in English"), max_length=300)
    template = models.CharField(max_length=200)
    content = models.JSONField()
    outline = models.JSONField(default=dict)
    digest = models.CharField(_("digest"), max_length=64, db_index=True)
    note_th = models.TextField(_("what changed, in Thai"), blank=True)
    note_en = models.TextField(_("what changed, in English"), blank=True)
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"published_by"})

    class Meta:
        verbose_name = _("published version")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "number"], name="publications_version_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of this version for good."""
        return f"{self.publication.get_absolute_url()}v{self.number}/"

    @property
    def title(self) -> str:
        """The title in the language of the reader."""
        return self.title_en if get_language() == "en" else self.title_th

    @property
    def note(self) -> str:
        """What changed, in the language of the reader."""
        return self.note_en if get_language() == "en" else self.note_th


class PublishedFile(OwnedByOrganisation):
    """A file that was published with a version; its digest stands in the document."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="files")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(_("name of the file"), max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField(_("digest"), max_length=64, db_index=True)
    stored = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("published file")
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "name"], name="publications_file_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Withdrawal(OwnedByOrganisation):
    """Everything up to a version was taken back, and why; a later version may follow."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="withdrawals"
    )
    number = models.PositiveIntegerField(_("up to version"))
    reason_th = models.TextField(_("reason in Thai"))
    reason_en = models.TextField(_("reason in English"))
    withdrawn_at = models.DateTimeField(_("withdrawn"))
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"withdrawn_by"})

    class Meta:
        verbose_name = _("withdrawal")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "number"], name="publications_withdrawal_once"
            )
        ]

    def __str__(self) -> str:
        return self.reason_th

    @property
    def reason(self) -> str:
        """The reason in the language of the reader."""
        return self.reason_en if get_language() == "en" else self.reason_th


class Stamp(OwnedByOrganisation):
    """A number that grows whenever the public pages of an office change."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], name="publications_stamp_one"
            )
        ]

    def __str__(self) -> str:
        return str(self.number)


class Redirect(OwnedByOrganisation):
    """A page that moved: who asks for the old address is led to the new one."""

    old_path = models.CharField(_("old address"), max_length=300)
    new_path = models.CharField(_("new address"), max_length=300)
    moved_at = models.DateTimeField(_("moved"))
    moved_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"moved_by"})

    class Meta:
        verbose_name = _("address that moved")
        ordering = ["old_path"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "old_path"], name="publications_redirect_once"
            ),
            models.CheckConstraint(
                name="publications_redirect_elsewhere",
                condition=~models.Q(old_path=models.F("new_path")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"
