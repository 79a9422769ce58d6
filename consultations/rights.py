"""The vocabulary of human rights that comments name by code, in eight clusters A to H.

No lawyer has reviewed the names yet; the codes never change, and the first letter is the cluster.
"""

from collections.abc import Collection, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.errors import UnknownRight

CLUSTERS: Mapping[str, Promise] = {
    "A": _("Equality and non-discrimination"),
    "B": _("Life, liberty and integrity"),
    "C": _("Access to territory, asylum, non-refoulement, expulsion"),
    "D": _("Trafficking and exploitation"),
    "E": _("Family, private life and children"),
    "F": _("Fair procedures and remedies"),
    "G": _("Work, social and economic rights"),
    "H": _("Freedoms, participation, culture"),
}

RIGHTS: Mapping[str, Promise] = {
    "A01": _("Equality before the law and general non-discrimination"),
    "A02": _("Non-discrimination on grounds of race, colour, ethnic or national origin"),
    "A03": _("Equality of women and men / gender-specific discrimination"),
    "A04": _("Non-discrimination in employment and occupation"),
    "A05": _("Reasonable accommodation and accessibility (disability)"),
    "A06": _("Prohibition of harassment, instruction to discriminate and hate speech"),
    "A07": _("Special / positive measures"),
    "A08": _("Burden of proof, remedies, victimisation, equality body"),
    "A09": _("Nationality-based differential treatment of non-citizens"),
    "B01": _("Right to life"),
    "B02": _("Prohibition of torture and inhuman or degrading treatment"),
    "B03": _("Prohibition of slavery, servitude and forced labour"),
    "B04": _("Liberty and security; immigration detention"),
    "B05": _("Conditions of detention and humane treatment"),
    "B06": _("Detention of children and families"),
    "B07": _("Freedom of movement and residence; right to leave and return"),
    "B08": _("Exploitation and violence by private actors; protection by the State"),
    "C01": _("Right to seek asylum; access to procedure"),
    "C02": _("Non-refoulement"),
    "C03": _("Prohibition of collective expulsion"),
    "C04": _("Procedural safeguards on expulsion of aliens"),
    "C05": _("Non-penalisation of irregular entry or presence"),
    "C06": _("Recognition and content of refugee / subsidiary protection status"),
    "C07": _("Reception conditions for asylum seekers"),
    "C08": _("Asylum procedure guarantees (interview, interpreter, legal aid, appeal)"),
    "C09": _("Voluntary return, reintegration and humane removal"),
    "C10": _("Temporary protection"),
    "C11": _("Consular notification and assistance"),
    "D01": _("Definition and criminalisation of trafficking"),
    "D02": _("Identification of victims"),
    "D03": _("Assistance and protection of victims"),
    "D04": _("Recovery and reflection period; residence permit"),
    "D05": _("Non-punishment of victims"),
    "D06": _("Compensation and legal redress for victims"),
    "D07": _("Child victims of trafficking and exploitation"),
    "D08": _("Repatriation and return of victims"),
    "D09": _("Prevention, demand, coordination and rapporteur"),
    "D10": _("Privacy, safety of victims and witnesses in proceedings"),
    "E01": _("Private and family life; home; correspondence"),
    "E02": _("Family unity and reunification"),
    "E03": _("Best interests of the child"),
    "E04": _("Unaccompanied and separated children"),
    "E05": _("Birth registration, name, nationality, identity"),
    "E06": _("Statelessness: determination, status, prevention"),
    "E07": _("Right of the child to be heard"),
    "E08": _("Marriage and equality of spouses"),
    "E09": _("Personal data protection"),
    "F01": _("Fair trial and access to court"),
    "F02": _("Effective remedy"),
    "F03": _("Legal aid, interpretation and information in a language understood"),
    "F04": _("Recognition as a person before the law"),
    "F05": _("Good administration: reasoned, timely, impartial decisions"),
    "F06": _("No punishment without law; proportionate sanctions"),
    "F07": _("Equal rights of victims of crime"),
    "G01": _("Access to work and choice of employment"),
    "G02": _("Just and favourable conditions of work; equal treatment of migrant workers"),
    "G03": _("Trade unions and collective bargaining"),
    "G04": _("Unpaid wages, sanctions on employers, complaints mechanisms"),
    "G05": _("Recruitment: ethical recruitment, no confiscation of documents"),
    "G06": _("Social security and social assistance"),
    "G07": _("Health, including emergency care irrespective of status"),
    "G08": _("Education"),
    "G09": _("Housing and adequate standard of living"),
    "G10": _("Property; transfer of earnings"),
    "G11": _("Child labour and protection of young workers"),
    "G12": _("Labour inspection and supply-chain liability"),
    "H01": _("Thought, conscience and religion"),
    "H02": _("Expression, information and assembly"),
    "H03": _("Participation in public affairs and consultation"),
    "H04": _("Language, culture, minority identity and integration"),
    "H05": _("Right to information on rights, admission conditions and procedures"),
}


def right_name(right: str) -> str:
    """A right as it is called: some older comments name one in their author's own words, not by its code."""
    return str(RIGHTS.get(right, right))


def refuse_unknown(rights: Iterable[str], held: Collection[str] = ()) -> None:
    """Raise `UnknownRight` for what is no code; what a comment holds already it may keep in its own words."""
    for right in rights:
        if right not in RIGHTS and right not in held:
            raise UnknownRight(right)
