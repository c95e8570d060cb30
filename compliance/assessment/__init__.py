"""Findings, past breaches, waivers and the verdict: rule book and manifest brought together on one date."""
