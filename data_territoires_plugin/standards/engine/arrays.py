"""Arrays of numpy as lists of numbers: what loops of Python want."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy import ndarray


def where(mask: ndarray) -> list[int]:
    """The positions at which a mask is true."""
    return listed(np.flatnonzero(mask))


def listed(array: ndarray) -> list[int]:
    """The whole numbers of an array."""
    numbers: Any = array.tolist()
    return list(numbers)
