"""Measuring and fitting on marked claims. Never imported by the package."""
