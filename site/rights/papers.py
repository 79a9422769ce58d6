"""The papers of a person with their numbers, in three languages: passports, cards, permits, certificates. Plain Python."""

_CARD = r"(?:cards?|certificates?|documents?)"
_OF_ONE = (  # a paper that one person has; several are none of anybody: "residence permits 4500"
    r"(?:passport|pasport|паспорт|vəsiqə|удостоверени|travel\s+document"
    r"|\b(?:residence|work|stay)\s+(?:permit|card)"
    rf"|\b(?:identity|id|migration|birth|insurance|(?:asylum[\s-]seeker|refugee)(?:['’]?s)?)\s+{_CARD}"
    r"|\bdriv(?:ing|er['’]?s)\s+licen[cs]e"
    r"|вид[^\W\d_]{0,2}\s+на\s+жительство|\bвнж\b|\bрвп\b|разрешени[^\W\d_]{1,2}\s+на\s+(?:работу|(?:временное\s+)?проживание)"
    r"|миграционн[^\W\d_]{2,3}\s+карт|\bкарт[^\W\d_]{1,3}\s+(?:беженц|мигрант)|проездн[^\W\d_]{2,3}\s+документ"
    r"|свидетельств[^\W\d_]{1,3}\s+(?:о\s+(?:рождении|предоставлении\s+(?:временного\s+)?убежища)|беженц)"
    r"|\b(?:yaşayış|yaşama|iş)\s+icazə|\bmiqrasiya\s+kart|\bqaçqın[^\W\d_]{0,3}\s+(?:kart|şəhadətnamə)"
    r"|\bsığınacaq\s+axtaran[^\W\d_]{0,5}\s+(?:kart|şəhadətnamə)|\bdoğum\s+(?:haqqında\s+)?şəhadətnamə|\byol\s+sənəd)"
)
_MANY = r"(?!s\b|l[aə]r|(?:ы|ов|ам|ами|ах|и[яейхю])\b)"
PAPER = rf"{_OF_ONE}[^\W\d_]{{0,8}}"
_ONE_PAPER = rf"{_OF_ONE}{_MANY}[^\W\d_]{{0,8}}"
NUMBER_OF = r"(?:№|#|\bno\b\.?|\bnumber|\bnömrə[^\W\d_]{0,4}|номер[^\W\d_]{0,2}|сери[^\W\d_]{1,2}|\bseriya[^\W\d_]{0,4})"
_ACT = (  # words of an act, to which a number behind them belongs
    r"\b(?:laws?|act|code|decrees?|orders?|decisions?|resolutions?|rules?|regulations?|articles?|annex|form|which|that|under|by)\b"
    r"|\b(?:закон|указ|приказ|постановл|решени|правил|положени|кодекс|стать|пункт|приложени|форм|котор|утвержд|приня|согласно)"
    r"|\b(?:qanun|qayda|qərar|fərman|sərəncam|əmr|məcəllə|maddə|bənd|əlavə|forma|haqqında|barədə|təsdiq|qəbul|edil|olun)"
)
_WORDS = rf"(?:(?!{_ACT})[^\d\n.;!?“”«»\"]){{0,30}}"
_FIGURES = r"(?=(?:[ /-]?\d){4,10}(?!\w|-[^\W\d_]))\d{1,10}(?:[ /-]\d{2,8}){0,3}(?!\w)"
_YEARS_OR_SUM = r"(?!(?:19|20)\d\d[ -](?:19|20)\d\d|\d{1,3}(?:\s000)+(?!\d))"
NUMBERED_PAPER = (  # its number behind it, with a sign or bare, and before it: "1234 nömrəli vəsiqə"
    rf"{PAPER}{_WORDS}{NUMBER_OF}[\s:]{{0,3}}{_YEARS_OR_SUM}{_FIGURES}"
    rf"|{_ONE_PAPER}[\s:,]{{1,3}}(?!(?:19|20)\d\d(?!\d))(?!\d{{1,3}}000(?!\d))\d{{4,10}}(?!\w|\s\d|-[^\W\d_])"
    rf"|(?<![\w/])\d{{4,10}}\s+(?:nömrəli|saylı)\s+(?:(?!{_ACT})[^\W\d_]{{1,20}}\s+){{0,3}}{_OF_ONE}"
)
ACT_ON_PAPERS = (  # "the Law on the identity card No. 1234"
    r"(?:\b(?:law|act|code|decree|order|resolution|rules?|regulations?)\s+(?:on|of|about)\b"
    r"|\b(?:закон|указ|приказ|постановлени|правил|положени)[^\W\d_]{0,3}\s+(?:об?|о\s+порядке)\b)"
    rf"[^\d\n.,;:!?]{{0,80}}?{NUMBER_OF}\s?\d{{1,5}}(?!\d)"
)
COUNTED = (  # not a number of a paper, but how many papers or people there are, tax numbers of companies, years of a list
    rf"(?:{_OF_ONE}(?:s\s+number|(?:й|ов|ам|ям|ах|ях|ами|ями)\s+номер[^\W\d_]{{0,2}}|ы\s+номер)\s+[1-9]\d{{0,6}}"
    r"(?![\w/-]|[\s,]{1,2}\d|\s?(?:and|or|и|или)\s+\d)"
    r"|(?<![\w+/-])(?<!\d\s)(?:[1-9]\d{0,2}(?:\s\d{3})+|[1-9]\d{0,6})(?=\s+(?:nəfər|ədəd|people\b|persons\b|человек))"
    r"|\b(?:vöen|voen|инн|tin)\b[^\d\n.;]{0,20}\d(?:[ -]?\d){8,11}\s?"
    r"\((?:company|firm|enterprise|legal|şirkət|müəssisə|hüquqi|компани|фирм|предприяти|юридическ)"
    r"|(?<![\w+])(?<!\d[ -])(?:19|20)\d\d(?:,? (?:19|20)\d\d){2,}(?!\w|[ -]\d))"
)
