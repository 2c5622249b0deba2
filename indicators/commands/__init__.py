"""The subcommands of `python -m indicators`, one module each."""
