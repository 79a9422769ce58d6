"""Addresses below `/cms/amendments/`."""

from django.urls import path

from amendments.views.cms import (
    act_in_work,
    action_log,
    adoption,
    amended_acts,
    describing,
    discarding,
    editing,
    importing,
    imports,
    instruction_pages,
    mails,
    prepared_translations,
    seal_page,
    start,
    versions,
    workspace,
    workspace_steps,
)

app_name = "amendments_admin"
urlpatterns = [
    path("", start.index, name="index"),
    path("import/", importing.import_act, name="import"),
    path("import/<uuid:pk>/", imports.import_state, name="import_state"),
    path("acts/<int:pk>/discard/", discarding.discard, name="discard_act"),
    path("acts/<int:pk>/restore/", discarding.restore, name="restore_act"),
    path("versions/", versions.SealedVersions.as_view(), name="versions"),
    path("versions/results/", versions.SealedVersions.as_view(results_only=True), name="versions_results"),
    path("log/", action_log.action_log, name="action_log"),
    path("mails/", mails.mails, name="mails"),
    path("mails/retry/", mails.retry, name="retry_mails"),
    path("on/<uuid:pk>/", start.open_amendment, name="open"),
    path("<int:pk>/", workspace.workspace, name="workspace"),
    path("<int:pk>/title/", describing.describe, name="describe"),
    path("<int:pk>/act/", act_in_work.working_act, name="working_act"),
    path("<int:pk>/acts/", amended_acts.acts, name="acts"),
    path("<int:pk>/acts/<uuid:base>/add/", amended_acts.add, name="add_act"),
    path("<int:pk>/acts/<int:act>/remove/", amended_acts.remove, name="remove_act"),
    path("<int:pk>/translation/", prepared_translations.prepare, name="translate"),
    path("<int:pk>/adopt/", adoption.adopt, name="adopt"),
    path("<int:pk>/provisions/<uuid:provision>/", editing.provision, name="provision"),
    path("<int:pk>/instructions/new/", instruction_pages.instruction, name="new_instruction"),
    path("<int:pk>/instructions/<uuid:row>/", instruction_pages.instruction, name="instruction"),
    path("<int:pk>/instructions/<uuid:row>/history/", instruction_pages.history, name="history"),
    path("<int:pk>/instructions/<uuid:row>/<slug:name>/", workspace_steps.step, name="instruction_step"),
    path("<int:pk>/seal/", seal_page.seal, name="seal"),
    path("<int:pk>/do/<slug:name>/", workspace_steps.step, name="step"),
]
