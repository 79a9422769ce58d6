"""Characters that have no place in XML and HTML, as pictures."""

# The pictures of control characters stand for them. Lone surrogates and noncharacters have not even a picture.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_PICTURES |= dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)


def pictured(text: str) -> str:
    """The text with a picture for each character that could not be written or seen."""
    return text.translate(_PICTURES)
