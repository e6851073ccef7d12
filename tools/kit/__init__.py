"""The invented territory of the training kit: how it is drawn, told and written."""
