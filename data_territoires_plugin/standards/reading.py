"""Reads the standards of a file of our own format (see `writing`): each key checked, a fault told with its place."""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..errors import StandardError
from ..i18n import tr
from . import model
from .sound import faults
from .writing import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .model import Standard

_TUPLE = "tuple["
_SCALARS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
}


class _FaultError(Exception):
    """What is wrong, and at which key. The file is added by who reads it."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(problem)
        self.where = where
        self.problem = problem


class StandardFile:
    """The standards of one file. They are built when asked for; what they share is built once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        content = _content(path)
        shared, standards = content.get("shared", {}), content.get("standards")
        if content.get("format") != FORMAT or not isinstance(shared, dict) or not isinstance(standards, list):
            hint = tr("The file may come from a newer version of the plugin, or be something else than a standard.")
            raise _unreadable(path, tr("it is not a file of standards of format {number}.").format(number=FORMAT), hint)
        self._standards = standards
        self._reader = _Reader(shared)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its standards."""
        return tuple(str(one.get("id", "")) if isinstance(one, dict) else "" for one in self._standards)

    def standard(self, id_: str) -> Standard:
        """The standard of that id. StandardError, with the file and the key, when it is missing or unsound."""
        if id_ not in self.ids:
            raise _unreadable(self.path, tr("it holds no standard “{name}”.").format(name=id_))
        rank = self.ids.index(id_)
        where = f"standards[{rank}]"
        try:
            built: Standard = self._reader.built(model.Standard, self._standards[rank], where)
        except _FaultError as fault:
            raise _unreadable(self.path, f"{fault.where}: {fault.problem}") from fault
        problem = next(faults(built), None)
        if problem is not None:
            raise _unreadable(self.path, f"{where} ({id_}) {problem}")
        return built


def read_file(path: Path) -> tuple[Standard, ...]:
    """All the standards of a file of our own format. StandardError when it can't be read or isn't sound."""
    file = StandardFile(path)
    return tuple(file.standard(id_) for id_ in file.ids)


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _unreadable(path, tr("it can't be opened ({reason}).").format(reason=error.strerror)) from error
    except ValueError as error:  # of UTF-8 as of JSON
        raise _unreadable(path, tr("it is not JSON ({reason}).").format(reason=error)) from error
    return content if isinstance(content, dict) else {}


def _unreadable(path: Path, problem: str, hint: str = "") -> StandardError:
    message = tr("The file of standards {name} can't be used: {problem}").format(name=path.name, problem=problem)
    return StandardError(message, detail=str(path), hint=hint)


class _Reader:
    """From JSON to the values of `model`, by the types that it declares."""

    def __init__(self, shared: dict[str, Any]) -> None:
        self._shared = shared
        self._built: dict[tuple[str, int], Any] = {}

    def built(self, of: type[Any], value: Any, where: str) -> Any:
        """The dataclass `of` from its JSON object."""
        if not isinstance(value, dict):
            raise _FaultError(where, tr("an object is expected."))
        declared = {each.name: each for each in fields(of)}
        for key in value:
            if key not in declared:
                raise _FaultError(f"{where}.{key}", tr("this key is unknown."))
        missing = [name for name, each in declared.items() if name not in value and _needed(each)]
        if missing:
            raise _FaultError(where, tr("the key “{name}” is missing.").format(name=missing[0]))
        held = {key: self._value(str(declared[key].type), one, f"{where}.{key}") for key, one in value.items()}
        return of(**held)

    def _value(self, annotation: str, value: Any, where: str) -> Any:
        if annotation.endswith(" | None"):
            return None if value is None else self._value(annotation.removesuffix(" | None"), value, where)
        if annotation.startswith(_TUPLE):
            return self._tuple(annotation[len(_TUPLE) :].removesuffix(", ...]"), value, where)
        if annotation.startswith("Mapping"):
            return _mapping(value, where)
        if annotation in _SCALARS:
            return _scalar(annotation, value, where)
        of = getattr(model, annotation)
        return _choice(of, value, where) if issubclass(of, Enum) else self.built(of, value, where)

    def _tuple(self, annotation: str, value: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _FaultError(where, tr("a list is expected."))
        read: Callable[[str, Any, str], Any] = self._value if annotation in _SCALARS else self._item
        return tuple(read(annotation, one, f"{where}[{rank}]") for rank, one in enumerate(value))

    def _item(self, name: str, value: Any, where: str) -> Any:
        """A value that stands there, or the rank of a shared one."""
        if not isinstance(value, int):
            return self._value(name, value, where)
        if (name, value) not in self._built:
            pool = self._shared.get(name)
            if not isinstance(pool, list) or not 0 <= value < len(pool):
                raise _FaultError(where, tr("nothing is shared under the number {number}.").format(number=value))
            self._built[name, value] = self._value(name, pool[value], f"shared.{name}[{value}]")
        return self._built[name, value]


def _needed(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _scalar(annotation: str, value: Any, where: str) -> Any:
    if annotation == "str" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "".join(value)  # a text may be written in parts
    # In Python a boolean is an integer; in JSON it isn't.
    if isinstance(value, bool) != (annotation == "bool") or not isinstance(value, _SCALARS[annotation]):
        expected = {"str": tr("a text is expected."), "bool": tr("true or false is expected.")}
        raise _FaultError(where, expected.get(annotation, tr("a number is expected.")))
    return value


def _choice(of: type[Enum], value: Any, where: str) -> Enum:
    try:
        return of(value)
    except ValueError:
        known = ", ".join(str(one.value) for one in of)
        problem = tr("“{value}” is not one of: {known}.").format(value=value, known=known)
        raise _FaultError(where, problem) from None


def _mapping(value: Any, where: str) -> MappingProxyType[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise _FaultError(where, tr("an object of texts is expected."))
    return MappingProxyType(value)
