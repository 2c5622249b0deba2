"""Drawn rows: one module a figure, each `figure(rows)` a plain dict that plotly draws.

Pages show them with `st.plotly_chart(figure, theme=None)`, so that the look in `theme` is not replaced.
"""
