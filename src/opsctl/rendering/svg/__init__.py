"""Charts as inline SVG: free functions from numbers and finished labels to text, which stays text in the picture."""
