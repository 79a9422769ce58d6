"""Azerbaijani: the package that Django looks for."""
