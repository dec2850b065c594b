"""A step of the pipeline: register_model."""

print("register_model")
