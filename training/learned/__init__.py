"""Trains the learned reader: marked reports to windows with labels, encoder and heads, the file that is loaded."""
