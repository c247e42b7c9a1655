"""Why a number is not what it should be: its gap split over what drives it, over stores and channels, and over both."""
