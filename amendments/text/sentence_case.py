"""Words at the beginning of a sentence."""


def capitalised(words: str, language: str) -> str:
    """The words with a capital letter at the beginning: "İlk" of "ilk" in Azerbaijani, "Article" of "article"."""
    first = "İ" if language == "az" and words[:1] == "i" else words[:1].upper()
    return first + words[1:]
