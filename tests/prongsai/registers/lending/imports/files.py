"""The headings of a file of assets, as the template has them."""

HEADS = ["รหัสพัสดุ", "ชื่อรายการ", "รหัสหมวด", "หน่วยนับ", "รหัสส่วนราชการ"]
