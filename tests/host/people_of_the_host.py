"""A user model that has neither a field `email` nor `username`."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class People(BaseUserManager):
    """Creates accounts as Django's own manager does."""

    def create_user(self, login, address, password):
        """An ordinary account."""
        person = self.model(login=login, address=address)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in by a login of the house."""

    id = models.BigAutoField(primary_key=True)
    login = models.CharField(max_length=40, unique=True)
    address = models.EmailField()
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    USERNAME_FIELD = "login"
    EMAIL_FIELD = "address"
    objects = People()
