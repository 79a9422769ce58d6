"""The entry of a WSGI server started with `--pythonpath site`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
application = get_wsgi_application()
gc.freeze()  # what the site is made of stays: to look for circles in it now and then takes a tenth of a second
