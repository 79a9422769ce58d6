"""Accounts of the people who use the site."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    """E-mail is the login; roles are groups and memberships."""

    name = "portal.users"
    label = "users"
