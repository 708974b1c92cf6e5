"""Trains the learned reader: marked reports to windows with labels, the encoder and its heads, and the file that the reader loads."""
