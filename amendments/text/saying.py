"""What the pure core says, in the reader's language: the edge at which its messages are translated."""

from django.utils.translation import gettext, ngettext

from amendments.provisions.messages import Message, Told


def say(told: Message | Exception) -> str:
    """A message, or the message of a refusal; English where the catalogue has no translation."""
    if isinstance(told, Told):
        told = told.message
    if not isinstance(told, Message):
        return str(told)  # a refusal of this app, translated where it was raised
    values = {
        name: say(value) if isinstance(value, Message) else value for name, value in told.values.items()
    }
    if told.plural:
        return ngettext(told.template, told.plural, int(values["count"])) % values
    return str(Message(gettext(told.template), values))
