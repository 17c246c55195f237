"""The module `secrets`. Runs are reproducible, so these are the numbers of a generator like any other."""

import _random
import base64
import random

_generator = random.SystemRandom()
SystemRandom = random.SystemRandom
DEFAULT_ENTROPY = 32
choice = _generator.choice
randbits = _generator.getrandbits


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _generator.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _random.randbytes(_generator._Random__generator, DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()


def compare_digest(a, b):
    return a == b
