"""What changed between two assessments: compared, told in words, as text, Markdown and JSON."""
