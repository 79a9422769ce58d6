"""The stable codes of findings; screens, logs and confirmations name them."""

UNPARSED_LINE = "unparsed_line"  # begins like a number or heading, but could only be read as text
DUPLICATE_NUMBER = "duplicate_number"  # the number is printed twice among the same siblings
GAP = "gap"  # one or more numbers are left out
OUT_OF_ORDER = "out_of_order"  # a smaller number follows a larger one
FOREIGN_NUMBER = "foreign_number"  # the number does not continue that of the provision it stands in
MISSING_PARENT = "missing_parent"  # 12.3.1 is printed, but not 12.3
MISSING_HEADING = "missing_heading"  # a section or chapter without a heading
END_PUNCTUATION = "end_punctuation"  # a point ends otherwise than the other points of its list
