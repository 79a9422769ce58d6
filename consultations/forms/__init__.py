"""The forms of this app: they read input and decide nothing."""
