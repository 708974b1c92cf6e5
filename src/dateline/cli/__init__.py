"""The command line: one module a command, and how records are printed. Nothing is read or decided here."""
