"""Promises every table keeps: an owner, named personal fields, fields that come in pairs."""
