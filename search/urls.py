"""The addresses of the search."""

from django.urls import path

from search.views.page import search

app_name = "search"
urlpatterns = [path("", search, name="search")]
