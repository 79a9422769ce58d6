"""The mail server of a deployment, from the environment."""

import os

from django.core.exceptions import ImproperlyConfigured

from portal.settings.secrets import secret

PORTS = {"none": 25, "starttls": 587, "tls": 465}
_SECURITY = os.environ.get("MADDA_SMTP_SECURITY", "none")
if _SECURITY not in PORTS:
    raise ImproperlyConfigured(f"MADDA_SMTP_SECURITY is one of {', '.join(PORTS)}, not {_SECURITY!r}.")

EMAIL_HOST = os.environ.get("MADDA_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("MADDA_SMTP_PORT") or PORTS[_SECURITY])
EMAIL_HOST_USER = os.environ.get("MADDA_SMTP_USER", "")
EMAIL_HOST_PASSWORD = secret("MADDA_SMTP_PASSWORD")
EMAIL_USE_TLS = _SECURITY == "starttls"
EMAIL_USE_SSL = _SECURITY == "tls"
EMAIL_TIMEOUT = int(os.environ.get("MADDA_SMTP_TIMEOUT") or 30)  # seconds for each answer of the server
