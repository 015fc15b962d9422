from django.urls import path

from salaries import views
from salaries.band import views as band

app_name = "salaries"
urlpatterns = [
    path("", views.explorer, name="explorer"),
    path("export.csv", views.export, name="export"),
    path("figure.json", views.figure, name="figure"),
    path("card.svg", views.card, name="card"),
    path("compare/", views.compare, name="compare"),
    path("stand/", views.stand, name="stand"),
    path("band/", band.page, name="band"),
    path("band.csv", band.file, name="band-file"),
    path("premium/", views.premium, name="premium"),
]
