"""An assessment as CycloneDX declarations."""
