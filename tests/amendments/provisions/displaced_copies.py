"""Acts as they are copied from a page, a table or a mail: other signs before the numbers, other breaks between lines.

Like `displaced`: each function takes the text of an Azerbaijani act, and no word of the law is left out.
"""

import re
from textwrap import wrap

from tests.amendments.provisions.displaced import ARTICLE, CHAPTER, CLOSING, SECTION, _body, _middle, contents

DECIMAL = re.compile(r"(?m)^([0-9]+(?:-[0-9]+)?(?:\.[0-9]+(?:-[0-9]+)?)+)\. ")
SIGNATURE = "Azərbaycan Respublikasının Prezidenti\nAd UYDURMA\nBakı şəhəri, 2 iyul 2013-cü il\n№ 713-IVQ\n\n"


def numbers_behind_bullets(text):
    return DECIMAL.sub(r"- \1. ", text)


def headings_behind_bullets(text):
    return ARTICLE.sub(r"• \1 \2. \3", text)


def numbers_in_bold(text):
    return DECIMAL.sub(r"**\1.** ", text)


def numbers_behind_tags(text):
    return DECIMAL.sub(r'<p class="a">\1. ', text)


def numbers_without_a_stop(text):
    return DECIMAL.sub(r"\1 ", text)


def numbers_with_two_stops(text):
    return DECIMAL.sub(r"\1.. ", text)


def numbers_alone_in_their_lines(text):
    return DECIMAL.sub("\\1.\n", text)


def numbers_before_tabs(text):
    return DECIMAL.sub("\\1.\t", text)


def numbers_apart(text):
    return DECIMAL.sub(lambda match: match[1].replace(".", ". ") + ". ", text)


def numbers_with_commas(text):
    return DECIMAL.sub(lambda match: match[1].replace(".", ",") + ". ", text)


def numbers_with_letters_for_digits(text):
    return DECIMAL.sub(lambda match: match[1].replace("1", "l") + ". ", text)


def headings_over_three_lines(text):
    return ARTICLE.sub("\\1\n\\2.\n\\3", text)


def headings_with_the_number_first(text):
    return ARTICLE.sub(r"\2-ci maddə. \3", text)


def headings_with_a_sign(text):
    return ARTICLE.sub(r"\1 № \2. \3", text)


def headings_with_a_dash(text):
    return ARTICLE.sub(r"\1 \2 — \3", text)


def headings_with_a_colon(text):
    return ARTICLE.sub(r"\1 \2: \3", text)


def headings_abbreviated(text):
    return ARTICLE.sub(r"M. \2. \3", text)


def headings_in_square_brackets(text):
    return ARTICLE.sub(r"[\1 \2.] \3", text)


def headings_in_quotation_marks(text):
    return ARTICLE.sub(r"“\1 \2. \3”", text)


def headings_in_small_letters(text):
    return ARTICLE.sub(lambda match: match[0].replace("M", "m", 1), text)


def headings_misprinted(text):
    return ARTICLE.sub(r"Maddo \2. \3", text)


def lines_wrapped(text):
    return "\n".join("\n".join(wrap(line, 80)) if line.strip() else line for line in text.split("\n"))


def pages_between(text):
    lines = text.split("\n")
    pages = [lines[start : start + 40] for start in range(0, len(lines), 40)]
    return "\n".join(
        f"{chr(10).join(page)}\n\n{number}\n\nMİQRASİYA MƏCƏLLƏSİ\n" for number, page in enumerate(pages, 1)
    )


def lines_counted_by_an_editor(text):
    return "\n".join(f"{number}: {line}" for number, line in enumerate(text.split("\n"), 1))


def quoted_by_a_mail(text):
    return "\n".join(f"> {line}" for line in text.split("\n"))


def every_line_in_a_cell(text):
    front, law, rest = _body(text)
    return front + "\n".join(f"| {line} |" if line.strip() else line for line in law.split("\n")) + rest


def parts_in_two_cells(text):
    return re.sub(r"(?m)^([0-9]+(?:\.[0-9]+)+\.) (.+)$", r"| \1 | \2 |", text)


def contents_behind_bullets(text):
    front, law, rest = _body(text)
    return front + re.sub(r"(?m)^(?=Maddə)", "- ", contents(law)) + law + rest


def contents_in_cells(text):
    front, law, rest = _body(text)
    return front + re.sub(r"(?m)^(Maddə.*)$", r"| \1 | 5 |", contents(law, ARTICLE)) + law + rest


def contents_of_numbers(text):
    front, law, rest = _body(text)
    return front + re.sub(r"(?m)^(Maddə [0-9-]+)\. .*$", r"\1", contents(law, ARTICLE)) + law + rest


def contents_with_pages_below(text):
    front, law, rest = _body(text)
    return front + re.sub(r"(?m)^(Maddə.*)$", "\\1\n12", contents(law, ARTICLE)) + law + rest


def annex_word_alone_in_a_line(text):
    middle = _middle(text)
    return text[:middle] + "sənədlərə\nəlavə\nedilir.\n\n" + text[middle:]


def annex_first(text):
    front, law, rest = _body(text)
    return front + "Əlavə 1\n\nFORMA\n\n1. Birinci.\n2. İkinci.\n\n" + law + rest


def signature_in_the_middle(text):
    middle = _middle(text)
    return text[:middle] + SIGNATURE + text[middle:]


def closing_lists_in_the_middle(text):
    front, law, rest = _body(text)
    middle = _middle(law)
    return front + law[:middle] + rest + "\n\n" + law[middle:]


def closing_lists_named_by_a_sentence(text):
    middle = _middle(text)
    return text[:middle] + f"{CLOSING.capitalize()}\nbu Məcəlləyə əlavə edilir.\n\n" + text[middle:]


def numbers_before_en_spaces(text):
    return DECIMAL.sub("\\1.\u2002\u2002", ARTICLE.sub("\\1\u2003\\2.\u3000\\3", text))


def headings_letter_by_letter(text):
    """The numbers are letter-spaced too: "M a d d ə  1 2 .", "I I  F Ə S İ L"."""

    def spaced(words):
        return "  ".join(" ".join(word) for word in words.split())

    text = ARTICLE.sub(lambda match: f"{spaced(match[1] + ' ' + match[2])} . {match[3]}", text)
    return CHAPTER.sub(
        lambda match: spaced(f"{match['number'] or match['other']}{match['ordinal'] or ''} fəsil"), text
    )


def headings_of_two_levels_in_one_line(text):
    label = CHAPTER.pattern.removeprefix("(?m)^").removesuffix("$")
    return re.sub(rf"{SECTION.pattern}\s+([^\n]+)\n\s*(?={label}\n)".replace("$", ""), r"\1 BÖLMƏ \2 ", text)


ALL = [
    value
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == __name__
]
