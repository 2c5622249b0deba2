"""The words of the domain as frozen types; see docs/words.md for what each means.

Nothing here computes. Values are in the indicator's catalogue unit; shares, growth rates and
mean growth are in percent (28.5, never 0.285); years are whole calendar years.
"""

from indicators.model.bases import (
    AssignedLater,
    Basis,
    CumulativeCut,
    Level,
    MeanGrowth,
    Qualitative,
    RelativeGrowth,
)
from indicators.model.faults import Fault, Finding
from indicators.model.figures import (
    LOADED,
    PRACTICE,
    UPLOAD,
    Break,
    Observation,
    Point,
    Series,
    Source,
    kind_of,
)
from indicators.model.judgement import Assessment, Band, Gap, PartialSum, Projection, Track
from indicators.model.loads import Confirmation, JournalEntry, LoadKind, Remark, Severity
from indicators.model.plan import (
    Area,
    Claim,
    Department,
    Dimension,
    Indicator,
    OfficialVerdict,
    Plan,
    Target,
)
from indicators.model.words import (
    Aggregation,
    AreaKind,
    Direction,
    Flag,
    Kind,
    Measure,
    OfficialClass,
    Reason,
    Status,
    StoreKind,
    Verdict,
)

__all__ = [
    "LOADED",
    "PRACTICE",
    "UPLOAD",
    "Aggregation",
    "Area",
    "AreaKind",
    "Assessment",
    "AssignedLater",
    "Band",
    "Basis",
    "Break",
    "Claim",
    "Confirmation",
    "CumulativeCut",
    "Department",
    "Dimension",
    "Direction",
    "Fault",
    "Finding",
    "Flag",
    "Gap",
    "Indicator",
    "JournalEntry",
    "Kind",
    "Level",
    "LoadKind",
    "MeanGrowth",
    "Measure",
    "Observation",
    "OfficialClass",
    "OfficialVerdict",
    "PartialSum",
    "Plan",
    "Point",
    "Projection",
    "Qualitative",
    "Reason",
    "RelativeGrowth",
    "Remark",
    "Series",
    "Severity",
    "Source",
    "Status",
    "StoreKind",
    "Target",
    "Track",
    "Verdict",
    "kind_of",
]
