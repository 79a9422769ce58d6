"""LibreOffice without a screen: it accepts, rejects and tracks changes as a person would, by macros of its own."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

SOFFICE = shutil.which("soffice")
_TIME = 280  # seconds for one run of the program on a busy machine
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false"><library:element library:name="Jobs"/></library:library>'
)
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Jobs" script:language="StarBasic">'
    "{}</script:module>"
)
_LIBRARIES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">'
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<library:library library:name="Standard" '
    'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>'
)
_BASIC = """
Function Value(name As String, content As Variant) As Variant
  Dim found As New com.sun.star.beans.PropertyValue
  found.Name = name
  found.Value = content
  Value = found
End Function

Sub Become(first As String, last As String)
  provider = createUnoService("com.sun.star.configuration.ConfigurationProvider")
  person = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", _
    Array(Value("nodepath", "/org.openoffice.UserProfile/Data")))
  person.replaceByName("givenname", first)
  person.replaceByName("sn", last)
  person.commitChanges()
End Sub

Function Words(doc As Variant, old As String) As Variant
  search = doc.createSearchDescriptor()
  search.SearchString = old
  search.SearchCaseSensitive = True
  Words = doc.findFirst(search)
End Function

Sub Run(jobs As String)
  Dim line As String
  On Error Goto Failed
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  channel = FreeFile
  Open jobs For Input As #channel
  Do While Not Eof(channel)
    Line Input #channel, line
    part = Split(line, "|")
    Select Case part(0)
      Case "open"
        doc = StarDesktop.loadComponentFromURL(ConvertToURL(part(1)), "_blank", 0, Array(Value("Hidden", True)))
      Case "do"
        dispatcher.executeDispatch(doc.CurrentController.Frame, part(1), "", 0, Array())
      Case "person"
        Become(part(1), part(2))
        doc.RecordChanges = True
      Case "replace"
        Words(doc, part(1)).setString(part(2))
      Case "behind"
        found = Words(doc, part(1))
        cursor = found.Text.createTextCursorByRange(found.End)
        found.Text.insertString(cursor, part(2), False)
      Case "paragraph"
        found = Words(doc, part(1))
        cursor = found.Text.createTextCursorByRange(found.End)
        found.Text.insertControlCharacter(cursor, 0, False)
        found.Text.insertString(cursor, part(2), False)
      Case "save"
        doc.storeToURL(ConvertToURL(part(1)), Array(Value("FilterName", part(2)), Value("FilterOptions", "UTF8,LF")))
      Case "close"
        doc.close(False)
    End Select
  Loop
  Close #channel
  Exit Sub
Failed:
  told = FreeFile
  Open jobs & ".error" For Output As #told
  Print #told, line & ": " & Error$ & " in " & Erl
  Close #told
End Sub
"""


@dataclass
class Office:
    """One profile of LibreOffice in a folder; jobs are lines of the macro above."""

    folder: Path

    def __post_init__(self) -> None:
        self._start("--terminate_after_init")  # the first start writes macros of its own
        basic = self.folder / "profile" / "user" / "basic"
        (basic / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
        (basic / "Standard" / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        (basic / "Standard" / "Jobs.xba").write_text(_MODULE.format(escape(_BASIC)), encoding="utf-8")

    def run(self, jobs: list[str]) -> None:
        """Carry out jobs in one run of the program."""
        file = self.folder / "jobs.txt"
        file.write_text("\n".join(jobs) + "\n", encoding="utf-8")
        self._start(f"macro:///Standard.Jobs.Run({file})")
        failed = file.with_name("jobs.txt.error")
        assert not failed.exists(), failed.read_text(encoding="utf-8")

    def _start(self, what: str) -> None:
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--norestore", "--nologo", what]
        subprocess.run(command, check=True, timeout=_TIME, capture_output=True)

    def texts(self, files: dict[str, tuple[bytes, str]]) -> dict[str, str]:
        """The text of each file after a decision: "accept", "reject" or ""."""
        jobs = []
        for name, (data, decision) in files.items():
            path = self.folder / f"{name}.docx"
            path.write_bytes(data)
            jobs.append(f"open|{path}")
            if decision:
                jobs.append(f"do|.uno:{decision.capitalize()}AllTrackedChanges")
            jobs += [f"save|{self.folder / name}.txt|Text (encoded)", "close"]
        self.run(jobs)
        return {name: (self.folder / f"{name}.txt").read_text(encoding="utf-8-sig") for name in files}
