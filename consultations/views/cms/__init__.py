"""The pages of this app in Wagtail's admin."""
