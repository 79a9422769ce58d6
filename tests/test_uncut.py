"""Nothing that is pasted is cut off in silence: no field says `maxlength`."""

from pathlib import Path

from django.forms import BaseForm
from django.urls import get_resolver

from amendments.text.visible_text import UncutText

ROOT = Path(__file__).resolve().parents[1]

CUTS = {
    "search/templates/madda/search/form.html",
    "amendments/templates/madda/amendments/in_act.html",
}
"""An address takes no more than some thousand letters, and the question of a search stands in it: these two ask one."""
SHOWN_OTHERWISE = {"SaveSearch"}
"""Forms that check what was posted; the fields stand in templates."""


def test_no_field_in_a_template_lets_browsers_cut_off_what_is_pasted():
    cutting = {
        str(path.relative_to(ROOT))
        for room in ("amendments", "consultations", "search", "site")
        for kind in ("templates", "static")
        for path in (ROOT / room).glob(f"**/{kind}/**/*.*")
        if path.suffix in {".html", ".js", ".txt"} and "maxlength" in path.read_text(encoding="utf-8").lower()
    }
    assert cutting == CUTS


def test_no_form_lets_browsers_cut_off_what_is_pasted():
    """With `maxlength`, browsers cut off the end and say nothing."""
    get_resolver().url_patterns  # noqa: B018 # loads all views, and with them all forms
    cutting = {
        form.__name__
        for form in _forms(BaseForm)
        if form.__module__.partition(".")[0]
        in {"amendments", "consultations", "rights", "search", "portal", "azerbaijan"}
        and not issubclass(form, UncutText)
        and any(getattr(field, "max_length", None) for field in form.base_fields.values())
    }
    assert cutting - SHOWN_OTHERWISE == set()


def _forms(kind):
    for form in kind.__subclasses__():
        if hasattr(form, "base_fields"):
            yield form
        yield from _forms(form)
