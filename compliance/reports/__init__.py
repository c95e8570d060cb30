"""Pure renderers of an assessment."""
