"""The Processing algorithms, thin."""
