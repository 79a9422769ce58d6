"""`make bench`: every benchmark here, one after another."""

from tests.benchmarks import acts, documents, drafting, reading, redline, rights, search_page, search_speed
from tests.relevance import report

if __name__ == "__main__":
    redline.run([])
    acts.run()
    documents.run()
    drafting.run()
    report.run()
    rights.run()
    search_speed.run()
    search_page.run()
    reading.run()
