"""An assessment as OSCAL documents."""
