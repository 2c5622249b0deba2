"""Snapshots in DuckDB: what is in them and how they are read."""
