"""A browser in two words, as people know it."""

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("YaBrowser/", "Yandex"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)  # Chrome calls itself Safari too, and the first four call themselves Chrome
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
LONGEST = 60  # characters of a browser that is not known


def browser_said(agent: str) -> str:
    """“Firefox, Windows”; what the browser says of itself, cut, if it is none of these. What it says can be false."""
    found = [next((said for sign, said in signs if sign in agent), "") for signs in (_BROWSERS, _SYSTEMS)]
    return ", ".join(word for word in found if word) or agent[:LONGEST]
