"""Elasticsearch 8, and OpenSearch 2 behind the same client.

Imported only where the settings name it (`search.backends.elastic.server_engines.Elasticsearch`): a site without a server
never loads the client. No other room imports `elasticsearch`.
"""
