"""The job: plan, fetch, cut, write, project."""
