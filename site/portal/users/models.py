"""Accounts. The e-mail address is the login. An account is deactivated, never deleted."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager as DjangoUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy


def plain_address(address: str) -> None:
    """Refuse an address that could be taken for another: with letters of other scripts, unseen ones, or in quotes."""
    if not address.isascii() or '"' in address:
        raise ValidationError(
            _("Write the address in Latin letters and without quotation marks."), code="not_plain"
        )


class UserManager(DjangoUserManager["User"]):
    """Creates accounts by e-mail address."""

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """An address is the same in capital and small letters."""
        return (email or "").lower()

    def create_user(  # type: ignore[override] # no user name here
        self, email: str, password: str | None = None, **extra: Any
    ) -> "User":
        """An ordinary account."""
        user = self.model(email=self.normalize_email(email), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(  # type: ignore[override] # no user name here
        self, email: str, password: str | None = None, **extra: Any
    ) -> "User":
        """An account for the installation, with every technical permission, made on the server.

        Its address is confirmed, so that the first sign-in needs no mail.
        """
        from allauth.account.models import EmailAddress

        user = self.create_user(email, password, is_staff=True, is_superuser=True, **extra)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user


class User(AbstractUser):
    """A person with an account. `name` is shown only if the person's institution chose to show it."""

    username = None  # type: ignore[assignment] # replaced by the e-mail address
    first_name = None  # type: ignore[assignment] # one name field: not every name has two parts
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True, validators=[plain_address])
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=200)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """The name, which Wagtail and Django show."""
        return str(self)

    def get_short_name(self) -> str:
        """The whole name: it has no shorter form."""
        return str(self)


class AccountChangeQuerySet(models.QuerySet["AccountChange"]):
    """Chainable reads of asked changes."""

    def waiting(self, now: datetime) -> "AccountChangeQuerySet":
        """Those that can still be confirmed."""
        return self.filter(state=AccountChange.State.WAITING, asked_at__gt=now - AccountChange.KEPT_WAITING)


class AccountChange(models.Model):
    """A change of somebody's account that one administrator asks for and somebody else confirms (ADR 20)."""

    KEPT_WAITING = timedelta(days=7)

    class Kind(models.TextChoices):
        """What is to change."""

        ADDRESS = "address", _("Change the e-mail address")
        ROLE = "role", _("Give a role")
        FACTOR = "factor", _("Remove the second factor")

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", pgettext_lazy("a change of an account", "waiting")
        MADE = "made", pgettext_lazy("a change of an account", "made")
        REFUSED = "refused", pgettext_lazy("a change of an account", "refused")

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(
        max_length=254, blank=True, help_text="The new address, or the name of the group."
    )
    old_address = models.EmailField(help_text="The address of the account when the change was asked for.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Empty if it was confirmed on the server.",
    )
    decided_at = models.DateTimeField(null=True)

    objects = AccountChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of an account")
        verbose_name_plural = _("changes of accounts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account", "kind", "value"],
                condition=models.Q(state="waiting"),
                name="one_waiting_change",
            )
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_kind_display()} ({self.value})"


class FailedSignIn(models.Model):
    """How often somebody failed to sign in to an account from one place, and until when that place is locked.

    A place is a network address, or a browser in which somebody has signed in to the account before.
    """

    login = models.CharField(max_length=254)
    place = models.CharField(max_length=64)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("failed sign-in")
        verbose_name_plural = _("failed sign-ins")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["login", "place"], name="one_count_of_failures")
        ]

    def __str__(self) -> str:
        return f"{self.login} ({self.place})"
