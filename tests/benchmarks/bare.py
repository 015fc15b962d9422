"""The least that Django can answer: one address, one word, no middleware, no database."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[])


def word(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", "text/plain")


urlpatterns = [path("", word)]
application = get_wsgi_application()
