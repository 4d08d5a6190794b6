"""Fixtures that several folders of tests share."""

from collections.abc import Iterator
from itertools import count

import pytest
from sqlalchemy import create_engine, text

from tests.postgresql import WHY_MISSING, private_server, server_programs

_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a private server, with `{}` where the database's name goes; skips where none can be started."""
    if server_programs() is None:
        pytest.skip(WHY_MISSING)
    with private_server() as url:
        yield url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> str:
    """The URL of a new, empty database."""
    name = f"test_{next(_numbers)}"
    engine = create_engine(postgresql_server.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return postgresql_server.format(name)
