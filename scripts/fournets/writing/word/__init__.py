"""The engine of the Word templates: tags found, a template prepared once, rendered often, packed to the same bytes."""
