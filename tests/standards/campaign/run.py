"""Plants the faults of a standard one by one, and judges what the engine finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeedback, QgsField, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from data_territoires_plugin.standards.engine.run import Options, validate
from data_territoires_plugin.standards.engine.subject import Subject

from .content import content_of
from .faults import faults_of
from .shapes import ground_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data_territoires_plugin.standards.findings import Finding
    from data_territoires_plugin.standards.model import Standard

    from .content import Content, Layer
    from .faults import Fault

_NEAR = 1.0  # a finding lies on its feature


@dataclass(frozen=True)
class Outcome:
    """What became of a fault."""

    fault: Fault
    planted: bool
    found: bool = False
    implied: tuple[str, ...] = ()  # rules that the fault breaks besides
    said: str = ""  # what is wrong, where it was not found as it should


class Bench:
    """A valid document of a standard, and the engine."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.content: Content = content_of(standard)
        self._subjects: dict[str, Subject] = {}

    def of_valid(self) -> list[Finding]:
        """What the engine finds in the valid document: nothing, if all is well."""
        return self._found(list(self.content.layers), {})

    def outcomes(self) -> Iterator[Outcome]:
        """Each fault of each table, planted and judged."""
        for table in self.standard.tables:
            for fault in self.faults(table.name):
                yield self.judge(fault)

    def faults(self, table: str) -> Iterator[Fault]:
        """The faults of a table."""
        return faults_of(self.content.layers[table].table, self.content)

    def findings_of(self, fault: Fault, way: int = 0) -> list[Finding]:
        """What the engine finds once a fault is planted, in one of its ways."""
        layer = self.content.layers[fault.table].copy()
        fault.variants[way](layer)
        return self._found(self.content.needed(fault.table), {fault.table: layer}, fault)

    def judge(self, fault: Fault) -> Outcome:
        """Plants a fault in its ways until one is found alone; else keeps the one found with the fewest others."""
        if not fault.variants:
            return Outcome(fault, planted=False, said=fault.why_not)
        best: Outcome | None = None
        for spoil in fault.variants:
            layer = self.content.layers[fault.table].copy()
            spoil(layer)
            findings = self._found(self.content.needed(fault.table), {fault.table: layer}, fault)
            outcome = judged(fault, findings, layer)
            if outcome.found and not outcome.implied:
                return outcome
            if best is None or (outcome.found, -len(outcome.implied)) > (best.found, -len(best.implied)):
                best = outcome
        return best or Outcome(fault, planted=False)

    def _found(self, names: list[str], spoilt: dict[str, Layer], fault: Fault | None = None) -> list[Finding]:
        pairs = [(self._subject(name, spoilt), self.content.layers[name].table) for name in names]
        pieces = self.content.pieces if fault is None or fault.rule == "filename" else _pieces(self.content, spoilt)
        ground = ground_of(self.standard, self.content.layers[names[0]].table)
        options = Options(
            perimeter=QgsGeometry.fromWkt(ground.strip),
            perimeter_crs=QgsCoordinateReferenceSystem(ground.crs),
            document=self.content.name,
            pieces=pieces,
        )
        return list(validate(pairs, self.standard, options, QgsFeedback()).findings)

    def _subject(self, name: str, spoilt: dict[str, Layer]) -> Subject:
        if name in spoilt:
            return subject_of(spoilt[name])
        if name not in self._subjects:
            self._subjects[name] = subject_of(self.content.layers[name])
        return self._subjects[name]


def _pieces(content: Content, spoilt: dict[str, Layer]) -> frozenset[str]:
    """The files of the document, and those that a spoilt table names: too long a name is not a missing file too."""
    held = (value for layer in spoilt.values() for row in layer.rows for value in row.values() if value)
    return content.pieces | frozenset(held)


def subject_of(layer: Layer) -> Subject:
    """A table as a layer of QGIS."""
    made = QgsVectorLayer(
        f"{layer.kind}?crs={layer.crs}" if layer.kind != "None" else "None", layer.table.name, "memory"
    )
    if layer.kind != "None" and not layer.crs:
        made.setCrs(QgsCoordinateReferenceSystem())
    provider = made.dataProvider()
    provider.addAttributes([QgsField(name, QMetaType.Type.QString) for name in layer.columns])
    made.updateFields()
    features = []
    for at, row in enumerate(layer.rows):
        feature = QgsFeature(made.fields())
        feature.setAttributes([row.get(name) for name in layer.columns])
        wkt = layer.shapes[at] if layer.shapes else None
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    added: Any = provider.addFeatures(features)
    assert added[0], layer.table.name
    return Subject.of_layer(made)


def judged(fault: Fault, findings: list[Finding], layer: Layer) -> Outcome:
    """Whether a fault was found, at its place, with nothing that it doesn't explain."""
    rows = Counter(str(row + 1) for row in fault.rows) or Counter([""])
    left = list(findings)
    for finding in findings:
        if _is(finding, fault) and rows[finding.feature]:
            rows[finding.feature] -= 1
            left.remove(finding)
    if any(rows.values()):
        return Outcome(fault, planted=True, said=f"not found: {_told(findings)}")
    columns = set(fault.field.split(", "))
    implied, odd = [], []
    for finding in left:
        same = finding.feature in {str(row + 1) for row in fault.rows} and columns & set(finding.field.split(", "))
        explained = (
            finding.rule in fault.around
            or (same and _kind(finding.rule) in fault.implied)
            or (finding.rule == "condition" and columns & set(finding.field.split(", ")) and not fault.rows)
        )
        (implied if explained else odd).append(finding)
    astray = [one for one in findings if one.place is not None and one.feature and not _on(one, layer)]
    said = f"besides: {_told(odd)}" if odd else f"astray: {_told(astray)}" if astray else ""
    return Outcome(fault, True, not said, tuple(sorted({_kind(one.rule) for one in implied})), said)


def _is(finding: Finding, fault: Fault) -> bool:
    same = finding.rule == fault.rule and finding.field == fault.field and finding.table == fault.table
    return same and (not fault.expected or finding.expected == fault.expected)


def _kind(rule: str) -> str:
    return {"min_length": "length", "max_length": "length", "minimum": "range", "maximum": "range"}.get(rule, rule)


def _on(finding: Finding, layer: Layer) -> bool:
    at = int(finding.feature) - 1
    wkt = layer.shapes[at] if layer.shapes else None
    if not wkt or finding.place is None:
        return finding.place is None
    box = QgsGeometry.fromWkt(wkt).boundingBox()
    box.grow(_NEAR)
    return bool(box.contains(*finding.place))


def _told(findings: list[Finding]) -> str:
    return (
        "; ".join(f"{one.rule} {one.table}.{one.field}#{one.feature} {one.value!r}" for one in findings[:4])
        or "nothing"
    )
