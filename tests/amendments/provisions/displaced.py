"""Acts as they come from elsewhere: the same law with lists, rows and headings in other places and other forms.

Each function takes the text of an Azerbaijani act and gives it displaced; no word of the law is left out.
"""

import re

CLOSING = "İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI"
CHANGES = "EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI"
ARTICLE = re.compile(r"(?m)^(Maddə) ([0-9]+(?:-[0-9]+)?)\. (.+)$")
CHAPTER = re.compile(
    r"(?m)^(?:(?P<number>[0-9IVXLC-]+)(?P<ordinal>-c[iıuü])? fəsil|(?i:fəsil) (?P<other>[0-9IVXLC-]+))$"
)
SECTION = re.compile(r"(?m)^([IVXLC]+) BÖLMƏ$")


def _body(text):
    """What stands before the first chapter or article, the law, and the lists after it."""
    start = min(match.start() for form in (SECTION, CHAPTER, ARTICLE) if (match := form.search(text)))
    end = text.find(CLOSING)
    end = len(text) if end < 0 else end
    return text[:start], text[start:end], text[end:]


def _headings(law, *forms):
    """The headings in their order, the words below a label with it."""
    lines = law.split("\n")
    for index, line in enumerate(lines):
        if any(form.match(line) for form in forms):
            below = next((words for words in lines[index + 1 : index + 3] if words.strip()), "")
            is_label = form_of_label(line) and below
            yield f"{line}\n{below}" if is_label else line


def form_of_label(line):
    return bool(CHAPTER.match(line) or SECTION.match(line))


def contents(law, *forms, title="MÜNDƏRİCAT"):
    return f"{title}\n\n" + "\n".join(_headings(law, *(forms or (SECTION, CHAPTER, ARTICLE)))) + "\n\n"


def _middle(law):
    """The place of an article in the middle of the law."""
    articles = list(ARTICLE.finditer(law))
    return articles[len(articles) // 2].start()


def closing_heading_in_contents(text):
    front, law, rest = _body(text)
    return front + contents(law) + f"{CLOSING}\n\n{CHANGES}\n\n" + law + rest


def contents_of_articles(text):
    front, law, rest = _body(text)
    return front + contents(law, ARTICLE) + law + rest


def contents_of_chapters(text):
    front, law, rest = _body(text)
    return front + contents(law, CHAPTER) + law + rest


def contents_twice(text):
    front, law, rest = _body(text)
    return front + contents(law, SECTION, CHAPTER) + contents(law) + law + rest


def contents_without_title(text):
    front, law, rest = _body(text)
    return front + contents(law, title="") + law + rest


def contents_empty(text):
    front, law, rest = _body(text)
    return front + "MÜNDƏRİCAT\n\n" + law + rest


def contents_at_end(text):
    front, law, rest = _body(text)
    return front + law + contents(law) + rest


def contents_in_the_middle(text):
    front, law, rest = _body(text)
    middle = _middle(law)
    return front + law[:middle] + contents(law) + law[middle:] + rest


def contents_with_pages(text):
    front, law, rest = _body(text)
    table = re.sub(r"(?m)^(Maddə.*)$", r"\1 ........ 12", contents(law))
    return front + table + law + rest


def contents_with_other_words(text):
    front, law, rest = _body(text)
    table = re.sub(r"(?m)^(Maddə [0-9-]+\.) .*$", r"\1 Başqa sözlər", contents(law))
    return front + table + law + rest


def contents_spaced(text):
    front, law, rest = _body(text)
    return front + contents(law, title="M Ü N D Ə R İ C A T") + law + rest


def closing_in_the_middle(text):
    front, law, rest = _body(text)
    middle = _middle(law)
    return front + law[:middle] + f"{CLOSING}\n\n" + law[middle:] + rest


def closing_inside_an_article(text):
    part = re.search(r"(?m)^[0-9]+\.2\. ", text[len(text) // 8 :]).start() + len(text) // 8
    return text[:part] + f"{CHANGES}\n\n" + text[part:]


def closing_first(text):
    front, law, rest = _body(text)
    return front + rest + "\n\n" + law


def closing_without_titles(text):
    return text.replace(CLOSING, "").replace(CHANGES, "")


def rows_between_articles(text):
    return ARTICLE.sub(
        lambda match: f"Ad\tRüsum\n1. Birinci\t5 manat\n2. İkinci\t6 manat\n\n{match[0]}", text, count=5
    )


def headings_split(text):
    return ARTICLE.sub(r"\1 \2.\n\3", text)


def headings_without_stop(text):
    return ARTICLE.sub(r"\1 \2\n\n\3", text)


def headings_without_words(text):
    return ARTICLE.sub(r"\1 \2.", text)


def headings_spaced(text):
    return ARTICLE.sub(r"M a d d ə  \2. \3", text)


def headings_in_capitals(text):
    return ARTICLE.sub(r"MADDƏ \2. \3", text)


def headings_as_markdown(text):
    return ARTICLE.sub(r"### \1 \2. \3", text)


def headings_in_bold(text):
    return ARTICLE.sub(r"**\1 \2.** \3", text)


def headings_with_tabs(text):
    return ARTICLE.sub("\\1\xa0\\2.\\t\\3", text)


def headings_behind_the_text(text):
    """Every third heading of an article is joined to the end of the line before."""
    count = 0

    def join(match):
        nonlocal count
        count += 1
        return match[0] if count % 3 else " " + match[0].strip()

    return re.sub(r"\s+Maddə [0-9-]+\. .+", join, text)


def numbers_joined(text):
    """Every second part stands in the line of the part before."""
    return re.sub(r"(?m)^([0-9]+\.1\. .+[.;])\n+(?=[0-9]+\.2\. )", r"\1 ", text)


def words_of_articles_unknown(text):
    return ARTICLE.sub(r"Qayda \2. \3", text)


def words_of_articles_missing(text):
    return ARTICLE.sub(r"\2. \3", text)


def words_of_chapters_unknown(text):
    return CHAPTER.sub(lambda match: f"Bab {match['number'] or match['other']}", text)


def chapters_in_another_form(text):
    return CHAPTER.sub(lambda match: f"FƏSİL {match['number'] or match['other']}.", text)


def sections_unknown(text):
    return SECTION.sub(r"KİTAB \1", text)


def without_blank_lines(text):
    return re.sub(r"\n\s*\n", "\n", text)


def with_other_line_ends(text):
    return text.replace("\n", "\r\n")


def quotation_never_closed(text):
    middle = _middle(text)
    return text[:middle] + "Aşağıdakı məzmunda:\n“Bu sözlər burada bitmir\n" + text[middle:]


def numbers_in_square_brackets(text):
    return re.sub(r"(?m)^([0-9]+\.[0-9]+)\. ", r"[\1] ", text)


def numbers_with_a_slash(text):
    return re.sub(r"(?m)^([0-9]+\.[0-9]+)\. ", r"\1/ ", text)


ALL = [
    value
    for name, value in list(globals().items())
    if callable(value) and not name.startswith("_") and name not in {"contents", "form_of_label"}
]
