"""Checks JSON by a schema: the keywords that our schemas use, and no others, so that none is passed over."""

import json
import re
from datetime import date, datetime
from pathlib import Path

from amendments.renderers import data_files

TOLD = {"$schema", "$id", "title", "description", "$defs"}
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def schema_of(name):
    return json.loads((Path(data_files.__file__).parent / "schemas" / f"{name}.json").read_text())


def faults(data, schema, root=None, path="$"):
    """What is wrong with the data, each with its place."""
    root = root or schema
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    for keyword, wanted in schema.items():
        if keyword not in TOLD:
            yield from KEYWORDS[keyword](data, wanted, schema, root, path)


def _type(data, wanted, schema, root, path):
    names = wanted if isinstance(wanted, list) else [wanted]
    is_number_for_boolean = isinstance(data, bool) and "boolean" not in names
    if is_number_for_boolean or not isinstance(data, tuple(TYPES[name] for name in names)):
        yield f"{path}: {data!r} is no {wanted}"


def _properties(data, wanted, schema, root, path):
    for name, value in data.items() if isinstance(data, dict) else ():
        if name in wanted:
            yield from faults(value, wanted[name], root, f"{path}.{name}")


def _additional(data, wanted, schema, root, path):
    for name, value in data.items() if isinstance(data, dict) else ():
        if name not in schema.get("properties", {}):
            if wanted is False:
                yield f"{path}: {name} is not known"
            else:
                yield from faults(value, wanted, root, f"{path}.{name}")


def _items(data, wanted, schema, root, path):
    for place, value in enumerate(data if isinstance(data, list) else ()):
        yield from faults(value, wanted, root, f"{path}[{place}]")


def _prefix(data, wanted, schema, root, path):
    for place, each in enumerate(wanted):
        yield from faults(data[place], each, root, f"{path}[{place}]")


def _when(is_wrong, said):
    def check(data, wanted, schema, root, path):
        if is_wrong(data, wanted):
            yield f"{path}: {data!r} {said} {wanted!r}"

    return check


def _is_no_moment(data, wanted):
    assert wanted in ("date-time", "date")
    if data is None or wanted == "date":
        return data is not None and date.fromisoformat(data).isoformat() != data
    return datetime.fromisoformat(data).tzinfo is None


KEYWORDS = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "prefixItems": _prefix,
    "required": _when(lambda data, wanted: not set(wanted) <= set(data), "lacks one of"),
    "enum": _when(lambda data, wanted: data not in wanted, "is none of"),
    "const": _when(lambda data, wanted: data != wanted, "is not"),
    "pattern": _when(lambda data, wanted: not re.search(wanted, data), "is not like"),
    "minimum": _when(lambda data, wanted: data < wanted, "is less than"),
    "minItems": _when(lambda data, wanted: len(data) < wanted, "is shorter than"),
    "maxItems": _when(lambda data, wanted: len(data) > wanted, "is longer than"),
    "format": _when(_is_no_moment, "is no"),
}
