"""The mail server of a deployment, from the environment."""

import os

from portal.settings.environment import one_of, whole_number
from portal.settings.secrets import secret

PORTS = {"none": 25, "starttls": 587, "tls": 465}
_SECURITY = one_of("MADDA_SMTP_SECURITY", list(PORTS))

EMAIL_HOST = os.environ.get("MADDA_SMTP_HOST", "localhost")
EMAIL_PORT = whole_number("MADDA_SMTP_PORT", PORTS[_SECURITY])
EMAIL_HOST_USER = os.environ.get("MADDA_SMTP_USER", "")
EMAIL_HOST_PASSWORD = secret("MADDA_SMTP_PASSWORD")
EMAIL_USE_TLS = _SECURITY == "starttls"
EMAIL_USE_SSL = _SECURITY == "tls"
EMAIL_TIMEOUT = whole_number("MADDA_SMTP_TIMEOUT", 30)  # seconds for each answer of the server
