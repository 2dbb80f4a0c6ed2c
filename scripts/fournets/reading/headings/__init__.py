"""What the words of a heading announce, by themselves: as listed, in everyday speech, by sound, by likeness."""
