"""Rich text: what stays, what goes, what Word leaves behind, and hostile input."""

from time import perf_counter

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.publications.prose import LONGEST, clean, from_plain, text_of
from prongsai.foundations.publications.prose_fields import ProseField

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {mso-style-name:Normal} --></style></head>
<body lang=TH style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>ประกาศ<o:p></o:p></p><h2 style='mso-list:none'>หลักเกณฑ์</h2>
<p class=MsoNormal style='margin-bottom:0cm;line-height:normal'><b><span lang=TH
style='font-size:16.0pt;font-family:"TH SarabunPSK",sans-serif'>ด้วย</span></b>
เทศบาล<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New
Roman"'>&nbsp;&nbsp; </span></span><![endif]><span lang=TH>หนึ่ง<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if
!supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>ย่อย</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>2.<span>&nbsp; </span></span>สอง</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr
style='mso-yfti-irow:0'><td width=200 valign=top><p class=MsoNormal>ก<o:p></o:p></p></td>
<td colspan=2>ข</td></tr></table>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"""


def test_text_pasted_from_word_keeps_its_structure_and_nothing_else():
    found = " ".join(clean(WORD).split()).replace("> <", "><")

    assert found == (
        "<h3>ประกาศ</h3><h3>หลักเกณฑ์</h3><p><strong>ด้วย</strong> เทศบาล&nbsp;</p>"
        "<ol><li>หนึ่ง<ul><li>ย่อย</li></ul></li><li>สอง</li></ol>"
        '<table><tbody><tr><td><p>ก</p></td><td colspan="2">ข</td></tr></tbody></table>'
    )


@pytest.mark.parametrize(
    ("given_html", "kept"),
    [
        ("<p>ก<script>alert(1)</script></p>", "<p>ก</p>"),
        ("<p onclick='x()' style='color:red' id=a class=b>ก</p>", "<p>ก</p>"),
        ("<img src=x onerror=alert(1)><p>ก</p>", "<p>ก</p>"),
        ("<svg><script>alert(1)</script><text>ข</text></svg>", ""),
        ("<math><mi xlink:href='data:x,<script>x()</script>'>", ""),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("<a href='javascript:alert(1)'>ก</a>", "<p>ก</p>"),
        ("<a href=' JaVa\tScript:alert(1)'>ก</a>", "<p>ก</p>"),
        ("<a href='data:text/html,x'>ก</a>", "<p>ก</p>"),
        ("<a href='//example.org/'>ก</a>", "<p>ก</p>"),
        (
            "<a href='https://example.go.th/?a=1&amp;b=2' target=_blank>ก</a>",
            (
                '<p><a href="https://example.go.th/?a=1&amp;b=2"'
                ' rel="noopener noreferrer nofollow">ก</a></p>'
            ),
        ),
        (
            "<p>1 &lt; 2 &amp; &lt;script&gt;</p>",
            "<p>1 &lt; 2 &amp; &lt;script&gt;</p>",
        ),
        ("หนึ่ง\n\nสอง", "<p>หนึ่ง</p><p>สอง</p>"),
        ("<h1>ก</h1><h6>ข</h6>", "<h3>ก</h3><h4>ข</h4>"),
        (
            "<p><b>ก</b> <i>ข</i> <u>ค</u></p>",
            "<p><strong>ก</strong> <em>ข</em> <u>ค</u></p>",
        ),
        ("<div>ก</div><div>ข</div>", "<p>ก</p><p>ข</p>"),
        ("<td colspan=9999>ก</td>", "<p>ก</p>"),
        ("<p><br></p><p>&nbsp;</p>", ""),
        ("<b style='font-weight:normal'><p>ก</p></b>", "<p>ก</p>"),
    ],
)
def test_what_stays_of_a_rich_text(given_html, kept):
    assert clean(given_html) == kept


@pytest.mark.slow
@given(st.text(alphabet="<>/ab pdivtrul='\"&;!-[]ก", max_size=120))
def test_cleaning_twice_changes_nothing_and_leaves_no_foreign_element(text):
    once = clean(text)

    assert clean(once) == once
    assert "<div" not in once


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<div>",
        "<table>",
        "<ul><li>",
        "<a href=x>",
        "<",
        "<b x=",
        "<svg>",
        "<!--",
    ],
)
def test_a_megabyte_of_nested_tags_is_answered_quickly(piece):
    hostile = piece * (1_000_000 // len(piece))
    began = perf_counter()

    clean(hostile)

    assert perf_counter() - began < 5


def test_words_of_a_text_stand_block_by_block():
    html = "<h3>หัว</h3><ul><li>ก<ul><li>ข</li></ul></li></ul><table><tr><td>1</td><td>2</td></tr></table>"

    assert text_of(html).splitlines() == ["หัว", "ก", "ข", "1 2"]


def test_plain_text_becomes_paragraphs_and_markup_stays():
    assert from_plain("ก < ข\nค\n\n\nง") == "<p>ก &lt; ข<br>ค</p><p>ง</p>"
    assert from_plain("<p>ก</p>") == "<p>ก</p>"


def test_the_field_cleans_and_says_when_a_text_is_too_long_or_empty():
    field = ProseField()

    assert field.clean("ก\n\nข") == "<p>ก</p><p>ข</p>"
    for text in ("<p>&nbsp;</p>", "ก" * (LONGEST + 1), "ก" * 70_000):
        with pytest.raises(forms.ValidationError):
            field.clean(text)


def test_the_page_of_the_field_holds_no_script_of_its_own():
    class Form(forms.Form):
        body = ProseField(label="ข่าว")

    drawn = str(Form({"body": "</textarea><script>x()</script>"})["body"])

    assert drawn.count("<script") == 1
    assert '<script type="module" src="' in drawn
    assert "style=" not in drawn
    assert "onclick" not in drawn
