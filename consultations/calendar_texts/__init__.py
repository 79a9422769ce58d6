"""Calendars of rounds in the format of RFC 5545."""
