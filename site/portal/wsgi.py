"""The entry point of a WSGI server that is started with `--pythonpath site`."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from portal.deep_calls import deep
from portal.only_utf8 import only_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
application = only_utf8(deep(get_wsgi_application()))
get_resolver().url_patterns  # noqa: B018 - imports all views, for which the first reader of a new process would wait
gc.freeze()  # the modules of the site live for ever; searching them for garbage takes a tenth of a second each time
