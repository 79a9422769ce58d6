"""A package of its own: one of the peers in the benchmarks installs another `tests`, which would be found instead."""
