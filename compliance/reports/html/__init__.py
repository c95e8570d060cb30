"""An assessment as one HTML page."""
