"""What a layer of GeoServer is said to be, and how it is drawn: title, abstract, keywords, attribution, style."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from ....i18n import tr
from . import asks
from .rest import store_of

if TYPE_CHECKING:
    from ..base import About
    from .rest import Rest

_DIGEST = 8


class Clothes:
    """Of the layer `name` of a workspace. Styles are ours by their name: that of the layer, and a digest of the SLD."""

    def __init__(self, rest: Rest, workspace: str, name: str) -> None:
        self._rest, self._workspace, self._name = rest, workspace, name

    def worn(self) -> str:
        """What is said and drawn now, as JSON: enough to come back to it. "" where nothing is published."""
        told, layer = self._now()
        if not told:
            return ""
        about = {name: told.get(name) for name in ("title", "abstract", "keywords", "metadataLinks")}
        return json.dumps({"type": about, "layer": _drawn(layer)}, ensure_ascii=False)

    def put_on(self, about: About) -> tuple[str, ...]:
        """Brings style and description up to date where they differ; says what was changed, in words."""
        told, layer = self._now()
        said = _differing(told, _wanted(about))
        if said:
            self._change_type(told, said)
        drawn: dict[str, Any] = {}
        attribution = dict(layer.get("attribution") or {})
        if about.attribution and attribution.get("title") != about.attribution:
            drawn["attribution"] = {**attribution, "title": about.attribution}
        former = _style_of(layer)
        style = self._style(about.sld) if about.sld else former
        if style != former:
            drawn["defaultStyle"] = self._named(style)
        if drawn:
            self._change_layer(layer, drawn)
        changed = [tr("Brought up to date: {name}.").format(name=_word(name)) for name in (*said, *drawn)]
        self._remove_styles(but=(style, former))
        return (*changed, *self._wrong(said, drawn))

    def put_back(self, worn: str) -> None:
        """What `worn` said is so again; our style, which nothing uses any more, goes."""
        before = json.loads(worn)
        told, layer = self._now()
        said = _differing(told, {name: _emptied(name, value) for name, value in before["type"].items()})
        if said:
            self._change_type(told, said)
        if _drawn(layer) != before["layer"]:
            self._change_layer(layer, {name: value for name, value in before["layer"].items() if value})
        self._remove_styles(but=(_style_of(before["layer"]),))

    def remove_styles(self) -> None:
        """Every style that we made for this layer goes."""
        self._remove_styles(but=())

    # ------------------------------------------------------------------------------------------------ inside
    def _now(self) -> tuple[dict[str, Any], dict[str, Any]]:
        told = self._rest.feature_type(self._workspace, self._name)
        return told, self._rest.layer(self._workspace, self._name) if told else {}

    def _change_type(self, told: dict[str, Any], said: dict[str, Any]) -> None:
        about = {"enabled": told.get("enabled", True), **said}
        self._rest.send(asks.change_type(self._workspace, store_of(told), self._name, about))

    def _change_layer(self, layer: dict[str, Any], drawn: dict[str, Any]) -> None:
        about = {"enabled": layer.get("enabled", True), **drawn}
        self._rest.send(asks.change_layer(self._workspace, self._name, about))

    def _named(self, style: str) -> dict[str, str]:
        return {"name": f"{self._workspace}:{style}", "workspace": self._workspace}

    def _style(self, sld: str) -> str:
        """The name of the style of this SLD, sent where it is not there yet."""
        name = f"{self._name}__{hashlib.sha256(sld.encode()).hexdigest()[:_DIGEST]}"
        if name not in self._ours():
            self._rest.send(asks.add_style(self._workspace, name, sld))
        return name

    def _ours(self) -> tuple[str, ...]:
        pattern = re.compile(rf"{re.escape(self._name)}__[0-9a-f]{{{_DIGEST}}}")
        names = self._rest.named(asks.styles(self._workspace), "styles", "style")
        return tuple(name for name in names if pattern.fullmatch(name))

    def _remove_styles(self, but: tuple[str, ...]) -> None:
        for name in self._ours():
            if name not in but:
                self._rest.send(asks.remove_style(self._workspace, name))

    def _wrong(self, said: dict[str, Any], drawn: dict[str, Any]) -> list[str]:
        """What GeoServer said it has changed, and has not."""
        if not said and not drawn:
            return []
        told, layer = self._now()
        wrong = [name for name in said if _plain(told.get(name)) != _plain(said[name])]
        if "defaultStyle" in drawn and _style_of(layer) != _style_of(drawn):
            wrong.append("defaultStyle")
        if "attribution" in drawn and (layer.get("attribution") or {}).get("title") != drawn["attribution"]["title"]:
            wrong.append("attribution")
        return [
            tr("Not as it was sent, though GeoServer says it is: {name}.").format(name=_word(name)) for name in wrong
        ]


def _wanted(about: About) -> dict[str, Any]:
    """What is sent of a description: what the layer does not say stays as it is there."""
    links = [
        {"type": format_ or "text/xml", "metadataType": "ISO19115:2003", "content": url} for format_, url in about.links
    ]
    wanted = {
        "title": about.title,
        "abstract": about.abstract,
        # A backslash introduces a language or a vocabulary.
        "keywords": {"string": [word.replace("\\", "/") for word in about.keywords]} if about.keywords else None,
        "metadataLinks": {"metadataLink": links} if links else None,
    }
    return {name: value for name, value in wanted.items() if value}


def _emptied(name: str, value: Any) -> Any:
    """What was not there is emptied: a null would be ignored."""
    if value is not None:
        return value
    return {"keywords": {"string": []}, "metadataLinks": {"metadataLink": []}}.get(name, "")


def _differing(told: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in wanted.items() if _plain(told.get(name)) != _plain(value)}


def _plain(value: Any) -> Any:
    """A text, or the list of texts within what GeoServer makes of lists; nothing at all is "" or an empty list."""
    if isinstance(value, dict):
        inside = next(iter(value.values()), None)
        listed = inside if isinstance(inside, list) else [inside] if inside else []
        return [one.get("content") if isinstance(one, dict) else one for one in listed] or ""
    return value or ""


def _drawn(layer: dict[str, Any]) -> dict[str, Any]:
    style = dict(layer.get("defaultStyle") or {})
    style.pop("href", None)
    return {"defaultStyle": style, "attribution": dict(layer.get("attribution") or {})}


def _style_of(layer: dict[str, Any]) -> str:
    return str((layer.get("defaultStyle") or {}).get("name") or "").rpartition(":")[2]


def _word(name: str) -> str:
    return {
        "title": tr("title"), "abstract": tr("abstract"), "keywords": tr("keywords"), "defaultStyle": tr("style"),
        "attribution": tr("attribution"), "metadataLinks": tr("link to the metadata record"),
    }.get(name, name)  # fmt: skip
