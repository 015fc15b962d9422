from django.urls import path

from salaries.releases import views

app_name = "releases"
urlpatterns = [
    path("releases/", views.index, name="index"),
    path("releases/diff/", views.diff, name="diff"),
    path("releases/<slug:slug>/", views.release, name="release"),
    path("quality/", views.quality, name="quality"),
    path("observations/", views.observations, name="observations"),
    path("observations/template.csv", views.template, name="template"),
]
