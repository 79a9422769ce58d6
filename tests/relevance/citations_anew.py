"""Ways to cite a provision of the Migration Code that were written anew, without a look at the parser.

When they were first asked (with those in which ordinals stand in words and provisions in ranges, which
`tests/search/query/test_citations.py` has), nDCG@10 was 0.728 in Azerbaijani, 0.679 in English and 0.888 in Russian.
The parser has since learnt "12/3" beside the name of an act, "saylı", "№", "No.", "h.", "subsection", "para. (3)",
"Article 12 § 3", ranges with a hyphen and ordinals beyond ten.
"""

ANEW = {
    "az": (
        "Miqrasiya Məcəlləsinin {a}-{oa} maddəsinin {p}-{op} bəndinə əsasən",
        "MM-in {a}.{p}-{op} maddəsi",
        "MM, {a}.{p}",
        "Miqrasiya Məcəlləsi, {a}-{oa} maddə, {p}-{op} hissə",
        "{a}/{p} Miqrasiya Məcəlləsi",
        "miqrasiya məcəlləsi {a}/{p}",
        "miq. məc. m.{n}",
        "miqrasiya mecellesinin {n} maddesi ne deyir",
        "{a} saylı maddə Miqrasiya Məcəlləsi",
        "Miqrasiya Məcəlləsinin {n} saylı maddəsi",
        "maddə № {a} Miqrasiya Məcəlləsi",
        "Miqrasiya Məcəlləsinin maddə {a} hissə {p}",
        "AR MM {n}",
        "Azərbaycan Respublikasının Miqrasiya Məcəlləsi m. {a}, h. {p}",
        "Məcəllənin {a} - {oa} maddəsi Miqrasiya",
        "Miqrasiya Məcəlləsi {a}({p})",
        "Miqrasiya Məcəlləsi mad. {a}, bənd {p}",
    ),
    "en": (
        "Art {a}.{p} Migration Code",
        "Migration Code a. {n}",
        "Article {a}, paragraph {p} of the Migration Code",
        "Migration Code {a}({p})",
        "Migration Code § {a}({p})",
        "Article No. {a} Migration Code",
        "Migration Code article no {n}",
        "MC art. {n}",
        "subsection {p} of section {a} Migration Code",
        "Article {a} § {p} Migration Code",
        "Migration Code {a}/{p}",
        "Article {a} para. ({p}) Migration Code",
        "sect. {n} of the Migration Code",
        "Article {a} (part {p}) Migration Code",
    ),
    "ru": (
        "ст. {a} ч. {p} МК",
        "МК ст. {n}",
        "ст.{a}.{p} Миграционного кодекса",
        "Миграционный кодекс, статья {a}, часть {p}",
        "пункт {p} статьи {a} МК АР",
        "ст. № {a} Миграционного кодекса",
        "Миграционный кодекс {a}/{p}",
        "статьёй {a} Миграционного кодекса",
        "Миграционный кодекс {a}({p})",
        "ч. {p} ст. {a} Миграционного кодекса АР",
        "статью {n} МК",
        "подпункт {s} пункта {p} статьи {a} Миграционного кодекса",
    ),
}
