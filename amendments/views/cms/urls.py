"""Addresses below `/cms/amendments/`."""

from django.urls import path

from amendments.views.cms import importing, index, workspace

app_name = "amendments_admin"
urlpatterns = [
    path("", index.index, name="index"),
    path("import/", importing.import_act, name="import"),
    path("on/<uuid:pk>/", index.open_amendment, name="open"),
    path("<int:pk>/", workspace.workspace, name="workspace"),
    path("<int:pk>/instructions/new/", workspace.instruction, name="new_instruction"),
    path("<int:pk>/instructions/<uuid:row>/", workspace.instruction, name="instruction"),
    path("<int:pk>/instructions/<uuid:row>/history/", workspace.history, name="history"),
    path("<int:pk>/instructions/<uuid:row>/<slug:name>/", workspace.step, name="instruction_step"),
    path("<int:pk>/do/<slug:name>/", workspace.step, name="step"),
]
