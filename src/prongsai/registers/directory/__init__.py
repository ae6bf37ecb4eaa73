"""The directory: structure, executives, powers, contact, duties, and who was in office when.

For: citizens who look for the right desk, assessors, and the staff who keep it true.
Law: Official Information Act B.E. 2540, section 7 (structure, powers, duties, contact are
to be published); the items on structure, executives and contact of the year's framework.
"""
