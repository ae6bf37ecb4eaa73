"""How the lists of the directory are narrowed."""

from prongsai.ui.filtering import Filters


class PeopleFilters(Filters):
    """Words are enough."""

    search_in = ("first_name", "last_name", "name_en", "email", "phone")


class DutyFilters(Filters):
    """By the words of the duty, and those people search by."""

    search_in = ("title_th", "title_en", "text_th", "keywords")


class ChannelFilters(Filters):
    """By name and address."""

    search_in = ("label_th", "label_en", "value", "url")


class PlaceFilters(Filters):
    """Landmarks and roads by name."""

    search_in = ("name_th", "name_en")


FILTERS: dict[str, type[Filters]] = {
    "duty": DutyFilters,
    "channel": ChannelFilters,
    "landmark": PlaceFilters,
    "road": PlaceFilters,
}
"""The filters of each kind of entry."""
