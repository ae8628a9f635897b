"""What only authors need: begin, mend, look up, draw, translate, pack and take in a scenario."""
