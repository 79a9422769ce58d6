"""What our own files say where of a repealed provision the number alone stays: read again, it tells so and is no law."""

BY_LANGUAGE = {  # of a number, and of a note, of which the word stays
    "eng": ("Repealed; the number stays.", "Repealed."),
    "aze": ("Ləğv edilib; nömrəsi qalır.", "Ləğv edilib."),
    "rus": ("Утратило силу; номер сохраняется.", "Утратило силу."),
}
OF_NUMBERS = frozenset(number for number, _note in BY_LANGUAGE.values())
OF_NOTES = frozenset(note for _number, note in BY_LANGUAGE.values())
