"""Weighs what the rules found with what the encoder says, one module a part of a claim; finds nothing by itself."""
