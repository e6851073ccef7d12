"""What a publication says of itself: JSON for programs, and the same in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry

from ..paths import write_whole
from .plan import Action
from .targets.base import Flavour

if TYPE_CHECKING:
    from pathlib import Path

    from .journal import Journal
    from .pictures import Compared
    from .plan import Step
    from .publication import Prepared
    from .sending import Result


def of_plan(prepared: Prepared) -> dict[str, Any]:
    """The plan: counts, and each feature with what becomes of it."""
    plan, order = prepared.plan, prepared.order
    return {
        "target": order.target,
        "type": order.type,
        "collection": order.collection,
        "key": order.key,
        "mode": order.mode.value,
        "plan": {
            "create": plan.count(Action.CREATE),
            "replace": plan.count(Action.REPLACE),
            "delete": plan.count(Action.DELETE),
            "unchanged": plan.unchanged,
            "refused": len(plan.refused),
            "kept": plan.kept,
            "there": plan.remote,
        },
        "left_out": list(prepared.left_out),
        "notes": list(prepared.profile.notes),
        "loses": list(prepared.profile.loses),
        "gains": list(prepared.profile.gains),
        "crs": prepared.content.crs.authid(),
        "refused": _refused(prepared),
        "features": [_step(step, prepared.content.names) for step in plan.steps],
        "personal": [
            {
                "column": one.column,
                "kind": one.kind.value,
                "sure": one.sure,
                "count": one.count,
                "samples": list(one.samples),
                "proposal": one.proposal.value,
            }
            for one in prepared.personal
        ],
        "links": [{"title": title, "url": url} for title, url in prepared.profile.links],
        "style": _of_style(prepared),
    }


def _of_style(prepared: Prepared) -> dict[str, Any] | None:
    """What of the layer's style the platform will not show; None where no style is sent."""
    if prepared.profile.styled is Flavour.NONE:
        return None
    return {"sent": bool(prepared.style.sld), "losses": list(prepared.style.losses)}


def of_picture(compared: Compared) -> dict[str, Any]:
    """How far the picture of the platform is from that of QGIS."""
    return {
        "pixels": compared.pixels,
        "drawn": compared.drawn,
        "differing": compared.differing,
        "percent": round(compared.percent, 2),
    }


def _refused(prepared: Prepared) -> list[dict[str, Any]]:
    barred = {one.key for one in prepared.plan.refused}
    shapes = {row.key: row.shape for row in prepared.content.rows if row.key in barred}
    return [
        {"key": one.key, "reason": one.reason, "place": _place(shapes.get(one.key, b""))}
        for one in prepared.plan.refused
    ]


def _step(step: Step, names: tuple[str, ...]) -> dict[str, Any]:
    """What becomes of a feature; where it is, in the CRS of the plan; the values that change, before and after."""
    before = step.before.row if step.before is not None else None
    row = step.after or before
    told: dict[str, Any] = {
        "key": step.key,
        "action": step.action.value,
        "changed": [name or "geometry" for name in step.changed],
        "place": _place(row.shape if row is not None else b""),
    }
    if before is not None and step.after is not None:
        pairs = zip(names, before.values, step.after.values, strict=False)
        told["values"] = {name: [old, new] for name, old, new in pairs if name in step.changed}
    return told


def _place(shape: bytes) -> list[float] | None:
    """The middle of a shape, [x, y]; None where there is none."""
    geometry = QgsGeometry()
    geometry.fromWkb(shape)
    if geometry.isNull() or geometry.isEmpty():
        return None
    middle = geometry.boundingBox().center()
    return [middle.x(), middle.y()]


def of_result(result: Result, journal: Journal | None = None) -> dict[str, Any]:
    """What was done: counted on the platform, and what was read back of each feature."""
    told: dict[str, Any] = {
        "created": result.created,
        "replaced": result.replaced,
        "deleted": result.deleted,
        "unchanged": result.unchanged,
        "there": result.there,
        "verified": result.verified,
        "failed": [{"key": one.key, "action": one.action.value, "reason": one.message} for one in result.failed],
        "told": list(result.notes),
    }
    if journal is not None:
        told["collection"] = result.named or journal.publication.collection
        told["steps"] = [
            {"key": one.key, "action": one.action.value, "state": one.state.value, "id": one.remote_id}
            for one in journal.steps()
        ]
    return told


def write(path: Path, document: dict[str, Any]) -> None:
    """Writes the JSON whole or not at all."""
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=1))
