"""PDFs in a web folder and in an S3 bucket, served on this machine."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from extract.ingest.cluster import ClusterOptions, ingest_on_cluster
from extract.ingest.files import UnreadableFileError
from extract.ingest.options import WorkerOptions
from extract.ingest.remote import find_urls, read_url
from extract.ingest.tally import Tally
from extract.store.content import content_lines
from tests.store.articles import new_base

OBEDIENT = WorkerOptions("tests.ingest.extractors:make_obedient")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder, a list of its files included, and logs nothing."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def web_folder(tmp_path: Path) -> Iterator[str]:
    pytest.importorskip("aiohttp", reason="no aiohttp here, which fsspec needs for http")
    folder = tmp_path / "web"
    (folder / "2024").mkdir(parents=True)
    (folder / "pelade d'été.pdf").write_text("text 1")
    (folder / "2024" / "vitiligo.PDF").write_text("text 2")
    (folder / "lisez-moi.txt").write_text("no article")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    s3fs = pytest.importorskip("s3fs", reason="no s3fs here, which fsspec needs for s3")
    moto_server = pytest.importorskip("moto.server", reason="no moto here: pip install 'extract[dev]'")
    server = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "reader")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    system = s3fs.S3FileSystem()
    system.makedirs("journaux", exist_ok=True)
    system.pipe({"journaux/2024/vitiligo.pdf": b"text 2", "journaux/pelade d'été.pdf": b"text 1"})
    system.pipe("journaux/lisez-moi.txt", b"no article")
    yield "s3://journaux/"
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


def test_a_web_folder_is_searched_all_the_way_down(web_folder: str) -> None:
    urls = list(find_urls([web_folder]))
    assert urls == [f"{web_folder}2024/vitiligo.PDF", f"{web_folder}pelade%20d%27%C3%A9t%C3%A9.pdf"]
    assert [read_url(url) for url in urls] == [b"text 2", b"text 1"]


def test_a_bucket_is_searched_all_the_way_down(bucket: str) -> None:
    urls = list(find_urls([bucket]))
    assert urls == ["s3://journaux/2024/vitiligo.pdf", "s3://journaux/pelade d'été.pdf"]
    assert [read_url(url) for url in urls] == [b"text 2", b"text 1"]
    with pytest.raises(UnreadableFileError, match=r"s3://absent/: no such file or folder"):
        list(find_urls(["s3://absent/"]))


def test_a_bucket_without_credentials_is_told(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    pytest.importorskip("s3fs").S3FileSystem.clear_instance_cache()
    with pytest.raises(UnreadableFileError, match=r"^s3://journaux/: NoCredentialsError"):
        list(find_urls([bucket]))


@pytest.mark.slow
def test_the_rows_say_which_url_they_come_from(tmp_path: Path, web_folder: str, bucket: str) -> None:
    distributed: Any = pytest.importorskip("distributed", reason="no Dask here: pip install 'extract[cluster]'")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        new_base(tmp_path) as base,
    ):
        tally = Tally()
        options = ClusterOptions((bucket, web_folder), cluster.scheduler_address, OBEDIENT)
        ingest_on_cluster(base, options, lambda _: None, tally)
        with base.reading() as session:
            content = "\n".join(content_lines(session))
    assert (tally.read, tally.known) == (2, 2)
    assert "s3://journaux/2024/vitiligo.pdf" in content
