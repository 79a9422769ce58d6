"""`make bench`: every benchmark here, one after another."""

from tests.benchmarks import acts, redline

if __name__ == "__main__":
    redline.run([])
    acts.run()
