"""A step of the pipeline: register_model."""

from azure.identity import DefaultAzureCredential

credential = DefaultAzureCredential()
print("register_model")
