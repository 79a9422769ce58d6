"""`make bench`: every benchmark here, one after another."""

from tests.benchmarks import acts, redline, search_speed
from tests.relevance import report

if __name__ == "__main__":
    redline.run([])
    acts.run()
    report.run()
    search_speed.run()
