"""Words of allauth's and Django's pages and mails that our catalogues say in our own words: "parol", "ikinci amil", no familiar "you"."""

from django.utils.translation import gettext_noop as _, ngettext_lazy

ACCOUNT_WORDS = (
    _("The email address and/or password you specified are not correct."),
    _("Please type your current password."),
    _("Incorrect password."),
    _("You must type the same password each time."),
    _("Password"),
    _("Forgot your password?"),
    _("Password (again)"),
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
    _("Your account has no password set up."),
    _("Password Reset"),
    _("Reset My Password"),
    _(
        "Forgotten your password? Enter your email address below, and we'll send you an email allowing you to reset it."
    ),
    _("Please contact us if you have any trouble resetting your password."),
    _("Your password has been changed."),
    _("Password Changed"),
    _("Your password has been reset."),
    _("Your password has been set."),
    _("Password Set"),
    _("Password Reset Email"),
    _("Password successfully changed."),
    _("Password successfully set."),
    _("Change Password"),
    _("Set Password"),
    _("Your password is now changed."),
    _("Forgot Password?"),
    _("Enter your password:"),
    _(
        "You're receiving this email because you or someone else has requested a password reset for your user account.\nIt can be safely ignored if you did not request a password reset. Click the link below to reset your password."
    ),
    _("The password is too similar to the %(verbose_name)s."),
    _("Your password can’t be too similar to your other personal information."),
    _("This password is too common."),
    _("Your password can’t be a commonly used password."),
    _("This password is entirely numeric."),
    _("Your password can’t be entirely numeric."),
    _("Email Addresses"),
    _("Email Address"),
    _("Make Primary"),
    _("Re-send Verification"),
    _("Add Email Address"),
    _("Add Email"),
    _("Confirm Email Address"),
    _("Verify Your Email Address"),
    _("Verified"),
    _("Unverified"),
    _("Primary"),
    _("Two-Factor Authentication"),
    _("Your account is protected by two-factor authentication. Please enter an authenticator code:"),
    _("Authenticator App"),
    _("An authenticator app is not active."),
    _("Authentication using an authenticator app is active."),
    _("Activate"),
    _("Deactivate"),
    _("Activate Authenticator App"),
    _("Deactivate Authenticator App"),
    _("Authenticator secret"),
    _("Authenticator code"),
    _("Enter an authenticator code:"),
    _("You can store this secret and use it to reinstall your authenticator app at a later time."),
    _("You are about to deactivate authenticator app based authentication. Are you sure?"),
    _("Authenticator app activated."),
    _("Authenticator app deactivated."),
    _("Authenticator App Activated"),
    _("Authenticator App Deactivated"),
    _("Security Keys"),
    _("No security keys have been added."),
    _("Add Security Key"),
    _("Edit Security Key"),
    _("Remove Security Key"),
    _("Are you sure you want to remove this security key?"),
    _("Use a security key"),
    _("Use your password"),
    _("Use authenticator app or code"),
    _("A new security key has been added."),
    _("A security key has been removed."),
    _("Security Key Added"),
    _("Security Key Removed"),
    _("Security key added."),
    _("Security key removed."),
    _("No recovery codes set up."),
    _("New Recovery Codes Generated"),
    _("You have confirmed %(email)s."),
    _("Successfully signed in as %(name)s."),
    _(
        'Please confirm that <a href="mailto:%(email)s">%(email)s</a> is an email address for user %(user_display)s.'
    ),
    _(
        "You're receiving this email because user %(user_display)s has given your email address to register an account on %(site_domain)s."
    ),
)

LENGTHS = (
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
)

KEYS = ngettext_lazy(
    "You have added %(count)s security key.", "You have added %(count)s security keys.", "count"
)

LEFT = ngettext_lazy(
    "There is %(unused_count)s out of %(total_count)s recovery codes available.",
    "There are %(unused_count)s out of %(total_count)s recovery codes available.",
    "unused_count",
)
