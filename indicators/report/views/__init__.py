"""The views of the dashboard as documents: what is on screen, in its order, on paper."""
