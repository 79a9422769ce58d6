"""Executes an amending act on an act, both in Akoma Ntoso 3.0. It knows the standard and nothing of ours."""

from copy import deepcopy

from defusedxml.ElementTree import fromstring

A = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
WORDS = ("heading", "intro", "content")


class NotExecutable(Exception):
    """A modification that says nothing definite."""


class Act:
    """The text of an act, which modifications change."""

    def __init__(self, data):
        (self.root,) = fromstring(data)
        self.work = self.root.find(f".//{A}FRBRWork/{A}FRBRuri").get("value")

    def by_eid(self, eid):
        found = [each for each in self.root.iter() if each.get("eId") == eid]
        if len(found) != 1:
            raise NotExecutable(f"{eid} stands {len(found)} times")
        return found[0]

    def parent_of(self, element):
        return next(each for each in self.root.iter() if element in list(each))

    def lines(self):
        """Each provision in reading order: number, heading, lines, whether it is removed."""
        found = []
        for each in self.root.iter():
            if each.get("eId") is None or each.get("wId") is None:
                continue
            head = [said(each.find(f"{A}{name}")) for name in ("num", "heading")]
            own = [said(p) for p in own_lines(each)] or [said(p) for p in each.findall(f"{A}p")]
            found.append((*head, [line for line in own if line], each.get("status") == "removed"))
        return found


def execute(amending, act):
    """Change the act as the modifications say that point to it, in their order."""
    (root,) = fromstring(amending)
    for modification in root.iter(f"{A}textualMod"):
        work, _, eid = modification.find(f"{A}destination").get("href").partition("#")
        if work == act.work:
            DONE_BY[modification.get("type")](act, act.by_eid(eid), modification, root)
    return act


def _repeal(act, target, modification, root):
    for each in target.iter():
        if each.get("wId") is not None:
            each.set("status", "removed")
            for part in each.findall(f"{A}heading"):
                each.remove(part)
            for line in own_lines(each):
                for below in list(line):
                    line.remove(below)
                line.text = ""


def _substitution(act, target, modification, root):
    old, new = modification.find(f"{A}old"), modification.find(f"{A}new")
    if old is None:
        parent = act.parent_of(target)
        place = list(parent).index(target)
        parent.remove(target)
        parent.insert(place, structure(root, new))
        return
    old, new = "".join(old.itertext()), "".join(new.itertext())
    places = [part for part in [*target.findall(f"{A}heading"), *own_lines(target)] if old in said(part)]
    if len(places) != 1 or said(places[0]).count(old) != 1:
        raise NotExecutable(f"“{old}” stands in {len(places)} places")
    words = said(places[0]).replace(old, new)
    for below in list(places[0]):
        places[0].remove(below)
    places[0].text = words


def _insertion(act, target, modification, root):
    new = structure(root, modification.find(f"{A}new"))
    pos = modification.find(f"{A}destination").get("pos")
    if pos == "end":
        for own in target.findall(f"{A}content"):  # provisions below it follow an intro
            own.tag = f"{A}intro"
            if not "".join(own.itertext()).strip():
                target.remove(own)
        target.append(new)
        return
    parent = act.parent_of(target)
    parent.insert(list(parent).index(target) + (pos == "after"), new)


def _renumbering(act, target, modification, root):
    """The provision gets the number that is said and the eId that is named; at its start, its words do, below it."""
    new = modification.find(f"{A}new")
    eid = new.get("href").partition("#")[2]
    if any(each.get("eId") == eid for each in act.root.iter()):
        raise NotExecutable(f"{eid} stands already")
    if modification.find(f"{A}destination").get("pos") == "start":
        head = [each for each in target if each.tag in (f"{A}num", f"{A}heading")]
        words = [each for each in target if each.tag in (f"{A}intro", f"{A}content")]
        below = target.makeelement(f"{A}hcontainer", {"wId": new.get("wId")})
        below.append(below.makeelement(f"{A}num", {}))
        for each in words:
            target.remove(each)
            below.append(each)
        target.insert(len(head), below)
        target = below
    target.set("eId", eid)
    target.find(f"{A}num").text = "".join(new.itertext())


DONE_BY = {
    "repeal": _repeal,
    "substitution": _substitution,
    "insertion": _insertion,
    "renumbering": _renumbering,
}


def structure(root, new):
    """What is quoted, with the eIds that it has in the act: those behind the eId of the quotation."""
    eid = new.get("href").removeprefix("#")
    quoted = next(each for each in root.iter(f"{A}quotedStructure") if each.get("eId") == eid)
    (found,) = deepcopy(quoted)
    for each in found.iter():
        if each.get("eId"):
            each.set("eId", each.get("eId").removeprefix(f"{eid}__"))
    return found


def own_lines(element):
    """The paragraphs of a provision, without those of what stands below it."""
    parts = [part for name in ("intro", "content") for part in element.findall(f"{A}{name}")]
    return [line for part in parts for line in part.iter(f"{A}p")]


def said(part):
    """Words without white space around them."""
    return "" if part is None else " ".join("".join(part.itertext()).split(" ")).strip()
