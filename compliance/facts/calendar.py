"""Working days and time limits. The days off of a country are pack data; an unannounced year gives an interval."""

from __future__ import annotations
