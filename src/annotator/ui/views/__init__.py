"""The panels of the window; they emit requests and draw models, and never decide."""
