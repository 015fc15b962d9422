"""Every address. Pages for visitors are below the prefix of their language; all else is once."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from tpmguide import views
from tpmguide.api import views as api
from tpmguide.plan import views as plan

# What Django answers itself is JSON below /api/, and a page elsewhere.
handler400 = "tpmguide.api.problems.bad_request"
handler404 = "tpmguide.api.problems.not_found"
handler500 = "tpmguide.api.problems.server_error"

pages = i18n_patterns(
    path("", views.home, name="home"),
    path("roles/<slug:slug>/<slug:name>/", views.level, name="level"),
    path("", include("roles.urls")),
    path("salaries/", include("salaries.urls")),
    path("data/", views.data, name="data"),
    path("data/", include("salaries.releases.urls")),
    path("data/contradictions/", views.contradictions, name="contradictions"),
    path("data/method/", views.method, name="method"),
    path("data/sources/", views.sources, name="sources"),
    path("data/sources/<slug:slug>/", views.source, name="source"),
    path("plan/", plan.plan, name="plan"),
    path("plan/open/", plan.plan_open, name="plan-open"),
    path("search/", views.search, name="search"),
    path("api/", api.page, name="api"),
    path("about/", views.of_this_site, {"name": "about"}, name="about"),
    path("accessibility/", views.of_this_site, {"name": "accessibility"}, name="accessibility"),
    path("privacy/", views.of_this_site, {"name": "privacy"}, name="privacy"),
    prefix_default_language=False,
)

urlpatterns = [
    *pages,
    path("api/", include("tpmguide.api.urls")),
    path("plan/plan.json", plan.plan_file, name="plan-file"),
    path("styleguide/", views.components, name="styleguide"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("admin/", admin.site.urls),
]
