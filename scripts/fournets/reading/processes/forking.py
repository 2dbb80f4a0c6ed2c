"""The mould's own side: a process that has loaded the readers once, and is copied for every worker asked for.

A copy costs a hundredth of a start. The parent speaks over a socket on the standard input: `F` with the three standard
streams of a worker is answered by the number of the process, `S` with the number of one that has ended by its status.
"""

from __future__ import annotations

import os
import struct

REQUEST = struct.Struct("<cI")
ANSWER = struct.Struct("<I")
FORK, STATUS = b"F", b"S"
AS_MOULD = "mould"
STREAMS = 3


def until_copied() -> bool:
    """Serve the parent: True in every copy, whose standard streams are those of its request; False at the end."""
    import socket  # only the mould needs it, and it is slow to load

    control = socket.socket(fileno=os.dup(0))
    while True:
        request, given, _, _ = socket.recv_fds(control, REQUEST.size, STREAMS)
        if not request:
            return False
        what, process = REQUEST.unpack(request)
        if what == STATUS:
            _, process = os.waitpid(process, 0)
        else:
            process = os.fork()
            if process == 0:
                control.close()
                _take(given)
                return True
            for descriptor in given:
                os.close(descriptor)
        control.send(ANSWER.pack(process))


def _take(given: list[int]) -> None:
    for standard, descriptor in enumerate(given):
        os.dup2(descriptor, standard)
        os.close(descriptor)
