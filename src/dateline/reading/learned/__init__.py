"""The learned reader: a small encoder with heads for kinds, roles and modality, run by ONNX; no rules of syntax."""
