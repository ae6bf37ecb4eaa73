"""Browsers that send the same form at the same moment. Not a test.

python sender.py 8    prints where each was led, how often the deed was done, and what
                      became of one that was killed half-way
"""

# ruff: noqa: E402  # Django is set up before anything of ours is loaded

import json
import os
import signal
import sys
import time
from multiprocessing import get_context
from uuid import uuid4

import django

django.setup()

from django.contrib.messages.storage.cookie import CookieStorage
from django.db import connections
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory
from django.utils import timezone

from prongsai.foundations.numbering.models import Number
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import OfficeType, Organisation
from prongsai.foundations.submissions.http import once
from tests.crowds import side_by_side


@once
def lend(request):
    time.sleep(0.3)
    Number.objects.create(
        organisation_id=tenancy.required(),
        kind=request.POST["name"],
        year=2569,
        number=1,
        given_at=timezone.now(),
    )
    if request.POST["name"] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    return redirect(f"/by/{request.POST['name']}/")


def send(office, key, name):
    request = RequestFactory().post("/", {"submission": key, "name": name})
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]  # Django's own
    with tenancy.acting_for(office):
        answer: HttpResponse = lend(request)
        return answer["Location"]


def killed(office):
    """Kill a process in the middle of a deed; say what is left, and send it again."""
    key = str(uuid4())
    connections.close_all()
    process = get_context("fork").Process(target=send, args=(office, key, "killed"))
    process.start()
    process.join()
    with tenancy.acting_for(office):
        left = Number.objects.filter(organisation=office).count()
    return {"left": left, "led_to": send(office, key, "again")}


def main(browsers):
    office = Organisation.objects.create(
        type=OfficeType.TOWN, name_th="ทดสอบ", name_en="Test", is_demonstration=True
    )
    after_kill = killed(office.pk)
    key = str(uuid4())
    led_to = side_by_side(browsers, lambda n: send(office.pk, key, f"browser{n}"))
    with tenancy.acting_for(office.pk):
        done = Number.objects.filter(organisation=office, kind__startswith="browser")
        return {"led_to": led_to, "done": done.count(), "after_kill": after_kill}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]))))
