"""Loads and roll-backs: what is added to the base tables, each an entry of the journal."""
