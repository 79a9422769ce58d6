"""The day of birth of one person, in three languages, and days that part whole groups, which show nobody. Plain Python."""

import re

DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d|(?:19|20)\d\d[-/]\d\d[-/]\d\d)"
_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yan|fev|iyu|avq|sen|okt|noy|dek"
    r"|янв|фев|мар|апр|ма[йя]|ию|авг|сен|окт|ноя|дек)[^\W\d_]{0,7}\.?"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_BIRTHDAY = (  # in figures and in words; also with the month or the year first
    rf"(?:{DAY}|\d{{1,2}}[./]\d{{1,2}}[./]\d\d|\d{{1,2}}-\d{{1,2}}-{_YEAR}|{_NTH}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"
    rf"|\b{_MONTH}\s+{_NTH},?\s+{_YEAR}"
    rf"|{_YEAR}-?c[iıuü]\s+il[^\W\d_]{{0,3}},?\s+(?:{_MONTH}\s+(?:ay[^\W\d_]{{0,4}}\s+)?\d{{1,2}}|\d{{1,2}}\s+{_MONTH})"
    r")(?!\d)"
)
_BEHIND = r"(?:-[^\W\d_]{1,4})?(?:\s*(?:il|tarix|г\.|год)[^\W\d_]{0,9}){0,2}"  # what belongs to a day: "-ci il", "года"

_LABEL = (
    r"(?:\b(?:date|day)\s+of\s+birth\b|\bbirth\s?(?:date|day)\b|\bd\.?o\.?b\b\.?"
    r"|\bdoğum(?:\s+(?:tarix|gün)[^\W\d_]{0,6}|(?=:))|anadan\s+olduğu|doğulduğu\s+(?:tarix|gün)|\bad\s+günü|\bг\.\s?р\.(?=\s?\d)|\bdoğ\.|\bd\.\s?t\.|^b\.(?=\s?\d)|(?:(?<=\()|(?<=,\s))[bdр]\.(?=\s?\d)"
    r"|\b(?:дат|ден|дн)[^\W\d_]{1,3}\s+(?:[^\W\d_]{2,3}\s+)?рожд[^\W\d_]{3,5}|\bрожд\.|\bрод\.|\bд(?:\.\s?|/)р\b\.?|(?-i:\bДР\b))"
)
_BORN = r"(?:родил(?:ся|ась|ись)|родивш|рожд[её]н(?!и))[^\W\d_]{0,5}"
_BORN_AZ = r"(?:\bdoğul|\bdoğumlu|anadan\s+ol|təvəllüd)"
_OTHER = (  # words of an act or a step, to which a day behind them belongs
    r"\b(?:who|which|whose|laws?|act|code|convention|judgment|decision|order|decree|rules?)\b"
    r"|\b(?:котор|закон|указ|конвенц|постановл|решени|приня|утвержд|вступ)"
    r"|\b(?:qanun|qayda|qərar|fərman|qəbul|təsdiq|qüvvə|tarixli|haqqında|barədə)"
)
_GAP = rf"(?:(?!{_OTHER})(?:[^\d\n.;!?]|(?<=\bг)\.))"  # letters and signs of one sentence

_PARTY = r"(?:applicant|complainant|petitioner|claimant|victim|detainee)"
_OF_ONE = (
    rf"\bs?he\s+(?:was|is)\s+born\b|(?:{_LABEL}):|anadan\s+olduğu|doğum\s+günü"
    rf"|(?<!\bif\s)(?<!\bunless\s)(?<!\bwhere\s)(?<!\bwhen\s)\bthe\s+{_PARTY},?(?:\s+who)?(?:\s+(?:was|is))?\s+born\b"
    r"|\bона?\s+родил|родил(?:ся|ась)(?=\s+\d)"
    r"|(?<!\bесли\s)\b(?:заявител|потерпевш|пострадавш)[^\W\d_]{1,5},?\s+роди[лв]"
)
_SINCE = (
    r"\b(?:after|before|since|by|until|up\s+to|as\s+of|prior\s+to|between|in\s+the\s+period|born\s+from|not?\s+(?:later|earlier)\s+than"
    r"|после|до|с|ранее|между|не\s+(?:позднее|позже|раньше))"
)
_GROUP = (  # "persons born", "лица, родившиеся": what follows is said of many
    r"\b(?:persons|people|individuals|nationals|foreigners|migrants|children|those|any(?:one|body)?|every(?:one|body)?|each|all"
    r"|лиц(?:а|ам|ами|ах)?|дет(?:и|ей|ям|ьми|ях)|граждан(?:е|ам|ами|ах)?|иностран[^\W\d_]{2,7}|родившиеся|родившихся|всех"
    r"|рожд[её]нн(?:ые|ых|ым|ыми))\b"
)
_LATER = r"\s+(?:later|earlier|(?:there)?after|before|younger|older|после|позднее|позже|ранее|раньше|старше|младше|моложе)\b"
GENERAL = re.compile(  # a day that parts whole groups: "born after 1 September 2010"; that of one person goes first and stays
    rf"(?P<one>(?:{_OF_ONE})[^\d\n]{{0,20}}{_BIRTHDAY}"
    rf"|\b(?:ərizəçi|şikayətçi),?\s+{_BIRTHDAY}[^\d\n.]{{0,40}}(?:doğul|anadan\s+ol)(?:ub|muş))"
    rf"|(?P<group>{_GROUP}[^\d\n.;!?]{{0,40}}){_BIRTHDAY}{_BEHIND}(?:\s*[–—-]\s*{_BIRTHDAY}|(?:\s+рожд[^\W\d_]{{3,5}})?\s+и{_LATER})"
    rf"|{_BIRTHDAY}{_BEHIND}\s+(?:or|или){_LATER}"
    rf"|{_BIRTHDAY}{_BEHIND}\s*[–—-]\s*{_BIRTHDAY}{_BEHIND}(?=[^\d\n.;!?]{{0,40}}l[aə]r)"
    rf"|{_BIRTHDAY}{_BEHIND}\s+(?:və|ilə)\s+{_BIRTHDAY}{_BEHIND}\s+arasında"
    rf"|{_SINCE}\s+(?:or\s+on\s+)?(?:the\s+)?{_BIRTHDAY}(?:{_BEHIND}\s+(?:and|to|и|по|до)\s+{_BIRTHDAY})?"
    rf"|{_BIRTHDAY}{_BEHIND}(?<=d[əa]n)\s+{_BIRTHDAY}"
    rf"|{_BIRTHDAY}{_BEHIND}(?:(?<=dək)|(?:\s+və(?:\s+ya)?(?:\s+[^\W\d_]{{2,6}})?)?\s+(?:sonra|əvvəl|qədər|etibarən))",
    re.I,
)
_BIRTH = r"(?:\bbirth(?:day)?\b|\bdoğum\b|\bрождени[ея]\b)"  # beside a day, without a label
_NOT_OF = r"(?<!\bof\s)(?<!\bdated\s)(?<!\bот\s)"  # behind these words stands the day of an act
OF_BIRTH = re.compile(
    rf"{_LABEL}{_GAP}{{0,25}}{_BIRTHDAY}|{_BIRTH}(?:\s?[:–—-]\s?|\s+)(?:on\s+)?{_BIRTHDAY}"
    rf"|(?:\bborn\b|{_BORN})(?:{_GAP}{{0,20}}|\s+(?:in|at|во?)\b{_GAP}{{0,50}}){_BIRTHDAY}"
    rf"|{_BORN_AZ}[^\W\d_]{{0,8}}[\s(:,–-]{{0,3}}{_BIRTHDAY}"
    rf"|(?<!\d){_NOT_OF}{_BIRTHDAY}(?:{_BEHIND}\s*(?:г\.\s?р\b\.?|г(?:\.|ода?)\s*рожд)"
    rf"|{_BEHIND}\s?[,(–—-]\s?(?:{_LABEL}|{_BIRTH})|{_BEHIND},\s+(?:the\s+)?[^\W\d_]{{2,20}}\s+(?:was|is)\s+born\b"
    rf"|(?:,\s*|(?:(?![,(]){_GAP}){{0,25}})(?:\bborn\b|{_BORN})|{_GAP}{{0,50}}{_BORN_AZ})",
    re.I,
)
