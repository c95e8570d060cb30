"""An independent oracle for the certain answer: brute force over small worlds."""
