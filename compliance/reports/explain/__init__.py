"""The pages that `compliance explain` shows: of rules, facts, definitions and provisions."""
