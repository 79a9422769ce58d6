"""Reads a PDF by its tags: which words stand in which element, in the order in which they are read aloud."""

import io
import re
from dataclasses import dataclass

import pikepdf

_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)


@dataclass(frozen=True)
class Tagged:
    """Words with the names of the elements around them, from the outermost, and how they are decorated."""

    path: tuple[str, ...]
    words: str
    decoration: str  # "/LineThrough", "/Underline", ""
    language: str


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def tagged(pdf):
    """All words of the file that are no artifact."""
    words = {}
    for page in pdf.pages:
        for mcid, text in _marked_words(page).items():
            words[page.objgen, mcid] = text
    return list(_walk(pdf.Root.StructTreeRoot.K, (), "", "", None, words))


def everything(content):
    """All that the file says: its words, artifacts and properties, links and bookmarks, without the shapes of letters."""
    pdf = opened(content)
    said = [each.words for each in tagged(pdf)]
    said += [f"{name} {value}" for name, value in pdf.docinfo.items()]
    said.append(pdf.Root.Metadata.read_bytes().decode())
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            continue
        said += _strings_within(thing, depth=3)
    for page in pdf.pages:
        said += artifacts(page)
    return "\n".join(said)


def _strings_within(thing, depth):
    """The strings of an object and of what stands in it directly."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif depth and isinstance(thing, pikepdf.Array):
        for each in thing:
            yield from _strings_within(each, depth - 1)
    elif depth and isinstance(thing, pikepdf.Dictionary):
        for key, value in thing.items():
            if key not in ("/P", "/Parent", "/K", "/Pg"):
                yield from _strings_within(value, depth - 1)


def artifacts(page):
    """All words of a page, read aloud or not."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    font = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = fonts[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            yield "".join(_read(part, font) for part in _strings(operands[0]))


def tags(pdf):
    """The names of the elements, in order, each once."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(str(node.S))
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def _walk(node, path, decoration, language, page, words):
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _walk(each, path, decoration, language, page, words)
    elif isinstance(node, int):
        if text := words.get((page, node)):
            yield Tagged(path, text, decoration, language)
    elif "/S" in node:
        page = node.Pg.objgen if "/Pg" in node else page
        path = (*path, str(node.S))
        language = str(node.get("/Lang", language))
        decoration = _decoration(node) or decoration
        if "/K" in node:
            yield from _walk(node.K, path, decoration, language, page, words)
    elif str(node.get("/Type", "")) == "/MCR":
        page = node.Pg.objgen if "/Pg" in node else page
        if text := words.get((page, int(node.MCID))):
            yield Tagged(path, text, decoration, language)


def _decoration(node):
    attributes = node.get("/A", [])
    each = [attributes] if isinstance(attributes, pikepdf.Dictionary) else list(attributes)
    return next((str(a.TextDecorationType) for a in each if "/TextDecorationType" in a), "")


def _marked_words(page):
    """The words of a page by the number of their marked content; where the file says what some letters are, that."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found, stack, font = {}, [], {}

    def add(text):
        mcid = next((int(each) for each in reversed(stack) if isinstance(each, int)), None)
        if mcid is not None:
            found[mcid] = found.get(mcid, "") + text

    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            about = operands[1] if name == "BDC" else {}
            if "/ActualText" in about:
                add(str(about["/ActualText"]))
                stack.append("said")
            else:
                stack.append(int(about["/MCID"]) if "/MCID" in about else None)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("Tj", "TJ") and "said" not in stack:
            add("".join(_read(part, font) for part in _strings(operands[0])))
    return found


def _strings(operand):
    return (
        [operand]
        if isinstance(operand, pikepdf.String)
        else [p for p in operand if isinstance(p, pikepdf.String)]
    )


def _read(part, font):
    codes = bytes(part)
    return "".join(font.get(codes[at : at + 2], "�") for at in range(0, len(codes), 2))


def _letters(font):
    found = {}
    for kind, body in _BLOCK.findall(font.ToUnicode.read_bytes()):
        codes = [bytes.fromhex(each.decode()) for each in _HEX.findall(body)]
        if kind == b"bfchar":
            found |= {
                code: words.decode("utf-16-be") for code, words in zip(codes[::2], codes[1::2], strict=True)
            }
        else:
            for first, last, start in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
                base = int.from_bytes(first)
                for code in range(base, int.from_bytes(last) + 1):
                    found[code.to_bytes(2)] = chr(int.from_bytes(start) + code - base)
    return found
