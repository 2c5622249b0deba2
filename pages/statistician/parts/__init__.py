"""What the pages of statisticians are made of; they may call etl, which pages/parts may not."""
