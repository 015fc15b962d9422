"""How the figures look when Plotly draws them. Frozen values go in, figures come out. Pure."""
