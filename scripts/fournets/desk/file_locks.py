"""Whether another program holds a file: asked of the system, and given up again at once."""

from __future__ import annotations

import os
import stat
import sys
from io import RawIOBase
from pathlib import Path

if sys.platform == "win32":

    def locked(_: RawIOBase, path: Path) -> bool:
        """Whether the file cannot be written to just now, as when it is open in a spreadsheet program."""
        try:
            if path.stat().st_mode & stat.S_IWRITE:
                os.close(os.open(path, os.O_RDWR))
        except PermissionError:
            return True
        return False

else:
    import fcntl

    def locked(stream: RawIOBase, _: Path) -> bool:
        """Whether another program has locked the file (LibreOffice and Samba do, in one way or the other)."""
        for lock in (fcntl.flock, fcntl.lockf):
            try:
                lock(stream.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
                lock(stream.fileno(), fcntl.LOCK_UN)
            except (BlockingIOError, PermissionError):
                return True
            except OSError:
                continue
        return False
