"""An assessment as GitHub-flavoured Markdown."""
