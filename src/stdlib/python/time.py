"""What the module `time` has beside its clocks: dates, in UTC."""

import _machine

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 2, 3, 4, 7, 11
_NAMES = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9

    def __new__(cls, sequence):
        fields = tuple(sequence)
        if len(fields) != 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence (%d-sequence given)" % len(fields))
        return tuple.__new__(cls, fields)

    tm_zone = "UTC"
    tm_gmtoff = 0

    def __repr__(self):
        return "time.struct_time(" + ", ".join([name + "=" + repr(value) for name, value in zip(_NAMES, self)]) + ")"


def _field(index):
    return property(lambda self: self[index])


for _index in range(9):
    setattr(struct_time, _NAMES[_index], _field(_index))


def gmtime(seconds=None):
    if seconds is None:
        seconds = time()
    if not isinstance(seconds, (int, float)):
        name = type(seconds).__name__
        raise TypeError("'" + name + "' object cannot be interpreted as an integer" if _machine.minor >= 10
                        else "an integer is required (got type " + name + ")")
    if abs(seconds) >= 1 << 56:
        raise OverflowError("timestamp out of range for platform time_t")
    return struct_time(_machine.calendar_time(int(seconds // 1)) + (0,))


localtime = gmtime


def mktime(t):
    return float(_machine.days_of_date(t[0], t[1], t[2]) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def strftime(format, t=None):
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not " + type(format).__name__)
    t = gmtime() if t is None else t
    return _machine.strftime(format, None, t[0], t[1], t[2], t[3], t[4], t[5])


def asctime(t=None):
    return strftime("%a %b %e %H:%M:%S %Y", t)


def ctime(seconds=None):
    return asctime(gmtime(seconds))


class _ClockInfo:
    def __init__(self, name):
        self.implementation = "clock_gettime(CLOCK_" + name + ")"
        self.monotonic = name != "REALTIME"
        self.adjustable = not self.monotonic
        self.resolution = 1e-09

    def __repr__(self):
        return ("namespace(implementation=" + repr(self.implementation) + ", monotonic=" + str(self.monotonic) + ", adjustable="
                + str(self.adjustable) + ", resolution=1e-09)")


def get_clock_info(name):
    kinds = {"time": "REALTIME", "monotonic": "MONOTONIC", "perf_counter": "MONOTONIC", "process_time": "PROCESS_CPUTIME_ID",
             "thread_time": "THREAD_CPUTIME_ID"}
    if name not in kinds:
        raise ValueError("unknown clock")
    return _ClockInfo(kinds[name])


def process_time_ns():
    return int(process_time() * 1000000000)


thread_time_ns = process_time_ns


def clock_gettime_ns(clock):
    return time_ns() if clock == CLOCK_REALTIME else monotonic_ns()


def clock_gettime(clock):
    if clock in (CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID):
        return process_time()
    return time() if clock == CLOCK_REALTIME else monotonic()


def clock_getres(clock):
    return 1e-09


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    from _strptime import strptime
    return struct_time(strptime(string, format)[:8] + (-1,))


def tzset():
    pass
