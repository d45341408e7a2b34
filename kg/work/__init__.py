"""What a build keeps of its work, so that the next one reads only what is new."""
