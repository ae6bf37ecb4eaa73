"""How the fields of these forms look."""

from django import forms


def area(rows: int = 4) -> forms.Textarea:
    """Return room for some lines."""
    return forms.Textarea(attrs={"rows": rows})
