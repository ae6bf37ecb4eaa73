"""State assets and lending: what the office owns, who has it, who allowed it, is it back.

For supply officers, heads of division, the chief permanent officer and the head of the
office; for residents who borrow tents and chairs; for the auditors who come once a year.
Law: ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560,
ข้อ 207–211 (lending) and ข้อ 213–218 (annual check and disposal).
"""
