"""Acts as the official frame names them: the name of a law in quotation marks, that of a code bare."""

import pytest

from amendments.instructions.amending_act import NamedAct
from azerbaijan.wordings import WORDINGS

NAME = "Azərbaycan Respublikasının Miqrasiya Məcəlləsi"


@pytest.mark.parametrize(
    ("act", "named"),
    [
        (NamedAct(NAME, "az", "code"), f"{NAME}ndə aşağıdakı"),
        (
            NamedAct("Qaçqınlar haqqında", "az", "law"),
            "“Qaçqınlar haqqında” Azərbaycan Respublikasının Qanununda ",
        ),
        (NamedAct("Law of Caspia", "en", "law", "27-L"), "“Law of Caspia” Qanunda (№ 27-L) "),
        (
            NamedAct("Vergi qaydaları", "az", "decision"),
            "“Vergi qaydaları” Azərbaycan Respublikasının Qərarında ",
        ),
        (
            NamedAct("“Qaçqınlar haqqında” Kaspiya Respublikasının Qanunu", "az", "law"),
            "“Qaçqınlar haqqında” Kaspiya Respublikasının Qanununda ",
        ),
        (
            NamedAct("Qaçqınlar haqqında Azərbaycan Respublikasının Qanunu", "az", "law"),
            "“Qaçqınlar haqqında” Azərbaycan Respublikasının Qanununda ",
        ),
        (
            NamedAct("Qaçqınlar haqqında Qanun", "az", "law"),
            "“Qaçqınlar haqqında” Azərbaycan Respublikasının Qanununda ",
        ),
        (
            NamedAct("Normativ hüquqi aktlar haqqında Konstitusiya Qanunu", "az", "law"),
            "“Normativ hüquqi aktlar haqqında” Azərbaycan Respublikasının Konstitusiya Qanununda ",
        ),
        (
            NamedAct("Şura barədə Azərbaycan Respublikası Prezidentinin Fərmanı", "az", "decree"),
            "“Şura barədə” Azərbaycan Respublikası Prezidentinin Fərmanında ",
        ),
        (
            NamedAct("“Poçt haqqında” Qanunun tətbiqi barədə Nazirlər Kabinetinin Qərarı", "az", "decision"),
            "““Poçt haqqında” Qanunun tətbiqi barədə” Nazirlər Kabinetinin Qərarında ",
        ),
        (
            NamedAct("“Poçt haqqında və digər” Kaspiya Respublikasının Qanunu", "az", "law"),
            "“Poçt haqqında və digər” Kaspiya Respublikasının Qanununda ",
        ),
        (NamedAct("“Poçt haqqında”", "az", "law"), "“Poçt haqqında” Azərbaycan Respublikasının Qanununda "),
    ],
    ids=str,
)
def test_an_act_is_named_in_the_locative(act, named):
    assert WORDINGS[0].act.opening(act, 2).startswith(named)
