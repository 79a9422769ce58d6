"""Abbreviations of legal prose by language, whose full stop does not always end a sentence.

Small letters, without the final full stop. A word that is also written without one ("min", "ev") is not listed.
"""

# Always go on with the word that they belong to: "Mr. X", "г. Баку", "акад. Мамедов", "5 млн. манатов".
_BINDING = {
    "az": "akad bax cən dos küç k.ş məs mln mlrd müəl nüm prof prosp qəs ş şəh t.ü trln",
    "en": "approx ca capt cf col dr esp excl gen gov hon incl lt messrs mr mrs ms prof rep rev sen sgt st trans"
    " v viz vs",
    "ru": "акад бульв в.т.ч гор гр дер доц им млн млрд напр обл пер пл пос проф просп р-н см ср тов трлн тыс ул",
}
# Go on only where a number follows: "para. 2", "m. 12.3", "ст. 5"; "state of the art. The …" ends.
_NUMBERED = {
    "az": "abz b bn cəd c cild ed f fəs h hiss m mad maddə mər mənz n nöm s səh t y.b",
    "en": "app apr arg art arts aug bk ch chap chaps chs cl cls dec ed feb fig figs jan jul jun mar n no nos nov nr"
    " oct p par para paras pars pp pt pts reg regs s sch sec secs sect sep sept ss subcl subpara subparas subs"
    " subsec tab vol vols",
    "ru": "абз б вып гл д изд кв корп л лит п подп подпп пп прил прим разд рис с ст стр т табл тел тт ч чч"
    " янв февр апр авг сент окт нояб дек",
}
# Stand before a name with a capital letter, except as a unit after a number: "г. Баку", but "2013 г. Порядок …".
_BEFORE_A_NAME = {"az": "k q", "en": "", "ru": "г д к пгт п с ст-ца х"}
# May end a sentence, though they look like the ones above: "… və s. İcazə …", "… и т.д. Порядок …".
_CLOSING = {
    "az": "b.e b.e.ə v.b v.s y.a",
    "en": "a.m p.m etc et.al",
    "ru": "и.т.д и.т.п т.д т.п и.др и.пр н.э",
}
# A capital letter after them is a label and no initial: "Annex A. The …".
_LABELLED = {
    "az": "əlavə maddə hissə bənd yarımbənd cədvəl forma qrup kateqoriya sinif dərəcə fəsil bölmə tip növ",
    "en": "annex appendix article category chapter class form group grade item level list paragraph part point"
    " schedule section table title type",
    "ru": "приложени стать част пункт подпункт литер таблиц форм групп категори класс глав раздел степен тип вид"
    " перечен спис",
}
# Words that head a numbered text: "Article 5. The …" at its beginning is no sentence of its own.
_HEADINGS = {
    "az": "maddə fəsil bölmə paraqraf bənd hissə",
    "en": "article chapter section part paragraph point title",
    "ru": "статья глава раздел параграф пункт часть",
}


def _all(words: dict[str, str]) -> frozenset[str]:
    return frozenset(word for each in words.values() for word in each.split())


BINDING = _all(_BINDING)
NUMBERED = _all(_NUMBERED)
BEFORE_A_NAME = _all(_BEFORE_A_NAME)
CLOSING = _all(_CLOSING)
LABELLED = tuple(sorted(_all(_LABELLED)))
HEADINGS = _all(_HEADINGS)
