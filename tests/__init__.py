"""This makes `tests` a package. One of the benchmarked programs installs a package `tests`, which would be found first."""
