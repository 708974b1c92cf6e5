"""The reference pages as functions of the code, one module a page; no page that a person writes."""
