"""The practice store 演练库: invented figures for training and demonstrations, kept apart and marked."""
