"""What an administrator can and cannot do to accounts."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.models import Page

from portal.users.models import User
from portal.users.roles import Role
from tests.factories.law import make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(signed_in):
    return signed_in(Role.ADMINISTRATOR, email="administrator@caspia.example")


def test_lists_name_roles_and_yes_or_no_in_words(administrator):
    groups = administrator.get("/cms/groups/").content.decode()
    assert "Focal point" in groups
    assert ">focal_point<" not in " ".join(groups.split()).replace("> ", ">").replace(" <", "<")
    accounts = " ".join(administrator.get("/cms/users/").content.decode().split())
    assert "yes </span>" in accounts.replace("yes</span>", "yes </span>")
    assert ">True" not in accounts.replace("> ", ">")
    assert "Site administrator" in accounts
    assert "Focal point" in accounts
    assert "focal_point" not in accounts


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_of_accounts_is_no_file_of_empty_lines(administrator, kind):
    answer = administrator.get("/cms/users/", {"export": kind})
    assert answer["Content-Type"].startswith("text/html")
    assert "administrator@caspia.example" in answer.content.decode()


def roles(*names: Role) -> list[int]:
    return list(Group.objects.filter(name__in=names).values_list("pk", flat=True))


def test_an_administrator_creates_an_account_without_knowing_its_password(administrator):
    assert administrator.get("/cms/users/new/").status_code == 200
    administrator.post(
        "/cms/users/new/", {"email": "new@caspia.example", "name": "New", "groups": roles(Role.CITIZEN)}
    )
    user = User.objects.get(email="new@caspia.example")
    assert user.groups.get().name == Role.CITIZEN
    assert not user.has_usable_password()


@pytest.mark.parametrize(
    "address",
    [
        "Chair@Caspia.Example",
        "ch\u0131ir@caspia.example",
        "chair@caspia.example\u200b",
        '"chair"@caspia.example',
    ],
)
def test_no_address_can_be_taken_for_that_of_another_account(administrator, person, address):
    person(Role.CHAIR, email="chair@caspia.example")
    before = User.objects.count()
    page = administrator.post("/cms/users/new/", {"email": address, "name": "Chair", "groups": []})
    assert "could not be created due to errors" in page.content.decode()
    assert User.objects.count() == before


def test_whose_account_an_administrator_made_is_told_how_to_set_the_password(administrator, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://caspia.example"
    administrator.post("/cms/users/new/", {"email": "new@caspia.example", "name": "New", "groups": []})
    (message,) = mail.outbox
    assert message.to == ["new@caspia.example"]
    assert "https://caspia.example/accounts/password/reset/" in message.body
    assert "no password yet" in message.body


def test_an_administrator_gives_roles_and_deactivates(administrator, person):
    user = person()
    page = administrator.get(f"/cms/users/edit/{user.pk}/")
    assert page.status_code == 200
    assert set(page.context["form"].fields) == {"email", "name", "is_active", "groups"}
    administrator.post(
        f"/cms/users/edit/{user.pk}/", {"email": user.email, "name": "Renamed", "groups": roles(Role.CITIZEN)}
    )
    user.refresh_from_db()
    assert (user.name, user.is_active, user.groups.get().name) == ("Renamed", False, Role.CITIZEN)


def test_nobody_becomes_superuser_through_the_forms(administrator, person):
    user = person()
    administrator.post(
        f"/cms/users/edit/{user.pk}/",
        {"email": user.email, "name": "R", "is_active": "on", "is_superuser": "on"},
    )
    user.refresh_from_db()
    assert not user.is_superuser


def test_nobody_changes_their_own_roles(administrator):
    me = User.objects.get(email="administrator@caspia.example")
    administrator.post(
        f"/cms/users/edit/{me.pk}/", {"email": me.email, "name": "Me", "groups": roles(Role.SECRETARY)}
    )
    me.refresh_from_db()
    assert (me.name, me.is_active, me.groups.get().name) == ("Me", True, Role.ADMINISTRATOR)
    secretary = Group.objects.get(name=Role.SECRETARY)
    administrator.post(f"/cms/bulk/users/user/assign_role/?id={me.pk}", {"role": secretary.pk})
    assert not me.groups.filter(name=Role.SECRETARY).exists()


def test_roles_are_given_to_many_at_once(administrator, person):
    user = person()
    reader = Group.objects.get(name=Role.LEGAL_READER)  # grants nothing; other roles wait for a second person
    administrator.post(f"/cms/bulk/users/user/assign_role/?id={user.pk}", {"role": reader.pk})
    assert user.groups.filter(name=Role.LEGAL_READER).exists()


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/cms/users/edit/{0}/", {"email": "taken@caspia.example", "name": "Taken"}),
        ("/cms/bulk/users/user/set_active_state/?id={0}", {"mark_as_active": "False"}),
    ],
)
def test_the_account_of_the_installation_is_out_of_reach(administrator, address, data):
    owner = User.objects.create_superuser("root@caspia.example", "secret secret", name="Owner")
    answer = administrator.post(address.format(owner.pk), data, follow=True)
    owner.refresh_from_db()
    assert (owner.email, owner.is_active) == ("root@caspia.example", True)
    assert "permission" in answer.content.decode() or answer.status_code == 403


def test_many_accounts_are_deactivated_at_once(administrator, person):
    user = person()
    administrator.post(f"/cms/bulk/users/user/set_active_state/?id={user.pk}", {"mark_as_active": "False"})
    user.refresh_from_db()
    assert not user.is_active


@pytest.mark.parametrize("address", ["/cms/users/delete/{0}/", "/cms/bulk/users/user/delete/?id={0}"])
def test_accounts_are_never_deleted_not_even_by_a_superuser(client, person, address):
    user = person()
    client.force_login(
        User.objects.create_superuser("root@caspia.example", "secret secret"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    client.post(address.format(user.pk))
    assert User.objects.filter(pk=user.pk).exists()


def test_the_list_finds_people_by_name_and_address(administrator, person):
    person()
    for words in ("Reader", "reader@"):
        assert "reader@caspia.example" in administrator.get(f"/cms/users/?q={words}").content.decode()


def test_an_administrator_has_no_power_over_content(administrator):
    me = User.objects.get(email="administrator@caspia.example")
    content = (
        "amendments.",
        "wagtaildocs.",
        "wagtailimages.",
        "consultations.change_comment",
        "wagtailcore.add",
    )
    mails = {
        "amendments.view_outgoingmail",
        "amendments.change_outgoingmail",
    }  # shown without subject and text
    held = me.get_all_permissions() - mails
    assert not [permission for permission in held if permission.startswith(content)]
    home = Page.objects.get(depth=2)
    assert not home.permissions_for_user(me).can_edit()
    assert not home.permissions_for_user(me).can_add_subpage()
    assert not me.has_perm("auth.change_group")


def test_the_address_of_an_account_stays_until_somebody_confirms(administrator, person):
    for account in (person(), User.objects.create_user("typo@caspia.example")):
        administrator.post(
            f"/cms/users/edit/{account.pk}/", {"email": "mine@caspia.example", "name": "N", "is_active": "on"}
        )
    assert not User.objects.filter(email="mine@caspia.example").exists()


def test_a_group_whose_pages_would_join_roles_is_saved_in_no_part(client, person):
    root = User.objects.create_superuser("root@caspia.example", "secret secret", name="Root")
    client.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    clerks = Group.objects.create(name="clerks")
    person(Role.CHAIR).groups.add(clerks)
    section = make_section()
    data = {"name": "scribes", "page_permissions-TOTAL_FORMS": "1", "page_permissions-INITIAL_FORMS": "0"}
    data |= {"page_permissions-0-page": section.pk, "page_permissions-0-permissions": ["change_page"]}
    for kind in ("collection", "document", "image"):
        for prefix in (f"{kind}_permissions", f"{kind}_management_permissions"):
            data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    page = client.post(f"/cms/groups/edit/{clerks.pk}/", data)
    assert "cannot have these roles together" in page.content.decode()
    clerks.refresh_from_db()
    assert clerks.name == "clerks"
    assert not clerks.page_permissions.exists()
    assert client.get("/cms/groups/new/").status_code == 200
