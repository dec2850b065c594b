"""A step of the pipeline: prepare_data."""

print("prepare_data")
