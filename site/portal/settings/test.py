"""The test suites: a database in memory, tasks carried out at once, fast password hashing."""

from portal.settings.base import *  # noqa: F403

SECRET_KEY = "tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MADDA_MAIL_TRANSPORT = (
    "django.core.mail.backends.locmem.EmailBackend"  # the test runner sets EMAIL_BACKEND to it too
)
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
del DATABASES["cache"]  # noqa: F405 - the tests of the cache open it themselves
DATABASE_ROUTERS = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
MADDA_DEMO = True
MADDA_CHAIN_LOG = ""  # the tests of the chain name one
MIDDLEWARE.remove("amendments.copies.public_copies.PublicCopies")  # noqa: F405 - tests roll back, which raises nothing
