"""Templates of chains: who is asked in which order, office by office."""

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of
from prongsai.foundations.records.versions import Versioned

ASKED = [
    Role.OFFICER,
    Role.SUPPLY_OFFICER,
    Role.ANALYST,
    Role.HEAD,
    Role.CLERK,
    Role.MAYOR,
]
"""The roles that can stand in a chain; auditors and administrators read no case."""


class ChainTemplate(Versioned, OwnedByOrganisation):
    """A named order of steps; the last one decides, those before give an opinion."""

    name_th = models.CharField(_("name in Thai"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    is_default = models.BooleanField(_("used unless another is chosen"), default=False)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("chain of approval")
        ordering = ["-is_default", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name_th"], name="approvals_chain_name"
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(is_default=True),
                name="approvals_chain_one_default",
            ),
        ]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_th

    def get_absolute_url(self) -> str:
        """Return where the administrator changes it."""
        return reverse("approvals:template", args=[self.pk])


class ChainTemplateStep(OwnedByOrganisation):
    """One step: a role; without a division, that of the one who proposes."""

    template = models.ForeignKey(
        ChainTemplate, on_delete=models.CASCADE, related_name="steps"
    )
    order = models.PositiveSmallIntegerField(pgettext_lazy("memo", "order"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("division"),
    )
    may_skip_vacant = models.BooleanField(
        _("may be skipped when vacant"), default=False
    )

    class Meta:
        verbose_name = _("step of a chain")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "order"], name="approvals_chainstep_order"
            ),
            one_of("role", [role.value for role in ASKED]),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.get_role_display()}"
