"""Files of every kind → sheets as plain cells, or the true reason why not; looked through before they are opened."""
