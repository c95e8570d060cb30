"""Facts: vocabulary, values and how they are written, calendar, identifiers, the manifest."""
