"""The addresses of the table of concordance, which everybody reads."""

from django.urls import path

from rights.views import row_changing, row_files, rows

app_name = "concordance"

urlpatterns = [
    path("", rows.row_list, name="rows"),
    path("new/<int:pk>/", row_changing.write, name="write_row"),
    path("files/<slug:slug>/", row_files.table_file, name="file"),
    path("report/", row_files.report, name="report"),
    path("report/files/<slug:slug>/", row_files.report_file, name="report_file"),
    path("<uuid:pk>/", rows.show_row, name="row"),
    path("<uuid:pk>/edit/", row_changing.change, name="change_row"),
    path("<uuid:pk>/degree/", row_changing.judge, name="judge_row"),
    path("<uuid:pk>/remove/", row_changing.remove, name="remove_row"),
    path("<uuid:pk>/back/", row_changing.bring_back, name="bring_back_row"),
    path("degrees/<uuid:pk>/back/", row_changing.take_back, name="take_back_judgement"),
]
