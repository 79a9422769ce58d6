"""The addresses of the search."""

from django.urls import path

from search.views import files, page, saved

app_name = "search"
urlpatterns = [
    path("", page.search, name="search"),
    path("suggest/", files.suggest, name="suggest"),
    path("export.csv", files.export, {"form": "csv"}, name="export_csv"),
    path("export.json", files.export, {"form": "json"}, name="export_json"),
    path("saved/", saved.saved, name="saved"),
    path("saved/add/", saved.save, name="save"),
    path("saved/<uuid:pk>/", saved.change, name="change_saved"),
    path("saved/<slug:token>/feed.atom", saved.feed, name="feed"),
    path("saved/<str:token>/stop/", saved.stop_mail, name="stop_mail"),
]
