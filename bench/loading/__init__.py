"""What `bench/load.py` is made of: an invented city, its files, and three ways to load them."""
