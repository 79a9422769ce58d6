"""Russian: the package that Django looks for."""
