"""The scoring script of the endpoint."""

from azure.identity import DefaultAzureCredential


def init():
    global credential
    credential = DefaultAzureCredential()


def run(data):
    return data
