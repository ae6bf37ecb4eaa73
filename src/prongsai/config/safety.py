"""What a production installation must not do; it refuses to start instead."""

from collections.abc import Iterator, Mapping

from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET = 50
"""Characters; what Django's own deployment check asks for."""


def refuse_unsafe(settings: Mapping[str, object]) -> None:
    """Raise ``ImproperlyConfigured`` naming every fault, in both languages."""
    found = [*faults(settings)]
    if found:
        raise ImproperlyConfigured(
            "Production settings are unsafe / การตั้งค่าสำหรับใช้งานจริงไม่ปลอดภัย:\n"
            + "\n".join(f"- {fault}" for fault in found)
        )


def faults(settings: Mapping[str, object]) -> Iterator[str]:
    """Name what is wrong with these settings, one sentence each."""
    secret = str(settings["SECRET_KEY"])
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < 10:  # noqa: PLR2004  # Django's
        yield (
            "PRONGSAI_SECRET_KEY must be a secret of your own, at least 50 characters / "
            "ต้องกำหนด PRONGSAI_SECRET_KEY เป็นความลับของท่านเอง อย่างน้อย 50 ตัวอักษร"
        )
    if settings["DEBUG"]:
        yield "PRONGSAI_DEBUG must be off / ต้องปิด PRONGSAI_DEBUG"
    if not (settings["SESSION_COOKIE_SECURE"] and settings["CSRF_COOKIE_SECURE"]):
        yield (
            "PRONGSAI_PLAIN_HTTP must be off: cookies may travel over HTTPS only / "
            "ต้องปิด PRONGSAI_PLAIN_HTTP: คุกกี้ต้องส่งผ่าน HTTPS เท่านั้น"
        )
    hosts = settings["ALLOWED_HOSTS"]
    if not hosts or not isinstance(hosts, list) or "*" in hosts:
        yield (
            "PRONGSAI_HOSTS must list the host names of the offices / "
            "ต้องระบุชื่อโฮสต์ของหน่วยงานใน PRONGSAI_HOSTS"
        )
