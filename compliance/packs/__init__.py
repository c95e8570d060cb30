"""Rule packs: read, checked, compiled into a rule book."""
