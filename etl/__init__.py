"""Files as published → checked rows → a new snapshot; the only code that writes figures."""
