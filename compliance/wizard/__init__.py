"""The wizard: faces of the interview. They draw, ask and save; what is asked and what it means is decided below."""
