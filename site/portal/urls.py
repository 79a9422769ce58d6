"""The addresses of the whole site. Only Wagtail's pages have a language prefix.

`portal.middleware` redirects any other address with a prefix to the one without.
"""

from allauth.mfa.recovery_codes.views import generate_recovery_codes
from allauth.mfa.totp.views import activate_totp, deactivate_totp
from allauth.mfa.webauthn.views import add_webauthn
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from consultations.views.calendars import public_calendar
from portal.demo.outbox import outbox
from portal.home.views import accessibility, all_work, health, personal_data, ready, uploads
from portal.users.change_views import own_change
from portal.users.data_views import close, own_data, own_data_file
from portal.users.lock_views import ask_link, use_link
from portal.users.own_account import OwnAccountView
from portal.users.security_keys import RemoveKey, one_at_a_time
from portal.users.session_views import sessions
from portal.users.views import (
    change_name,
    editing_desk_login,
    new_password,
    page_login,
    sign_out,
    sign_up,
    strength,
)

handler500 = "portal.server_error.server_error"
urlpatterns = [
    path("healthz", health, name="health"),
    path("readyz", ready, name="ready"),
    path("accessibility/", accessibility, name="accessibility"),
    path("personal-data/", personal_data, name="personal_data"),
    path("work/<slug:name>/", all_work, name="all_work"),
    path("accounts/name/", change_name, name="account_name"),
    path("accounts/change/<str:token>/", own_change, name="account_change"),
    path("accounts/unlock/", ask_link, name="account_unlock"),
    path("accounts/unlock/<str:token>/", use_link, name="account_unlock_link"),
    path("accounts/signup/", sign_up),
    path("accounts/password/reset/", new_password),
    path("accounts/password/strength/", strength, name="account_strength"),
    path("accounts/logout/", sign_out),
    path("accounts/sessions/", sessions, name="account_sessions"),
    path("accounts/data/", own_data, name="account_data"),
    path("accounts/data/file/", own_data_file, name="account_data_file"),
    path("accounts/close/", close, name="account_close"),
    path("accounts/2fa/webauthn/keys/<int:pk>/remove/", one_at_a_time(RemoveKey.as_view())),
    path("accounts/2fa/webauthn/add/", one_at_a_time(add_webauthn)),
    path("accounts/2fa/totp/activate/", one_at_a_time(activate_totp)),
    path("accounts/2fa/totp/deactivate/", one_at_a_time(deactivate_totp)),
    path("accounts/2fa/recovery-codes/generate/", one_at_a_time(generate_recovery_codes)),
    path("accounts/", include("allauth.urls")),
    path("cms/login/", editing_desk_login),
    path("cms/logout/", sign_out),
    path("cms/account/", require_admin_access(OwnAccountView.as_view())),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    path("api/v1/", include("search.api_urls")),
    path("", include("amendments.urls")),
    path("consultations/", include("consultations.urls")),
    path("rights/", include("rights.urls")),
    path("concordance/", include("rights.concordance_urls")),
    path("calendar.ics", public_calendar, name="calendar"),
    path("demo/outbox/", outbox, name="outbox"),
    path("media/<path:path>", uploads),
    *i18n_patterns(path("_util/login/", page_login), path("", include(wagtail_urls))),
]
