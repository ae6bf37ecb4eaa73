"""The back office: what people who work here may open."""
