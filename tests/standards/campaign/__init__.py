"""The planted-fault campaign: valid documents made from the models, then one fault for each of their rules."""
