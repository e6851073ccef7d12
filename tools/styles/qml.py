"""QGIS writes random identifiers and unordered attributes: here they become the same from run to run."""

from __future__ import annotations

import re
from itertools import count
from xml.etree import ElementTree as ET

VERSION = "3.40"
_UNSET_SCALE = "3x:0,0,0,0,0,0"
_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
# A braced identifier of Qt: eight hexadecimal digits, then three times four, then twelve.
_EXACT_COLOUR = re.compile(r"(?<=\d),rgb:[0-9.,]+$")
_RANDOM = re.compile(r"\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}")


def tidy(text: str, name: str) -> str:
    """The QML `text` with short identifiers made from `name`, ordered attributes, and no value that is a default."""
    root = ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text))
    root.set("version", VERSION)
    _drop_defaults(root)
    numbers, known = count(1), {}
    for element in root.iter():
        for key, value in sorted(element.attrib.items()):
            if _RANDOM.fullmatch(value):
                if value not in known:
                    known[value] = f"{name}-{next(numbers)}"
                element.set(key, known[value])
            else:
                # The same colour again as decimals, which differ from version to version: the integers are enough.
                element.set(key, _EXACT_COLOUR.sub("", value))
        ordered = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(ordered)
    for action in root.iter("actionsetting"):
        action[:] = sorted(action, key=lambda scope: scope.get("id", ""))  # a set, in QGIS
    ET.indent(root, " ")
    return _DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def _drop_defaults(parent: ET.Element) -> None:
    for child in list(parent):
        _drop_defaults(child)
        if _is_default(child):
            parent.remove(child)


def _is_default(element: ET.Element) -> bool:
    tag, attributes = element.tag, element.attrib
    if tag == "Option":
        return attributes.get("value") == _UNSET_SCALE
    if tag in {"data_defined_properties", "dd_properties"}:
        return not any(option.get("name") == "active" for option in element.iter("Option"))
    # Parts of a text format that are switched off; some hold a colour drawn at random.
    return (
        tag == "callout"
        or (tag == "background" and attributes.get("shapeDraw") == "0")
        or (tag == "shadow" and attributes.get("shadowDraw") == "0")
        or (tag == "text-mask" and attributes.get("maskEnabled") == "0")
        or (tag == "symbol" and attributes.get("name") == "markerSymbol")
    )
