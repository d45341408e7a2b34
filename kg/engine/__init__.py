"""How the articles of a build are shared out over processes and machines."""
