"""The hidden field of forms that show words of a comment."""

from django import forms

from consultations.forms.whole_form import WholeForm
from consultations.models import Comment
from consultations.queries.submissions.newest_cover import newest_cover


class CoverKeyForm(WholeForm):
    """A form with the key of the newest cover that the person has seen (0 = none)."""

    cover = forms.IntegerField(widget=forms.HiddenInput, required=False)
    is_read_again = False

    def read_again(self, comment: Comment) -> None:
        """Whoever sends the form again has seen the words as they are shown now. What is typed stays."""
        key = newest_cover(comment.pk)  # before the words, which must not be older than it
        self.data = {**self.data, "cover": str(key)}
        self.is_read_again = True
        comment.refresh_from_db()
