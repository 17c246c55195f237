"""The module `hashlib`: MD5, SHA-1 and SHA-2."""

import _machine

_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128), "sha512": (64, 128)}
algorithms_guaranteed = algorithms_available = set(_SIZES)


class HASH:
    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = bytearray()
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing" if _machine.minor >= 9 else
                            "Unicode-objects must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._data += data

    def digest(self):
        return _machine.digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return "<" + self.name + " _hashlib.HASH object @ " + hex(id(self)) + ">"


HASH.__module__ = "_hashlib"


def new(name, data=b"", **kwargs):
    if name.lower() not in _SIZES:
        raise ValueError("unsupported hash type " + name)
    return HASH(name.lower(), data)


def md5(string=b"", **kwargs):
    return HASH("md5", string)


def sha1(string=b"", **kwargs):
    return HASH("sha1", string)


def sha224(string=b"", **kwargs):
    return HASH("sha224", string)


def sha256(string=b"", **kwargs):
    return HASH("sha256", string)


def sha384(string=b"", **kwargs):
    return HASH("sha384", string)


def sha512(string=b"", **kwargs):
    return HASH("sha512", string)


def _refuse(*args, **keywords):
    _machine.not_supported("not supported here: this function of hashlib; MD5, SHA-1 and SHA-2 are")


pbkdf2_hmac = scrypt = blake2b = blake2s = sha3_224 = sha3_256 = sha3_384 = sha3_512 = shake_128 = shake_256 = file_digest = _refuse


if _machine.minor < 11:
    del file_digest
