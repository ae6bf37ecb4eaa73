"""Memos and chains of opinions: who proposes, who advises, who decides, on exactly what.

A decision binds the digest of what was decided; an edit voids it and is shown. Law:
พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 13, 30, 37, 40, 44 and ระเบียบสำนักนายกรัฐมนตรี
ว่าด้วยงานสารบรรณ พ.ศ. 2526.
"""
