"""The stable codes of findings; screens, logs and confirmations name them."""

UNPARSED_LINE = "unparsed_line"  # begins like a number or heading, but could only be read as text
DUPLICATE_NUMBER = "duplicate_number"  # the number is printed twice among the same siblings
GAP = "gap"  # one or more numbers are left out
OUT_OF_ORDER = "out_of_order"  # a smaller number follows a larger one
FOREIGN_NUMBER = "foreign_number"  # the number does not continue that of the provision it stands in
MISSING_PARENT = "missing_parent"  # 12.3.1 is printed, but not 12.3
MISSING_HEADING = "missing_heading"  # a section or chapter without a heading, an article without a word
MISREAD_NUMBER = "misread_number"  # a letter stands for a figure: "1O"
END_PUNCTUATION = "end_punctuation"  # a point ends otherwise than the other points of its list

# Findings that count: what became of the lines that begin like a provision, and where the text stands.
NUMBERS_IN_CONTENTS = "numbers_in_contents"  # named by a table of contents
MISSING_FROM_TEXT = "missing_from_text"  # named by a table of contents, but not printed in the text
NUMBERS_AFTER_END = "numbers_after_end"  # in the lists after the text
LAW_AFTER_END = "law_after_end"  # there, but they go on from the last provision of the text
NUMBERS_IN_TABLES = "numbers_in_tables"
CUT_ROWS = "cut_rows"  # of tables, with too few cells
NUMBERS_IN_SIGNATURE = "numbers_in_signature"
NUMBERS_QUOTED = "numbers_quoted"  # words of an instruction
UNCLOSED_QUOTATIONS = "unclosed_quotations"  # begin with the number of a provision
LAW_QUOTED = "law_quoted"  # the next article of the act stands in a quotation
NUMBERS_BEFORE_LAW = "numbers_before_law"  # recitals
REFERENCES_OF_ANNEXES = "references_of_annexes"  # “Section 3” right below “Schedule 1”
REPEATED_NUMBERS = "repeated_numbers"  # "5.—(1)" below the heading "5. Fees"
LOST_NUMBERS = "lost_numbers"  # begin like a number of another form and are text
UNKNOWN_HEADINGS = "unknown_headings"  # look like numbered headings of no known form
EDITORIAL_NOTES = "editorial_notes"  # say which law amended the words above
TITLES_IN_TEXT = "titles_in_text"  # stand above an article as its chapter would
JOINED_NUMBERS = "joined_numbers"  # stand inside a line, in the words of the provision before
TEXT_AFTER_END = "text_after_end"  # most of the text stands in the lists after it
LAW_IN_ANNEX = "law_in_annex"  # the numbers of the law go on in an annex
CONTENTS_IN_LAW = "contents_in_law"  # headings without text that are printed once more: contents, read as law
LITTLE_LAW = "little_law"  # most of the text stands in no numbered provision
LONG_PROVISION = "long_provision"  # one provision holds a great part of the text
NOTES_IN_LAW = "notes_in_law"  # footnotes and page numbers that were read as law
LAW_BELOW_ONE = "law_below_one"  # one annex, or one of several articles, holds most of the law
TWO_KINDS = "two_kinds"  # the same numbers are read as provisions of two kinds
