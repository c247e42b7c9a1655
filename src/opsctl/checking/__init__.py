"""Running the rules over a workspace and explaining them."""
