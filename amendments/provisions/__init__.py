"""The core of law: acts as trees of provisions, read from print, printed back, numbered, cited and found.

Plain Python without Django, clock or I/O. A paragraph without a number continues the article, part, point or note
before it; directly in a section, chapter, division or annex, and after a table, it is a provision of its own.
"""
