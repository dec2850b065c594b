"""A step of the pipeline: train."""

print("train")
