"""The module `gc`: circles of objects are looked for when the program asks, and at exit."""
# Not modelled: DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE get_debug get_freeze_count get_objects get_referents get_referrers get_stats is_finalized is_tracked set_debug

import _machine

garbage = []
callbacks = []
_enabled = [True]


def collect(generation=2):
    _machine.end_circles()
    return 0


def enable():
    _enabled[0] = True


def disable():
    _enabled[0] = False


def isenabled():
    return _enabled[0]


def freeze():
    pass


def unfreeze():
    pass


def get_threshold():
    return (700, 10, 10) if _machine.minor < 13 else (2000, 10, 10 if _machine.minor < 14 else 0)


def set_threshold(threshold0, threshold1=10, threshold2=10):
    pass


def get_count():
    return (0, 0, 0)
