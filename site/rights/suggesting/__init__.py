"""Which rights the words of a text suggest: rules as data, and why. Pure: no database, no clock."""
