"""Creates a group for every role; the administrator's may manage accounts and the site's address, never content."""

from django.db import migrations

ROLES = [
    "drafter",
    "legal_reviewer",
    "secretary",
    "chair",
    "member",
    "rights_analyst",
    "rights_head",
    "handbook_editor",
    "training_coordinator",
    "administrator",
    "auditor",
    "legal_reader",
    "citizen",
]
# Permission rows appear only after all migrations, so those of the administrator are made here.
ADMINISTRATOR = [
    ("wagtailadmin", "admin", "access_admin", "Can access Wagtail admin"),
    ("users", "user", "add_user", "Can add user"),
    ("users", "user", "change_user", "Can change user"),
    ("users", "user", "view_user", "Can view user"),
    ("wagtailcore", "site", "change_site", "Can change site"),
]


def create_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for role in ROLES:
        Group.objects.get_or_create(name=role)
    administrators = Group.objects.get(name="administrator")
    for app_label, model, codename, name in ADMINISTRATOR:
        kind, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
        permission, _created = Permission.objects.get_or_create(
            content_type=kind, codename=codename, defaults={"name": name}
        )
        administrators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("users", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        # These two give every group with access to the admin the choice of all files: first they, then ours.
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(create_groups, migrations.RunPython.noop)]
