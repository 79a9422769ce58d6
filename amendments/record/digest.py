"""The hash of the record, computed as the script that checks proofs computes it."""

from amendments.proving.verify import digest as digest
