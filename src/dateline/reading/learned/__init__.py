"""The learned reader: a small encoder with heads for triggers, roles, attribution and modality, and how its say is weighed; no rules of syntax."""
