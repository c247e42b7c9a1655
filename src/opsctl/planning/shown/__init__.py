"""Views of finished targets: periods and their parts, the organisation, channels and products, two plans."""
