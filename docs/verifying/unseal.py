"""Opens a sealed file of a backup (docs/operating/backup.md) with libsodium and nothing of ours.

    python3 unseal.py IDENTITY FILE > content      IDENTITY: the file that 'caunoi backup keygen' wrote; for files in files/, 64 hexadecimal digits

Status 1 and one line when the file is not whole or is sealed for another key.
"""
import ctypes
import ctypes.util
import os
import sys

sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
PIECE, GROWTH, HEAD, BOX = 64 * 1024, 17, 24, 80


def secret_of(identity):
    if not os.path.exists(identity):
        return bytes.fromhex(identity)
    words = open(identity, encoding="utf-8").read().split()
    return bytes.fromhex(next(word for word in words if word.startswith("caunoi-key-"))[11:])[:32]


def unseal(secret, source, output):
    kind = source.read(8)
    if kind == b"caunoi-0":
        while piece := source.read(PIECE):
            output.write(piece)
        return
    key = ctypes.create_string_buffer(secret, 32)
    if kind == b"caunoi-R":
        public, box = ctypes.create_string_buffer(32), source.read(BOX)
        sodium.crypto_scalarmult_base(public, key)
        opened = ctypes.create_string_buffer(32)
        if sodium.crypto_box_seal_open(opened, box, ctypes.c_ulonglong(len(box)), public, key) != 0:
            raise ValueError("it is sealed for another key")
        key = opened
    elif kind != b"caunoi-S":
        raise ValueError("it is no file of a backup")
    state = ctypes.create_string_buffer(sodium.crypto_secretstream_xchacha20poly1305_statebytes())
    if sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, source.read(HEAD), key) != 0:
        raise ValueError("its beginning cannot be read")
    tag = ctypes.c_ubyte(0)
    while tag.value != 3:
        piece = source.read(PIECE + GROWTH)
        if len(piece) < GROWTH:
            raise ValueError("it ends before its end")
        content = ctypes.create_string_buffer(len(piece) - GROWTH + 1)
        if sodium.crypto_secretstream_xchacha20poly1305_pull(
            state, content, None, ctypes.byref(tag), piece, ctypes.c_ulonglong(len(piece)), None, ctypes.c_ulonglong(0)
        ) != 0:
            raise ValueError("it was changed")
        output.write(content.raw[: len(piece) - GROWTH])
    if source.read(1):
        raise ValueError("something follows its end")


if __name__ == "__main__":
    sodium.sodium_init()
    try:
        with open(sys.argv[2], "rb") as source:
            unseal(secret_of(sys.argv[1]), source, sys.stdout.buffer)
    except (ValueError, OSError) as fault:
        sys.exit(f"{sys.argv[2]}: {fault}")
