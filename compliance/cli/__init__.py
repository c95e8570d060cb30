"""The command line: parses, prints, reads files and the clock. Nothing is decided here."""
