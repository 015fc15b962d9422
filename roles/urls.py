"""The addresses of the career guide."""

from django.urls import path

from roles.views import fit, guide, interview, paths, skills, tools

app_name = "roles"
urlpatterns = [
    path("roles/", guide.index, name="index"),
    path("roles/<slug:slug>/", guide.detail, name="detail"),
    path("compare/", guide.compare, name="compare"),
    path("paths/", paths.index, name="paths"),
    path("paths/<slug:slug>/", paths.path, name="path"),
    path("faq/", guide.faq, name="faq"),
    path("glossary/", guide.glossary, name="glossary"),
    path("tools/", tools.index, name="tools"),
    path("tools/<slug:slug>/", tools.detail, name="tool"),
    path("skills/", skills.index, name="skills"),
    path("skills/<slug:slug>/", skills.detail, name="skill"),
    path("fit/", fit.fit, name="fit"),
    path("interview/", interview.interview, name="interview"),
]
