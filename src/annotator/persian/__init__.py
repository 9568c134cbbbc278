"""Knowledge of Persian text: cleaning, folding, cutting, snapping, showing.

Plain strings and pairs of code points go in and come out; nothing here knows a span, an article
or a window.
"""
