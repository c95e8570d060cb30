"""The interview: asks only what can still matter. A pure state machine; faces draw and send events."""
