"""What a publication says of itself: JSON for programs, and the same in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..paths import write_whole
from .plan import Action

if TYPE_CHECKING:
    from pathlib import Path

    from .journal import Journal
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
        "refused": [{"key": one.key, "reason": one.reason} for one in plan.refused],
        "features": [
            {"key": step.key, "action": step.action.value, "changed": [name or "geometry" for name in step.changed]}
            for step in plan.steps
        ],
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
    }


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
    }
    if journal is not None:
        told["steps"] = [
            {"key": one.key, "action": one.action.value, "state": one.state.value, "id": one.remote_id}
            for one in journal.steps()
        ]
    return told


def write(path: Path, document: dict[str, Any]) -> None:
    """Writes the JSON whole or not at all."""
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=1))
