"""nginx in front of the servers: anybody reads, an editor writes (HTTP basic), as on a regional platform."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tools.servers.programs import Program, answers, free_port, needed, once, until

_CONFIG = """
{user}
pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; daemon off;
events {{ worker_connections 256; }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  client_max_body_size 64m; proxy_read_timeout 120; fastcgi_read_timeout 120;
  gzip on; gzip_proxied any; gzip_min_length 500;
  gzip_types application/json application/geo+json application/xml text/xml application/gml+xml;
  server {{
    listen 127.0.0.1:{port}; server_name 127.0.0.1;
    location = /alive {{ return 200 "alive"; }}
    include {folder}/locations/*.conf;
  }}
}}
"""
_EDITORS = 'limit_except GET HEAD OPTIONS {{ auth_basic "publication"; auth_basic_user_file {folder}/editors; }}'
_PROXY = "location /{name}/ {{ {guard} proxy_pass {target}/; proxy_set_header Host $http_host; }}"
# trixie's fastcgi_params gives HTTP_HOST without its port: the first value wins, so ours comes before.
_FASTCGI = """
location /{name} {{
  {guard}
  fastcgi_split_path_info ^(/{name})(/.*)?$;
  fastcgi_param HTTP_HOST $http_host;
  include /etc/nginx/fastcgi_params;
  fastcgi_param SCRIPT_NAME /{name}; fastcgi_param PATH_INFO $fastcgi_path_info;
  fastcgi_param HTTP_AUTHORIZATION $http_authorization;
  {params}
  fastcgi_pass unix:{socket};
}}
"""


_WEBDAV = """
location /{name}/ {{
  {guard}
  root {root}; dav_methods PUT DELETE MKCOL COPY MOVE; create_full_put_path off; min_delete_depth 0;
}}
"""


class Front:
    """A running nginx; `url` is its root, `user` and `password` those of the editor. `port` 0: any that is free."""

    def __init__(self, folder: Path, user: str, password: str, port: int = 0) -> None:
        self._nginx = needed("nginx")[0]
        self.user, self.password = user, password
        self.folder, self.port = folder, port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        (folder / "locations").mkdir()
        (folder / "editors").write_text(f"{user}:{{PLAIN}}{password}\n")
        account = "user root;" if self._is_root() else ""
        (folder / "nginx.conf").write_text(_CONFIG.format(folder=folder, port=self.port, user=account))
        self._program = Program(self._command(), folder).wait_for(lambda: answers(f"{self.url}/alive"))

    @staticmethod
    def _is_root() -> bool:
        return Path("/proc/self").stat().st_uid == 0

    def _command(self, *more: str) -> list[str]:
        return [
            self._nginx,
            "-p",
            str(self.folder),
            "-c",
            str(self.folder / "nginx.conf"),
            "-e",
            f"{self.folder}/error.log",
            *more,
        ]

    def _add(self, name: str, text: str) -> str:
        (self.folder / "locations" / f"{name.replace('/', '-')}.conf").write_text(text)
        old = self._workers()
        once(self._command("-s", "reload"), self.folder)
        # An old worker that still accepts connections doesn't know the new location.
        until(lambda: not old & self._workers() and bool(self._workers()), "nginx, reloaded", self._program.ended)
        return f"{self.url}/{name}"

    def _workers(self) -> set[int]:
        """The workers that accept connections: nginx renames those that are leaving."""
        workers = set()
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
                title = (process / "cmdline").read_bytes() if parent == self._program.pid else b""
                if title.startswith(b"nginx: worker") and b"shutting down" not in title:
                    workers.add(int(process.name))
        return workers

    def _guard(self, guarded: bool) -> str:
        return _EDITORS.format(folder=self.folder) if guarded else ""

    def proxy(self, name: str, target: str, *, guarded: bool = True) -> str:
        """The URL under which the server at `target` is seen from now on."""
        return self._add(name, _PROXY.format(name=name, target=target, guard=self._guard(guarded)))

    def fastcgi(self, name: str, socket: Path, params: dict[str, str], *, guarded: bool = True) -> str:
        """The same for a FastCGI program."""
        lines = " ".join(f'fastcgi_param {key} "{value}";' for key, value in params.items())
        return self._add(name, _FASTCGI.format(name=name, socket=socket, params=lines, guard=self._guard(guarded)))

    def webdav(self, name: str) -> tuple[str, Path]:
        """The URL of an empty folder that the editor may write to by WebDAV, and where it is."""
        root = self.folder / "dav"
        if not root.exists():
            self._add("dav", _WEBDAV.format(name="dav", root=self.folder, guard=self._guard(True)))
        (root / name).mkdir(parents=True)
        return f"{self.url}/dav/{name}", root / name

    def stop(self) -> None:
        """End it."""
        self._program.stop()
