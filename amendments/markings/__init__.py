"""Pure: the changes and comments of a marked file, placed on the provisions of an act and said as instructions."""
