"""Hours as people type them."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from prongsai.ui.fields import HourField


@pytest.mark.parametrize(
    "text", ["9:30", "09.30", "๐๙.๓๐ น.", "9:30 น", " 09:30:00 ", "๙ : ๓๐"]
)
def test_an_hour_is_read_however_it_is_written(text):
    assert HourField().clean(text) == time(9, 30)


@pytest.mark.parametrize("text", ["25:00", "9:61", "half past nine", "930"])
def test_what_is_no_hour_is_refused_in_words(text):
    with pytest.raises(ValidationError) as caught:
        HourField().clean(text)

    assert caught.value.messages == [str(HourField.default_error_messages["invalid"])]


def test_nothing_is_no_hour():
    assert HourField(required=False).clean("") is None
