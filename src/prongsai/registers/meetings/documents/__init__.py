"""The papers of this register, in Thai and in Thai digits, as PDF and DOCX."""
