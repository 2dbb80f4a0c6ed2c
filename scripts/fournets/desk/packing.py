"""Plain values of the model as compact bytes and back, equal to what they were; nothing is run on the way back.

Dataclasses become lists of their fields in order, so `shape_of` tells whether old bytes still fit the model.
Columns of text are kept as their distinct values and an index a record: small, quick, and shared in memory.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import typing
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")
Plain = Any
Kind = Any
Decoder = Callable[[Plain], Any]
Columns = dict[str, list[str]]


def pack(value: object) -> bytes:
    """A dataclass of the model, or a list of them, as bytes."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(kind: type[T], data: bytes) -> T:
    """The value that was packed; raises ValueError, TypeError or zlib.error when the bytes are of another shape."""
    wanted: Kind = kind
    decode: Callable[[Plain], T] = _decoder(wanted)
    return decode(json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))


def named(value: object) -> bytes:
    """A dataclass by the names of its fields: for what is kept for good while the model grows."""
    fields = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}  # type: ignore[arg-type]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def from_named(kind: type[T], data: bytes) -> T:
    """The dataclass back; fields that the model gained since take their defaults, those that it lost are dropped."""
    values = json.loads(data.decode("utf-8", "surrogatepass"))
    wanted: Kind = kind
    decoders = _field_decoders(wanted)
    return kind(**{name: decoders[name](value) for name, value in values.items() if name in decoders})


@functools.cache
def shape_of(kind: Kind) -> str:
    """A fingerprint of the dataclass and all that it holds: names, order and types of fields."""
    return hashlib.sha256("\n".join(_described(kind, set())).encode()).hexdigest()[:16]


def _described(kind: Kind, seen: set[Kind]) -> list[str]:
    lines: list[str] = []
    for inner in typing.get_args(kind):
        lines += _described(inner, seen)
    if dataclasses.is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        for name, hint in typing.get_type_hints(kind).items():
            lines.append(f"{kind}.{name}: {hint}")
            lines += _described(hint, seen)
    return lines


def _plain(value: Plain) -> Plain:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        kind: Kind = type(value)
        hints = _hints(kind)
        return [
            _plain_columns(getattr(value, name)) if hint == Columns else _plain(getattr(value, name))
            for name, hint in hints.items()
        ]
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_plain(inner) for inner in value]
    raise TypeError(f"cannot be packed: {type(value).__name__}")


def _plain_columns(columns: Columns) -> Plain:
    packed: dict[str, tuple[list[str], list[int]]] = {}
    for name, column in columns.items():
        places = {text: place for place, text in enumerate(dict.fromkeys(column))}
        packed[name] = (list(places), [places[text] for text in column] if len(places) < len(column) else [])
    return packed


def _columns(packed: Plain) -> Columns:
    return {
        name: [distinct[place] for place in places] if places else distinct
        for name, (distinct, places) in packed.items()
    }


@functools.cache
def _hints(kind: Kind) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


@functools.cache
def _field_decoders(kind: Kind) -> dict[str, Decoder]:
    return {name: _decoder(hint) for name, hint in _hints(kind).items()}


@functools.cache
def _decoder(kind: Kind) -> Decoder:
    if kind == Columns:
        return _columns
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(kind)
    container: Kind = typing.get_origin(kind)
    if container in (list, tuple, Mapping, dict):
        return _container_decoder(container, typing.get_args(kind))
    if isinstance(kind, type) and issubclass(kind, tuple):
        return lambda values: kind(*values)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, int, float, bool):
        return _same
    raise TypeError(f"cannot be unpacked: {kind}")


def _dataclass_decoder(kind: Kind) -> Decoder:
    decoders = list(_field_decoders(kind).values())
    if all(decoder is _same for decoder in decoders):
        return lambda values: kind(*values)
    return lambda values: kind(*[decode(value) for decode, value in zip(decoders, values, strict=True)])


def _container_decoder(container: Kind, inner: tuple[Kind, ...]) -> Decoder:
    if container in (Mapping, dict):
        decode = _decoder(inner[1])
        return _same if decode is _same else lambda values: {key: decode(value) for key, value in values.items()}
    decode = _decoder(inner[0])
    made = tuple if container is tuple else list
    return (made if made is tuple else _same) if decode is _same else lambda values: made(map(decode, values))


def _same(value: Plain) -> Plain:
    return value
