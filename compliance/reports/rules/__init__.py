"""What `compliance rules` shows of rule packs."""
