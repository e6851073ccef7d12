"""Give it back: what is published, the plan, the journal, the sending, the targets."""
