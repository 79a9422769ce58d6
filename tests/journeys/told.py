"""What everybody is told of the law of `test_everybody`: the mails, and the lines of “My work” in two languages."""

from dataclasses import dataclass

USERNAMES = {
    "drafter": "drafter",
    "reviewer": "reviewer.justice",
    "secretary": "secretary",
    "chair": "chair",
    "legal": "ngo_legal",
    "harbour": "focal.harbour",
    "bar": "author.bar",
    "bar_focal": "focal.bar",
    "refugee": "author.refugee",
    "refugee_focal": "focal.refugee",
}
AZERBAIJANI = ("chair", "bar", "bar_focal")
"""Who wants mails in Azerbaijani; the others want them in English."""

TO_ALL = (
    "Draft 2 can be read: {amendment}",
    "Signed: {amendment}",
    "Adopted: {act}",
)
TO_ALL_AZ = (
    "Layihə 2 oxumağa açıqdır: {amendment}",
    "İmzalanıb: {amendment}",
    "Qəbul edilib: {act}",
)
TO_AUTHORS = ("Round closed early: {amendment}", "Received: S-…", "1 comment is answered: {amendment}")
TO_AUTHORS_AZ = (
    "Mərhələ vaxtından əvvəl bağlanıb: {amendment}",
    "Alındı: S-…",
    "1 rəyə cavab verilib: {amendment}",
)
TOLD = {
    "drafter": [
        "Returned from the legal check: {amendment}",
        "Passed the legal check: {amendment}",
        "A proposed instruction waits: {amendment}",
        "Passed the legal check: {amendment}",
    ],
    "reviewer": ["A text waits for your legal check: {amendment}"] * 3,
    "secretary": [
        "To be released: {act}",
        "To be released: {amendment}",
        "Late acceptance asked for: {amendment}",
        "To be released: {amendment}",
        "To be released: {act}",
    ],
    "chair": ["Layihə 1 oxumağa açıqdır: {amendment}", *TO_ALL_AZ],
    "legal": ["Open for comments until {day}: {amendment}", *TO_AUTHORS, *TO_ALL],
    "harbour": [
        "Invitation to comment: {amendment}",
        "Comments wait for your sign-off: S-…",
        *TO_AUTHORS,
        *TO_ALL,
    ],
    "bar": [
        "Layihə 1 oxumağa açıqdır: {amendment}",
        "{day} tarixinədək rəy bildirmək olar: {amendment}",
        *TO_AUTHORS_AZ,
        *TO_ALL_AZ,
    ],
    "bar_focal": [
        "Layihə 1 oxumağa açıqdır: {amendment}",
        "Rəy bildirməyə dəvət: {amendment}",
        "Rəylər sizin təsdiqinizi gözləyir: S-…",
        *TO_AUTHORS_AZ,
        *TO_ALL_AZ,
    ],
    "refugee": [
        "Open for comments until {day}: {amendment}",
        "Your comments are still accepted: {amendment}",
        *TO_AUTHORS,
        *TO_ALL,
    ],
    "refugee_focal": [
        "Invitation to comment: {amendment}",
        "30 days left: {amendment}",
        "Your comments are still accepted: {amendment}",
        "Comments wait for your sign-off: S-…",
        *TO_AUTHORS,
        *TO_ALL,
    ],
}
"""The subjects of the mails to everybody, in whatever order."""


@dataclass(frozen=True)
class Line:
    """A line of “My work”, and who reads it; a name that stands twice reads it twice."""

    en: str
    az: str
    whom: str


BODIES = "legal harbour bar bar_focal refugee refugee_focal"
COMMITTEE = "chair bar_focal"
PUBLIC = f"reviewer chair {BODIES}"
ALL = f"drafter secretary {PUBLIC}"
WORK = (
    Line("New: Consolidated text 1", "Yeni: Konsolidə edilmiş mətn 1", ALL),
    Line("New state: Concept", "Yeni vəziyyət: Konsepsiya", f"reviewer secretary {COMMITTEE}"),
    Line(
        "New state: Legal service check",
        "Yeni vəziyyət: Hüquq xidmətinin yoxlaması",
        f"reviewer secretary {COMMITTEE} " * 2,
    ),
    Line(
        "The text came back from the legal check with 1 finding",
        "Mətn hüquqi yoxlamadan 1 iradla qayıtdı",
        "drafter",
    ),
    Line(
        "New state: Drafting (working version)",
        "Yeni vəziyyət: Hazırlanır (işçi redaksiya)",
        f"drafter reviewer {f'secretary {COMMITTEE} ' * 2}",
    ),
    Line("The text passed the legal check", "Mətn hüquqi yoxlamadan keçdi", "drafter drafter"),
    Line("Draft 1 is released to: public", "Layihə 1 açıqlandı: ictimaiyyət", ALL),
    Line("New state: Open for consultation", "Yeni vəziyyət: Müzakirəyə açıqdır", f"drafter {PUBLIC}"),
    Line(
        "Draft 1: comments are invited until {day}",
        "Layihə 1: rəylər {day} tarixinədək qəbul edilir",
        f"drafter {PUBLIC}",
    ),
    Line("Draft 1: the round was closed on {day}", "Layihə 1: mərhələ bağlanıb: {day}", f"drafter {PUBLIC}"),
    Line("3 comments came in on draft 1", "1 nömrəli layihəyə 3 rəy daxil olub", "drafter secretary chair"),
    Line(
        "New state: Consolidating comments", "Yeni vəziyyət: Rəylərin ümumiləşdirilməsi", f"drafter {PUBLIC}"
    ),
    Line("2.2: instruction proposed", "2.2: dəyişiklik təklif edilib", "drafter"),
    Line("C-… is answered: Accepted", "C-… rəyinə cavab verilib: Qəbul edildi", "legal harbour"),
    Line(
        "C-… is answered: Not accepted",
        "C-… rəyinə cavab verilib: Qəbul edilmədi",
        "bar bar_focal refugee refugee_focal",
    ),
    Line("Draft 2 is released to: public", "Layihə 2 açıqlandı: ictimaiyyət", ALL),
    Line(
        "New state: Revised draft published",
        "Yeni vəziyyət: Yenidən işlənmiş layihə dərc edilib",
        f"secretary {PUBLIC}",
    ),
    Line("New state: Committee review", "Yeni vəziyyət: Komitədə baxılma", f"drafter reviewer {COMMITTEE}"),
    Line(
        "New state: Mandatory legal expertise",
        "Yeni vəziyyət: Məcburi hüquqi ekspertiza",
        f"reviewer secretary {COMMITTEE}",
    ),
    Line(
        "New state: Mandatory linguistic expertise",
        "Yeni vəziyyət: Məcburi linqvistik ekspertiza",
        f"reviewer secretary {COMMITTEE}",
    ),
    Line(
        "New state: Submitted to the rule-making body",
        "Yeni vəziyyət: Normayaratma orqanına təqdim edilib",
        f"secretary {PUBLIC}",
    ),
    Line("New state: Third reading", "Yeni vəziyyət: Üçüncü oxunuş", f"drafter {PUBLIC}"),
    Line("New state: Signed", "Yeni vəziyyət: İmzalanıb", f"drafter {PUBLIC}"),
    Line("New state: Officially published", "Yeni vəziyyət: Rəsmi dərc edilib", f"drafter {PUBLIC}"),
    Line("Adopted: Consolidated text 2", "Qəbul edilib: Konsolidə edilmiş mətn 2", ALL),
    Line(
        "New state: In force (consolidated)",
        "Yeni vəziyyət: Qüvvədədir (konsolidə edilib)",
        f"secretary {PUBLIC}",
    ),
    Line("Entry into force of: {act}", "Qüvvəyə minir: {act}", ALL),
)
"""The lines of the three lists, in whatever order. Nothing waits any more."""
