"""Documents of this app as files: plain values in, bytes out; no database and no clock."""
