"""Every setting; what differs per machine comes from the environment."""

import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import environ
from corsheaders.defaults import default_headers

from tpmguide import api_settings, logs, private_key, services
from tpmguide.content_policy import CONTENT_POLICY

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
# The one folder the site writes to; README.md says what.
DATA_DIR = services.data_folder(env, default=BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = services.switch(env, "DEBUG")
# Not read by environ, for which a text that begins with $ names another variable.
SECRET_KEY = os.environ.get("SECRET_KEY") or private_key.read_or_make(DATA_DIR / "secret_key")
ALLOWED_HOSTS = services.names(env, "ALLOWED_HOSTS", default=("localhost", "127.0.0.1", "[::1]"))
CSRF_TRUSTED_ORIGINS = services.names(env, "CSRF_TRUSTED_ORIGINS")
# Where visitors report an error, such as mailto:editors@guide.example; empty, no page names one.
CONTACT = env.str("CONTACT", default="")
CSRF_FAILURE_VIEW = "tpmguide.views.csrf_failure"

INSTALLED_APPS = [
    "tpmguide",
    "salaries",
    "roles",
    "axes",
    "corsheaders",
    "csp",
    "django_filters",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    # Above what answers by itself: a redirect to TLS, a refused host, a static file.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tpmguide.resource_policy.same_origin",
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Below WhiteNoise, whose files are compressed once; a role page shrinks to a seventh.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tpmguide.languages.by_address",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Above what asks for pay once the view has answered.
    "tpmguide.wholeness.kept_if_whole",
    "tpmguide.structured.middleware.StructuredData",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "tpmguide.urls"
WSGI_APPLICATION = "tpmguide.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tpmguide.context.language",
                "tpmguide.context.navigation",
                "tpmguide.context.release",
            ],
            # Nearly every template has words to translate and content to mark as English; what is
            # said of pay is said in many.
            "builtins": [
                "django.templatetags.i18n",
                "tpmguide.templatetags.kept",
                "tpmguide.templatetags.languages",
                "tpmguide.templatetags.unbroken",
            ],
        },
    },
]

DATABASES = {"default": services.database(env, data_dir=DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": services.cache(env)}
# Not cached: the cache of a machine without Redis is each worker's own memory, in which a
# session that was logged out in one worker would live on in the other.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
# What a file of observations may hold at most, unpacked; a larger one is refused unread.
IMPORT_MOST_BYTES = services.number(env, "IMPORT_MOST_BYTES", default=500_000_000)
IMPORT_MOST_ROWS = services.number(env, "IMPORT_MOST_ROWS", default=2_000_000)
# The same for a file that is sent to the admin: a request must be answered within 30 seconds.
UPLOAD_MOST_BYTES = services.number(env, "UPLOAD_MOST_BYTES", default=50_000_000)
UPLOAD_MOST_ROWS = services.number(env, "UPLOAD_MOST_ROWS", default=200_000)

# English at /, every other language below a prefix of its own: /hi/.
# Not "en-gb", by whose rule every word would be looked up in Django's "en" too, app by app.
# Dates are British all the same (FORMAT_MODULE_PATH).
LANGUAGE_CODE = "en"
LANGUAGES = (("en", "English"), ("hi", "हिन्दी"))
FORMAT_MODULE_PATH = "tpmguide.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS: list[Any] = [
    BASE_DIR / "static",
    # plotly.min.js, always of the version that builds the figures.
    ("plotly", str(files("plotly") / "package_data")),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
# `make assets` puts the small chart library here; without it the wheel's own is served. A newer
# version, whose digest stands in chart_library.py, has a folder of its own and so is fetched.
CHART_LIBRARY_VERSION = "4.1.1"
CHART_LIBRARY_DIR = DATA_DIR / "assets" / CHART_LIBRARY_VERSION
CHART_LIBRARY = "plotly/plotly.min.js"
if (CHART_LIBRARY_DIR / "plotly-basic.min.js").exists():
    STATICFILES_DIRS.append(("chart", str(CHART_LIBRARY_DIR)))
    CHART_LIBRARY = "chart/plotly-basic.min.js"

# Observed pay is answered from files here, each made anew where it is absent.
SNAPSHOTS = DATA_DIR / "snapshots"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
# The role page in the admin posts some six hundred fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3_000
# The fifth wrong password locks a name out for an hour, from one address. X-Forwarded-For is not
# believed: whoever asks can write it. So behind a proxy every visitor has the proxy's address, and
# five wrong passwords lock that name out for everyone, its owner included; that is safe, and
# `manage.py axes_reset_username NAME` ends it.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_VERBOSE = False

CONTENT_SECURITY_POLICY = CONTENT_POLICY
X_FRAME_OPTIONS = "DENY"
# Programs on any site may read the API, and nothing else; no cookie goes with their requests.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
# With If-None-Match a program that has kept an answer asks whether it still holds.
CORS_ALLOW_HEADERS = [*default_headers, "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag", "Retry-After"]

# Two requests a second, for a minute: more than a page of a program needs, and less than keeps
# one worker busy, as an answer takes some 10 ms. Empty, nobody is counted.
API_RATE = services.rate(env, "API_RATE", default="120/min")
REST_FRAMEWORK = api_settings.rest_framework(proxies=services.number(env, "PROXIES", default=0))
SPECTACULAR_SETTINGS = api_settings.SPECTACULAR
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True

# Set HTTPS=1 where the site is reached over TLS, directly or through a proxy that sets
# X-Forwarded-Proto itself.
HTTPS = services.switch(env, "HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = logs.LOGGING
