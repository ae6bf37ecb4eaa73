"""What every table, page, query, deed and workflow of the website promises."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.ita.workflow import Workflow

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in ("config", "sites", "registers", "foundations", "ui")
    for path in (ROOT / "src/prongsai" / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "src").rglob("*.html"))
MODELS = [m for m in apps.get_models() if m.__module__.startswith("prongsai.")]
REGISTERS = sorted(
    path.parent for path in (ROOT / "src/prongsai/registers").glob("*/__init__.py")
)

WRITES = {
    "abulk_create", "acreate", "adelete", "asave", "bulk_create", "bulk_update",
    "create", "delete", "get_or_create", "save", "update", "update_or_create",
    "select_for_update",
}  # fmt: skip

SHARED_BY_ALL = {
    "organisations.Organisation",  # the offices themselves
    "organisations.HostName",  # read to find the office of a request
    "background.Worker",  # a process that works for every office
}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def label(model: type[models.Model]) -> str:
    return model._meta.label


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_kind(path: Path, *kinds: str) -> bool:
    """Whether a file is, or lies in a package that is, of one of these kinds."""
    inside = path.relative_to(ROOT / "src/prongsai").with_suffix("").parts
    return any(
        part == kind or part.endswith(f"_{kind}") for part in inside for kind in kinds
    )


def files(*kinds: str) -> list[Path]:
    return [path for path in SOURCES if is_kind(path, *kinds)]


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    yield from (
        node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)
    )


def calls(path: Path) -> Iterator[tuple[ast.expr, str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.value, node.func.attr, node.lineno


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_template_fits_on_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("path", files("views", "queries"), ids=name)
def test_pages_and_queries_change_nothing(path):
    rows = [
        f"{attribute}, line {line}"
        for value, attribute, line in calls(path)
        if attribute in WRITES and not _is_a_set_or_a_module(value)
    ]

    assert rows == []


def _is_a_set_or_a_module(value: ast.expr) -> bool:
    """``found.update(…)`` on a local dictionary and ``actions.create(…)`` are fine."""
    named = value.id if isinstance(value, ast.Name) else ""
    return named in {"actions", "found", "seen"} or named.endswith("actions")


@pytest.mark.parametrize("path", files("views"), ids=name)
def test_pages_read_through_queries_and_catch_nothing(path):
    text = path.read_text(encoding="utf-8")

    assert ".objects" not in text
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, ast.Try)]


@pytest.mark.parametrize("path", files("views"), ids=name)
def test_a_page_is_short(path):
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= 30]

    assert not long


def is_recorded(function: ast.FunctionDef) -> bool:
    """Whether a function writes a line of history itself: then it is a deed."""
    return any(
        isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"audit.record", "record"}
        for node in ast.walk(function)
    )


@pytest.mark.parametrize("path", files("actions"), ids=name)
def test_every_deed_says_who_and_when_and_is_all_or_nothing(path):
    for function in tree(path).body:
        if isinstance(function, ast.FunctionDef) and is_recorded(function):
            if function.name[0] == "_" or function.name in PARTS:
                continue
            keywords = {arg.arg for arg in function.args.kwonlyargs}
            decorators = {ast.unparse(d) for d in function.decorator_list}
            assert {"by", "at"} <= keywords, function.name
            assert "transaction.atomic" in decorators, function.name


@pytest.mark.parametrize("path", files("actions"), ids=name)
def test_what_is_no_deed_writes_only_inside_one(path):
    """A public function that changes rows but is no deed says whose part it is."""
    loose = [
        function.name
        for function in tree(path).body
        if isinstance(function, ast.FunctionDef)
        and function.name[0] != "_"
        and function.name not in PARTS
        and not is_recorded(function)
        and changes_rows(function)
        and "transaction.atomic"
        not in {ast.unparse(d) for d in function.decorator_list}
    ]

    assert loose == []


def changes_rows(function: ast.FunctionDef) -> bool:
    """Whether a function changes rows itself."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
        and not _is_a_set_or_a_module(node.func.value)
        for node in ast.walk(function)
    )


PARTS: dict[str, str] = {
    "apply_findings": "lending: checks.approve",
    "locked": "lending: every deed on an asset begins with it",
    "note_condition": "lending: change_condition, checks, returns of loans",
    "decide": "lending: the row of a decision, in every deed that decides",
    "lock_assets": "lending: every deed that promises",
    "promise": "lending: loans.approve",
    "prolong": "lending: loans.grant_extension",
    "take_out": "lending: loans.hand_over",
    "give_back": "lending: loans.take_back",
    "release_all": "lending: refuse, cancel, close",
    "remember": "lending: one line of an asset's history, in the deed it is about",
}
"""Functions that are called inside a deed only, and which."""


@pytest.mark.parametrize("register", REGISTERS, ids=name)
def test_register_explains_itself(register):
    docstring = ast.get_docstring(tree(register / "__init__.py"))

    assert docstring
    assert len(docstring.splitlines()) > 1


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_row_has_an_owner_or_is_shared_on_purpose(model):
    owned = issubclass(model, OwnedByOrganisation)

    assert owned != (model._meta.label in SHARED_BY_ALL)


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_by_and_at_come_in_pairs(model):
    names = {field.name for field in model._meta.get_fields()}
    people = {
        f.name for f in model._meta.fields if f.name.endswith("_by") and f.is_relation
    }
    lonely = {n for n in people if not {f"{n[:-3]}_at", f"{n[:-3]}_on"} & names}

    assert not lonely


PERSONAL_TYPES = (models.EmailField,)
PERSONAL_WORDS = {"phone", "phones", "email", "address", "citizen", "identifier"}
PEOPLES_NAMES = {"first", "last", "full", "person", "borrower", "complainant"}
NOT_PERSONAL = {
    "organisations.Organisation",  # an office is no person
    "organisations.HostName",
    "organisations.FormerName",
    "organisations.Division",
}


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_model_says_which_fields_are_personal(model):
    names = {field.name for field in model._meta.get_fields()}
    people = {
        field.name
        for field in model._meta.fields
        if isinstance(field, models.ForeignKey)
        and field.remote_field.model._meta.label == "accounts.User"
    }

    assert model.personal <= names
    assert people <= model.personal


def sounds_personal(words: set[str]) -> bool:
    return bool(words & PERSONAL_WORDS or ("name" in words and words & PEOPLES_NAMES))


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_fields_that_sound_personal_are_named_so(model):
    if model._meta.label in NOT_PERSONAL:
        return
    sounding = {
        field.name
        for field in model._meta.fields
        if isinstance(field, PERSONAL_TYPES)
        or (
            isinstance(field, (models.CharField, models.TextField))
            and sounds_personal({*field.name.split("_")})
        )
    }

    assert sounding - model.personal <= IMPERSONAL.get(model._meta.label, set())


IMPERSONAL: dict[str, set[str]] = {
    "publications.Publication": {"address"},  # of a page
}
"""Fields that only sound personal, with the model they are in."""


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_text_is_empty_rather_than_null(model):
    null = [
        field.name
        for field in model._meta.fields
        if isinstance(field, (models.CharField, models.TextField)) and field.null
    ]

    assert null == []


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_nothing_happens_behind_a_save(model):
    own = {"save", "delete"} & set(vars(model))

    assert not own


STATES = files("states")


def workflows(path: Path) -> list[Workflow[Any]]:
    module = importlib.import_module(
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
    )
    return [x for x in vars(module).values() if isinstance(x, Workflow)]


@pytest.mark.parametrize("path", STATES, ids=name)
def test_every_state_can_be_reached(path):
    for workflow in workflows(path):
        assert workflow.reachable() == {*workflow.start.__class__.__members__.values()}


@pytest.mark.django_db
def test_migrations_say_what_the_models_say(capsys, settings):
    """Tests make their tables from the models; installations make them by migrations."""
    settings.MIGRATION_MODULES = {}
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)
