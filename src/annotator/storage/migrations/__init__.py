"""The steps from each version of the project file to the next; the runner is in `upgrade`."""
