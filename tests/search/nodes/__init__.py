"""Real search servers for the tests: Elasticsearch with TLS and API keys, and OpenSearch, from Maven Central.

`python -m tests.search.nodes COMMAND …` installs both, starts them, runs the command with `MADDA_TEST_NODES` set
to the file that describes them, and stops them. It needs a JDK 17 or newer, Maven and openssl.
`make bench` starts the Elasticsearch of its own accord.
"""
