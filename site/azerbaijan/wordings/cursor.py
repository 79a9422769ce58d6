"""Steps through the tokens of an instruction."""

from dataclasses import dataclass

from azerbaijan.wordings.tokens import Sort, Token


@dataclass
class Cursor:
    """A place in the list of tokens."""

    tokens: list[Token]
    at: int = 0

    def peek(self, ahead: int = 0) -> Token:
        """The token so many places ahead; an empty mark past the end."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else Token(Sort.MARK, "")

    def take(self) -> Token:
        """Return the next token and step over it."""
        token = self.peek()
        self.at += 1
        return token

    def words(self, *expected: str) -> bool:
        """Whether these words come next; if so, step over them."""
        if all(
            self.peek(i).text == word and self.peek(i).sort is not Sort.QUOTE
            for i, word in enumerate(expected)
        ):
            self.at += len(expected)
            return True
        return False
