from django.contrib.auth.models import Group, Permission

from consultations.access.roles import ROLES, install_roles


def test_the_groups_are_the_roles_of_the_taxonomy(taxonomies):
    ours = {"translator", "rights_reader"}  # ADRs 19 and 29
    assert set(ROLES) - ours == {row["slug"] for row in taxonomies["roles"]}


def test_every_permission_of_the_table_exists(db):
    known = {
        f"{app}.{code}" for app, code in Permission.objects.values_list("content_type__app_label", "codename")
    }
    assert {code for codes in ROLES.values() for code in codes} <= known


def test_installing_twice_changes_nothing(db):
    install_roles()
    before = {g.name: set(g.permissions.values_list("pk", flat=True)) for g in Group.objects.all()}
    install_roles()
    assert before == {g.name: set(g.permissions.values_list("pk", flat=True)) for g in Group.objects.all()}


def test_an_administrator_and_an_auditor_have_no_power_over_content():
    powers = {
        "amendments.release_version",
        "amendments.approve_release",
        "consultations.read_committee_comments",
    }
    for role in ("administrator", "auditor", "author", "focal_point", "citizen", "legal_reader"):
        assert powers.isdisjoint(ROLES[role])
