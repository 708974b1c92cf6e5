"""Scripts that fetch what the desk serves but others wrote, each named for what it makes. Run by us, never by users."""
