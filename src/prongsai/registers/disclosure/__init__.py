"""Public disclosure (OIT): every item of the year's framework, assembled, checked, published.

For: the analyst and the divisions who keep the items, the clerk who answers for them, the
assessor, citizens and journalists who read them.
Law: the framework of the year (each fact with its source and confidence); Official
Information Act B.E. 2540, sections 7 and 9 (what must be open). The assessment's own manual
was not at hand, so elements carry a confidence.
"""
