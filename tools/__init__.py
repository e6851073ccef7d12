"""The tools of the project. None of them is in the package."""
