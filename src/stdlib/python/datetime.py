"""The module `datetime`: times without a zone, and UTC. The clock is the virtual one."""

import _machine
import time as _time

MINYEAR, MAXYEAR = 1, 9999
_EPOCH_ORDINAL = 719163
_MICROSECONDS_A_DAY = 86400000000


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole = 0
        part = 0.0
        for value, unit in ((days, _MICROSECONDS_A_DAY), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000),
                            (minutes, 60000000), (hours, 3600000000), (weeks, 7 * _MICROSECONDS_A_DAY)):
            if isinstance(value, int):
                whole += value * unit
            else:
                part += value * unit
        self._total = whole + round(part)

    days = property(lambda self: self._total // _MICROSECONDS_A_DAY)
    seconds = property(lambda self: self._total % _MICROSECONDS_A_DAY // 1000000)
    microseconds = property(lambda self: self._total % 1000000)

    def total_seconds(self):
        return self._total / 1000000

    def __repr__(self):
        parts = [name + "=" + str(value) for name, value in
                 (("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)) if value]
        return "datetime.timedelta(" + (", ".join(parts) or "0") + ")"

    def __str__(self):
        seconds = self.seconds
        text = "%d:%02d:%02d" % (seconds // 3600, seconds // 60 % 60, seconds % 60)
        if self.days:
            text = "%d day%s, " % (self.days, "" if abs(self.days) == 1 else "s") + text
        return text + (".%06d" % self.microseconds if self.microseconds else "")

    def __add__(self, other):
        return timedelta(microseconds=self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta(microseconds=self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta(microseconds=-self._total)

    def __abs__(self):
        return timedelta(microseconds=abs(self._total))

    def __mul__(self, factor):
        return timedelta(microseconds=self._total * factor) if isinstance(factor, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        return timedelta(microseconds=self._total / other)

    def __floordiv__(self, other):
        return self._total // other._total if isinstance(other, timedelta) else timedelta(microseconds=self._total // other)

    def __mod__(self, other):
        return timedelta(microseconds=self._total % other._total)

    def __bool__(self):
        return self._total != 0

    def __hash__(self):
        return hash(self._total)

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented


timedelta.resolution = timedelta(microseconds=1)


class timezone:
    def __init__(self, offset, name=None):
        if offset:
            _machine.not_supported("not supported here: other time zones than UTC")

    def utcoffset(self, moment):
        return timedelta(0)

    def tzname(self, moment):
        return "UTC"

    def __repr__(self):
        return "datetime.timezone.utc"

    def __str__(self):
        return "UTC"


timezone.utc = UTC = timezone(timedelta(0))


class date:
    def __init__(self, year, month, day):
        _machine.check_date(year, month, day)
        self.year, self.month, self.day = year, month, day

    @classmethod
    def today(cls):
        return cls.fromordinal(int(_time.time() // 86400) + _EPOCH_ORDINAL)

    @classmethod
    def fromordinal(cls, ordinal):
        return cls(*_machine.date_of_days(ordinal - _EPOCH_ORDINAL))

    @classmethod
    def fromisoformat(cls, text):
        try:
            return cls(int(text[0:4]), int(text[5:7]), int(text[8:10]))
        except ValueError:
            raise ValueError("Invalid isoformat string: " + repr(text)) from None

    def toordinal(self):
        return _machine.days_of_date(self.year, self.month, self.day) + _EPOCH_ORDINAL

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isoformat(self):
        return "%04d-%02d-%02d" % (self.year, self.month, self.day)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "datetime.date(%d, %d, %d)" % (self.year, self.month, self.day)

    def strftime(self, format):
        return _machine.strftime(format, 0, self.year, self.month, self.day, 0, 0, 0)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self.year, month or self.month, day or self.day)

    def timetuple(self):
        return _time.gmtime(_machine.days_of_date(self.year, self.month, self.day) * 86400)

    def _key(self):
        return self.toordinal()

    def __add__(self, other):
        return type(self).fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if type(other) is type(self) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if type(other) is type(self) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if type(other) is type(self) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if type(other) is type(self) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if type(other) is type(self) else NotImplemented


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    def isoformat(self, timespec="auto"):
        return _clock_text(self, timespec)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "datetime.time(" + _clock_parts(self) + ")"

    def strftime(self, format):
        return _machine.strftime(format, self.microsecond, 1900, 1, 1, self.hour, self.minute, self.second)

    def _key(self):
        return (self.hour, self.minute, self.second, self.microsecond)

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented


def _clock_text(moment, timespec):
    text = "%02d:%02d" % (moment.hour, moment.minute)
    if timespec == "minutes":
        return text
    text += ":%02d" % moment.second
    if timespec == "milliseconds":
        text += ".%03d" % (moment.microsecond // 1000)
    elif timespec == "microseconds" or (timespec == "auto" and moment.microsecond):
        text += ".%06d" % moment.microsecond
    return text


def _clock_parts(moment):
    parts = [moment.hour, moment.minute, moment.second, moment.microsecond]
    while len(parts) > 2 and not parts[-1]:
        parts.pop()
    return ", ".join([str(part) for part in parts])


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        date.__init__(self, year, month, day)
        for value, name, most in ((hour, "hour", 23), (minute, "minute", 59), (second, "second", 59),
                                  (microsecond, "microsecond", 999999)):
            if not 0 <= value <= most:
                raise ValueError(name + " must be in 0.." + str(most) + (", not " + str(value) if _machine.minor >= 14 else ""))
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    @classmethod
    def _of(cls, microseconds, tzinfo):
        parts = _machine.calendar_time(microseconds // 1000000)
        return cls(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], microseconds % 1000000, tzinfo)

    @classmethod
    def now(cls, tz=None):
        return cls._of(_time.time_ns() // 1000, tz)

    @classmethod
    def utcnow(cls):
        return cls.now()

    today = utcnow

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._of(round(timestamp * 1000000), tz)

    @classmethod
    def combine(cls, date, time):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond)

    @classmethod
    def fromisoformat(cls, text):
        try:
            clock = (text[11:].split("+")[0] or "0:0").split(":")
            seconds = (clock[2] if len(clock) > 2 else "0").split(".")
            fraction = int((seconds[1] + "000000")[:6]) if len(seconds) > 1 else 0
            return cls(int(text[0:4]), int(text[5:7]), int(text[8:10]), int(clock[0]), int(clock[1]), int(seconds[0]), fraction)
        except (ValueError, IndexError):
            raise ValueError("Invalid isoformat string: " + repr(text)) from None

    @classmethod
    def strptime(cls, text, format):
        _machine.not_supported("not supported here: datetime.strptime(); use fromisoformat() or numbers")

    def _key(self):
        seconds = self.hour * 3600 + self.minute * 60 + self.second
        return _machine.days_of_date(self.year, self.month, self.day) * _MICROSECONDS_A_DAY + seconds * 1000000 + self.microsecond

    def timestamp(self):
        return self._key() / 1000000

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetuple(self):
        return _time.gmtime(self._key() // 1000000)

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock_text(self, timespec) + ("" if self.tzinfo is None else "+00:00")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        return "datetime.datetime(%d, %d, %d, " % (self.year, self.month, self.day) + _clock_parts(self) + (
            ")" if self.tzinfo is None else ", tzinfo=" + repr(self.tzinfo) + ")")

    def strftime(self, format):
        return _machine.strftime(format, self.microsecond, self.year, self.month, self.day, self.hour, self.minute, self.second)

    def replace(self, **changes):
        parts = {}
        for name in ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo"):
            parts[name] = changes.get(name, getattr(self, name))
        return type(self)(**parts)

    def astimezone(self, tz=None):
        return self.replace(tzinfo=tz or timezone.utc)

    def utcoffset(self):
        return None if self.tzinfo is None else timedelta(0)

    def __add__(self, other):
        return type(self)._of(self._key() + other._total, self.tzinfo) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        return timedelta(microseconds=self._key() - other._key()) if isinstance(other, datetime) else NotImplemented


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
if _machine.minor < 11:
    del UTC
