"""An assessment as text for a terminal."""
