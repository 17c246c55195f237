"""The module `hmac`, over the digests of `hashlib` (RFC 2104)."""

import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got " + repr(type(key).__name__))
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'." if digestmod is None or digestmod == ""
                            else "Missing required parameter 'digestmod'.")
        self._new = (lambda data=b"": hashlib.new(digestmod, data)) if isinstance(digestmod, str) else digestmod
        inner = self._new()
        self.digest_size, self.block_size, self.name = inner.digest_size, inner.block_size, "hmac-" + inner.name
        key = bytes(self._new(bytes(key)).digest() if len(key) > self.block_size else key).ljust(self.block_size, b"\0")
        self._key, self._data = key, b""
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._data += bytes(msg)

    def copy(self):
        other = HMAC.__new__(HMAC)
        other.__dict__.update(self.__dict__)
        return other

    def digest(self):
        inner = self._new(bytes([byte ^ 0x36 for byte in self._key]) + self._data).digest()
        return self._new(bytes([byte ^ 0x5C for byte in self._key]) + inner).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b):
    return a == b
