import os
from importlib import import_module
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from tpmguide.commits import state_of_database
from tpmguide.page_cache import PageCache
from tpmguide.readiness import make_no_database
from tpmguide.shelf import shared

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tpmguide.settings")
django = get_wsgi_application()
# By the worker as it starts, which else the first visitor would wait for.
import_module(settings.ROOT_URLCONF)
make_no_database()
# While templates are edited, pages change without a commit.
application: WSGIApplication = (
    django if settings.DEBUG else PageCache(django, state=state_of_database(), shelf=shared())
)
