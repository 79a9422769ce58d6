"""Plans which files a comment has after it is saved, and writes them."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.attaching.attachment_limits import most_files
from amendments.attaching.file_refusals import TooManyFiles
from amendments.attaching.new_file import NewFile
from amendments.audit.actor import Actor
from consultations.actions.comments.content import Content
from consultations.models import Attachment, Comment


@dataclass(frozen=True, slots=True)
class AttachedFiles:
    """The files that go and those that come. The same file is attached once, however often a form arrives."""

    removed: tuple[Attachment, ...] = ()
    added: tuple[NewFile, ...] = ()

    @property
    def change(self) -> bool:
        """Whether anything changes."""
        return bool(self.removed or self.added)

    def write(self, comment: Comment, actor: Actor) -> None:
        """Write the rows. The comment is saved before, with the names of its files in its history."""
        Attachment.objects.filter(pk__in=[row.pk for row in self.removed]).delete()
        Attachment.objects.bulk_create(_row(comment, new, actor) for new in self.added)
        getattr(comment, "_prefetched_objects_cache", {}).pop("attachments", None)


def attached_files(comment: Comment, content: Content) -> AttachedFiles:
    """What the content changes. Raises `TooManyFiles` if the comment would have more than the site allows."""
    standing = [] if comment._state.adding else list(comment.attachments.all())
    removed = tuple(row for row in standing if row.pk in content.removed_files)
    kept = [row for row in standing if row not in removed]
    added = tuple(_once(content.files, {(row.name, row.sha256) for row in kept}))
    for place, new in enumerate(added, len(kept) + 1):
        if place > most_files():
            raise TooManyFiles(new.name, count=most_files())
    comment.new_attachments = sorted([*(row.name for row in kept), *(new.name for new in added)])
    return AttachedFiles(removed, added)


def _once(files: Iterable[NewFile], known: set[tuple[str, str]]) -> Iterable[NewFile]:
    for new in files:
        if (new.name, new.sha256) not in known:
            known.add((new.name, new.sha256))
            yield new


def _row(comment: Comment, new: NewFile, actor: Actor) -> Attachment:
    return Attachment(
        comment=comment,
        name=new.name,
        media_type=new.kind.media_type,
        size=len(new.content),
        sha256=new.sha256,
        content=new.content,
        added_at=actor.at,
        added_by=actor.user,
    )
