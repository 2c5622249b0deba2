"""A unit as a file writes it → its size beside the catalogue's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from indicators.units import FAMILIES, known_units

SPELLINGS: Mapping[str, str] = {
    **{":1": "∶1", "比1": "∶1", "百分比": "%", "百分之": "%", "人民币元": "元", "元人民币": "元"},
    **dict.fromkeys(("-", "--", "—", "/", "无"), ""),
}
"""What a unit is also called, after NFKC."""
MULTIPLES = ("万", "亿")
"""Said alone, they stand for the multiple of what is counted: 5200亿 of 元 is 5200亿元."""
_KNOWN = known_units()


def spelled(label: str) -> str:
    """A unit without blanks, brackets and other spellings; as it stands where it is not known."""
    plain = re.sub(r"\s+|^单位[:：]?", "", unicodedata.normalize("NFKC", label))
    plain = plain.removeprefix("(").removesuffix(")")
    return SPELLINGS.get(plain, plain)


def known(label: str) -> bool:
    """Whether this can be read as a unit of anything."""
    return spelled(label) in _KNOWN or spelled(label) in MULTIPLES


def size(label: str, wanted: str) -> tuple[str, float, float] | None:
    """The unit as it is called, its size and the wanted one's; None where they do not measure the same."""
    unit = spelled(label)
    if unit == wanted:
        return unit, 1.0, 1.0
    for family in FAMILIES:
        if wanted in family:
            full = unit if unit in family else _multiple(unit, family)
            if full:
                return full, float(family[full]), float(family[wanted])
    return None


def confusable(wanted: str) -> bool:
    """Whether there are other sizes of this unit, so that a file without units may mean another."""
    return any(len(set(family.values())) > 1 for family in FAMILIES if wanted in family and wanted != "%")


def allowed(wanted: str) -> tuple[str, ...]:
    """Every unit that can be converted to this one."""
    family = next((family for family in FAMILIES if wanted in family), {})
    return tuple(unit for unit in family if unit)


def _multiple(unit: str, family: Mapping[str, float]) -> str:
    return next((full for full in family if unit in MULTIPLES and full.startswith(unit)), "")
