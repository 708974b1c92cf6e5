"""One module a schema: what turns the one before into it. A released one is never changed."""
