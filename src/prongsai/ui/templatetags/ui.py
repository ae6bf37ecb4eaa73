"""The components of the design system, as template tags known to every template."""

from django import template

from prongsai.ui.components import asking, buttons, lists, page, panels, status

register = template.Library()

for family in (asking, buttons, lists, page, panels, status):
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)
