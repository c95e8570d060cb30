"""The language of conditions: nodes, parsing, truth, evaluation, the certain answer, explanation."""
