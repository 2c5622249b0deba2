"""The vocabulary as enums: verdicts, reasons, flags and kinds of figures."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What is said of a target; ordered from best to worst, unknown last."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a target cannot be judged."""

    NO_DATA = "no_data"
    NO_TARGET_VALUE = "no_target_value"
    SINGLE_OBSERVATION = "single_observation"
    TOO_OLD = "too_old"
    SERIES_BREAK = "series_break"
    SCOPE_DIFFERS = "scope_differs"
    NOT_QUANTIFIED = "not_quantified"


class Flag(StrEnum):
    """What a reader must know beside a verdict."""

    STAND_IN = "stand_in"
    STALE = "stale"
    BEFORE_YEAR_END = "before_year_end"
    REACHED_EARLY = "reached_early"
    LOW_CONFIDENCE = "low_confidence"
    AFTER_BREAK = "after_break"
    DERIVED = "derived"
    CONFLICT = "conflict"
    STRICT_DIFFERS = "strict_differs"
    ABOVE_BEST = "above_best"
    PARTIAL_SUM = "partial_sum"
    PANDEMIC_YEARS = "pandemic_years"
    PANDEMIC_SENSITIVE = "pandemic_sensitive"


class Measure(StrEnum):
    """What kind of figure was published."""

    LEVEL = "level"
    GROWTH = "growth"
    MEAN_GROWTH = "mean_growth"
    CUT = "cut"
    CUMULATIVE_CUT = "cumulative_cut"
    CUMULATIVE = "cumulative"
    WORK_TARGET = "work_target"


class Status(StrEnum):
    """How firm a figure is; only PUBLISHED, COMPUTED and DERIVED ever count as observations."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    DERIVED = "derived"
    LOWER_BOUND = "lower_bound"
    EXPECTED = "expected"


class StoreKind(StrEnum):
    """Whether a store's figures were published or invented for practice (演练); the two never mix."""

    REAL = "real"
    PRACTICE = "practice"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"

    @property
    def sign(self) -> int:
        """+1 where higher is better, −1 where lower is."""
        return 1 if self is Direction.UP else -1


class Kind(StrEnum):
    """How an indicator moves: amounts by growth rates, shares (0–100 %) and ratios by steps."""

    AMOUNT = "amount"
    SHARE = "share"
    RATIO = "ratio"


class AreaKind(StrEnum):
    """What sort of place an area is."""

    SCOPE = "scope"
    CITY = "city"
    MEMBER = "member"
    COUNTY = "county"
    PROVINCE = "province"
    PEER = "peer"
    PARTIAL = "partial"
    PLACE = "place"
    HISTORIC = "historic"
    COUNTRY = "country"

    @property
    def judged(self) -> bool:
        """Whether targets may be judged there: not at a peer, a single place or within a former boundary."""
        return self not in (AreaKind.PEER, AreaKind.PARTIAL, AreaKind.PLACE, AreaKind.HISTORIC)


class Aggregation(StrEnum):
    """How members make an area: summed, a ratio of sums, or not at all."""

    SUM = "sum"
    RATIO = "ratio"
    NONE = "none"


class OfficialClass(StrEnum):
    """The class of what officials say of a target; the last two are about its value, not about its pace."""

    AHEAD = "ahead"
    AS_EXPECTED = "as_expected"
    BEHIND = "behind"
    MET = "met"
    MISSED = "missed"
