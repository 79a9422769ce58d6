"""A plugin that reads a format of its own: the gazette of a country, in which each provision is a line of a table."""

from amendments.importers import Imported
from amendments.importers.file_errors import ImportFailed
from amendments.provisions.messages import message as _


class GazetteImporter:
    """Reads `number|words`, one provision a line."""

    slug = "gazette"
    name = "Gazette"
    suffixes = (".gaz",)

    def read(self, data: bytes) -> Imported:
        """The lines with their numbers before the words; refused where a line has no number."""
        lines = data.decode("ascii").splitlines()
        for place, line in enumerate(lines, start=1):
            if "|" not in line:
                raise ImportFailed(_("Line %(line)s has no number.", line=place))
        text = "".join(line.replace("|", " ", 1) + "\n" for line in lines)
        return Imported(text, (_("Read from the gazette."),))
