"""The proof of the projection: what is forecast, by whom, and how it is scored.

`panels` reads open series, `cases` cuts them at rolling origins, `plain`, `holt`, `packaged` and `ours` are
the contestants, `scores` scores them, `run` puts this together, `result` and `readme` write it down.
"""
