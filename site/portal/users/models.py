"""Accounts. The e-mail address is the login. An account is deactivated, never deleted."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager as DjangoUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy


class UserManager(DjangoUserManager["User"]):
    """Creates accounts by e-mail address."""

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
        """An account for the installation, with every technical permission."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)


class User(AbstractUser):
    """A person with an account. `name` is shown only if the person's institution chose to show it."""

    username = None  # type: ignore[assignment] # replaced by the e-mail address
    first_name = None  # type: ignore[assignment] # one name field: not every name has two parts
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
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
