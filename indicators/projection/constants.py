"""Constants of the projection, in one place so that a refit changes one file.

Trend and pooling constants were fitted on public annual country panels (assessment rules §5.3). `HALF`
and `FREEDOM` were then read off rolling origins on half of the groups of 8,945 public annual series;
over all groups the 80 % band covered 77–80 %, the 95 % band 93–95 %, 1 to 5 years ahead.
"""

from __future__ import annotations

FLOOR = 0.003
"""F: the smallest yearly change taken for real (0.3 % on the log scale)."""
SHRINK = 5.91
"""K in a = t²/(t² + K): how much signal a trend needs to be carried on."""
MIX = 0.583
"""w: weight of the mean change against the latest one."""
DAMP = 0.933
"""φ: what is left of the drift one year further ahead."""
LONE = 0.3
"""Share of a single change that is carried on: one change has no signal-to-noise ratio of its own."""
WEIGHT = 2.23
"""n0: how many changes the pooled spread counts for."""
SPREAD = 0.0676
"""s0: usual yearly scatter of a series, on the log scale."""
TILT = 0.916
"""e: how far a series that moves more also scatters more."""

COUNTS = (1, 2, 3, 4, 5, 7, 9, 11, 14, 19)
"""Numbers of yearly changes for which HALF and FREEDOM are given; between them, straight lines."""
HALF = (
    (2.28, 3.43, 4.52, 5.56, 6.34, 7.19, 8.08, 8.79, 9.55, 10.18),
    (1.96, 3.03, 4.12, 5.00, 5.87, 6.77, 7.60, 8.47, 9.23, 10.04),
    (1.61, 2.46, 3.19, 3.98, 4.69, 5.33, 5.98, 6.67, 7.27, 7.88),
    (1.48, 2.25, 2.93, 3.54, 4.21, 4.75, 5.36, 5.95, 6.43, 6.96),
    (1.40, 2.08, 2.73, 3.37, 3.89, 4.48, 4.90, 5.42, 5.86, 6.51),
    (1.30, 1.96, 2.55, 3.16, 3.63, 4.15, 4.59, 5.11, 5.52, 6.07),
    (1.24, 1.84, 2.42, 2.93, 3.35, 3.89, 4.36, 4.83, 5.29, 5.79),
    (1.15, 1.77, 2.30, 2.75, 3.22, 3.66, 4.09, 4.52, 4.97, 5.52),
    (1.14, 1.72, 2.25, 2.72, 3.19, 3.66, 4.04, 4.48, 4.91, 5.41),
    (1.06, 1.58, 2.11, 2.52, 2.93, 3.39, 3.84, 4.30, 4.77, 5.27),
)
"""Half-width of the 80 % band in units of the pooled scatter: a row for each of COUNTS, a column for each
of 1–10 years ahead."""
FREEDOM = (1.3, 2.1, 2.4, 2.8, 2.8, 2.9, 2.9, 2.9, 2.9, 2.9)
"""Degrees of freedom of the Student-t for each of COUNTS: the fewer points, the heavier the tails."""
