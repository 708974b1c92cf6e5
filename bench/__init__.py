"""Quality tables against marked data, and the floors under them. Never imported by the package."""
