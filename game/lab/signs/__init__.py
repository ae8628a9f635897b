"""What can be known of people before they are asked: by heart, by signs, and in how many words."""
