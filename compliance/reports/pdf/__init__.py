"""An assessment as a PDF, set by Typst."""
