"""The addresses of the resources; the page about them is an address of the site."""

from django.urls import path

from tpmguide.api import views

app_name = "api"
urlpatterns = [
    path("<str:version>/salaries/", views.Salaries.as_view(), name="salaries"),
    path("<str:version>/roles/", views.Roles.as_view(), name="roles"),
    path("<str:version>/roles/<slug:slug>/", views.RolePage.as_view(), name="role"),
    path("<str:version>/releases/", views.Releases.as_view(), name="releases"),
    path("<str:version>/releases/<slug:slug>/", views.ReleasePage.as_view(), name="release"),
    path("<str:version>/schema/", views.Schema.as_view(), name="schema"),
]
