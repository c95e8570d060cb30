"""Self-assessment for providers of blockchain information services."""

__version__ = "0.1.0"
