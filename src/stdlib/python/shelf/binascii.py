"""The module `binascii`."""
# Not modelled: a2b_hqx a2b_qp a2b_uu b2a_hqx b2a_qp b2a_uu crc_hqx rlecode_hqx rledecode_hqx

import base64


Error = base64.Error


def hexlify(data, sep=""):
    return bytes(data).hex().encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    return bytes.fromhex(hexstr if isinstance(hexstr, str) else bytes(hexstr).decode())


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    return base64.b64encode(data) + (b"\n" if newline else b"")


a2b_base64 = base64.b64decode


def crc32(data, value=0):
    value = ~value & 0xFFFFFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return ~value & 0xFFFFFFFF
