"""The addresses of the search below /api/v1/."""

from django.urls import path

from search.api import search

app_name = "search_api"
urlpatterns = [path("search/", search, name="search")]
