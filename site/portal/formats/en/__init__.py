"""English: the package that Django looks for."""
