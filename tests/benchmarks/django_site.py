"""The site for benchmarks that need it."""

import os
import sys
from pathlib import Path

import django


def start_django() -> None:
    """Settings and apps; Wagtail cannot be imported without them."""
    site = str(Path(__file__).resolve().parents[2] / "site")
    if site not in sys.path:
        sys.path.append(site)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
