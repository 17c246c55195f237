"""The module `datetime`. The clock is the virtual one, and the local zone is UTC."""

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
            elif not isinstance(value, float):
                name = {_MICROSECONDS_A_DAY: "days", 1000000: "seconds", 1: "microseconds", 1000: "milliseconds", 60000000: "minutes",
                        3600000000: "hours"}.get(unit, "weeks")
                raise TypeError("unsupported type for timedelta " + name + " component: " + type(value).__name__)
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
        return timedelta(microseconds=self._total / other) if isinstance(other, (int, float)) else NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        return timedelta(microseconds=self._total // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return timedelta(microseconds=self._total % other._total)

    def __bool__(self):
        return self._total != 0

    def __hash__(self):
        return hash(self._total)

    def __reduce__(self):
        return (timedelta, (self.days, self.seconds, self.microseconds))

    def __pos__(self):
        return self

    def __divmod__(self, other):
        return self // other, self % other

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
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.min = timedelta(days=-999999999)


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


def _offset_text(offset, colon=":"):
    """`+02:00`, empty without an offset."""
    if offset is None:
        return ""
    sign, seconds = ("-", -offset) if offset._total < 0 else ("+", offset)
    whole, part = seconds._total // 1000000, seconds._total % 1000000
    text = sign + "%02d%s%02d" % (whole // 3600, colon, whole // 60 % 60)
    if whole % 60 or part:
        text += colon + "%02d" % (whole % 60)
    return text + (".%06d" % part if part else "")


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not " + type(offset).__name__)
        if not -_MICROSECONDS_A_DAY < offset._total < _MICROSECONDS_A_DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                             + repr(offset) + ("" if _machine.minor < 13 else "."))
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        return None

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return "datetime.timezone(" + repr(self._offset) + (")" if self._name is None else ", " + repr(self._name) + ")")

    def __str__(self):
        return self.tzname(None)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)


def _format(moment, format, microsecond, *parts):
    """`strftime`, with the zone that the machine does not know."""
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not " + type(format).__name__)
    if "%z" in format or "%Z" in format or "%:z" in format:
        offset = moment.utcoffset() if hasattr(moment, "utcoffset") else None
        name = "" if offset is None else moment.tzname() or ""
        pieces = format.split("%%")
        for at, piece in enumerate(pieces):
            if _machine.minor >= 12:
                piece = piece.replace("%:z", _offset_text(offset))
            pieces[at] = piece.replace("%z", _offset_text(offset, "")).replace("%Z", name.replace("%", "%%"))
        format = "%%".join(pieces)
    return _machine.strftime(format, microsecond, *parts)


class date:
    def __init__(self, year, month, day):
        for value in (year, month, day):
            if not isinstance(value, int):
                raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
        _machine.check_date(year, month, day)
        self._year, self._month, self._day = year, month, day

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls.fromordinal(int(timestamp // 86400) + _EPOCH_ORDINAL)

    @classmethod
    def fromordinal(cls, ordinal):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_machine.date_of_days(ordinal - _EPOCH_ORDINAL))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_date_parts(text))
        except ValueError:
            raise ValueError("Invalid isoformat string: " + repr(text)) from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not 1 <= week <= 53:
            raise ValueError("Invalid week: %d" % week)
        if not 1 <= day <= 7:
            raise ValueError("Invalid weekday: %d (range is [1, 7])" % day)
        fourth = _machine.days_of_date(year, 1, 4) + _EPOCH_ORDINAL
        return cls.fromordinal(fourth - (fourth + 6) % 7 + (week - 1) * 7 + day - 1)

    def _clock(self):
        return (0, 0, 0)

    def toordinal(self):
        return _machine.days_of_date(self._year, self._month, self._day) + _EPOCH_ORDINAL

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        parts = _machine.iso_week(self._year, self._month, self._day) + (self.isoweekday(),)
        return IsoCalendarDate(parts) if _machine.minor >= 9 else parts

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return _name(self) + "(%d, %d, %d)" % (self._year, self._month, self._day)

    def strftime(self, format):
        return _format(self, format, 0, self._year, self._month, self._day, *self._clock())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def timetuple(self):
        hour, minute, second = self._clock()
        days = self.toordinal() - _EPOCH_ORDINAL
        return _time.struct_time((self._year, self._month, self._day, hour, minute, second, self.weekday(),
                                  days - _machine.days_of_date(self._year, 1, 1) + 1, -1))

    def _key(self):
        return self.toordinal()

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 0 < ordinal <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def _other(self, other, sign):
        if isinstance(other, date) and isinstance(other, datetime) == isinstance(self, datetime):
            return other._key()
        if isinstance(other, date) and sign:
            if _machine.minor >= 13:
                return None
            raise TypeError("can't compare " + type(self).__module__ + "." + type(self).__name__ + " to "
                            + type(other).__module__ + "." + type(other).__name__)
        return None

    def __eq__(self, other):
        if not isinstance(other, date):
            return NotImplemented
        return self._key() == self._other(other, "")

    def __lt__(self, other):
        key = self._other(other, "<")
        return NotImplemented if key is None else self._key() < key

    def __le__(self, other):
        key = self._other(other, "<=")
        return NotImplemented if key is None else self._key() <= key

    def __gt__(self, other):
        key = self._other(other, ">")
        return NotImplemented if key is None else self._key() > key

    def __ge__(self, other):
        key = self._other(other, ">=")
        return NotImplemented if key is None else self._key() >= key


def _name(value):
    cls = type(value)
    return cls.__qualname__ if cls.__module__ == "__main__" else cls.__module__ + "." + cls.__qualname__


def _digits(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def _date_parts(text):
    if len(text) == 10 and text[4] == text[7] == "-":
        return _digits(text[:4]), _digits(text[5:7]), _digits(text[8:])
    if len(text) == 8 and _machine.minor >= 11 and "W" not in text:
        return _digits(text[:4]), _digits(text[4:6]), _digits(text[6:])
    if len(text) in (8, 10) and _machine.minor >= 11 and text[4:6] == "-W":
        day = date.fromisocalendar(_digits(text[:4]), _digits(text[6:8]), _digits(text[9:] or "1"))
        return day.year, day.month, day.day
    raise ValueError


def _clock_of(text):
    """Hour, minute, second, microsecond and zone of `08:15:30.25+02:00`."""
    zone = None
    for at, character in enumerate(text):
        if character in "+-Z":
            rest = text[at + 1:]
            text = text[:at]
            if character == "Z":
                if rest or _machine.minor < 11:
                    raise ValueError
                zone = timezone.utc
            else:
                hour, minute, second, microsecond, _ = _clock_of(rest)
                offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
                zone = timezone(offset if character == "+" else -offset) if offset else timezone.utc
            break
    text, point, fraction = text.replace(",", ".").partition(".")
    if point and (_machine.minor < 11 and len(fraction) not in (3, 6)):
        raise ValueError
    microsecond = _digits((fraction + "00000")[:6]) if point else 0
    if ":" in text:
        parts = text.split(":")
        if any([len(part) != 2 for part in parts]) or len(parts) > 3:
            raise ValueError
    elif len(text) == 2 or _machine.minor >= 11 and len(text) in (4, 6):
        parts = [text[at:at + 2] for at in range(0, len(text), 2)]
    else:
        raise ValueError
    parts = [_digits(part) for part in parts] + [0, 0]
    return parts[0], parts[1], parts[2], microsecond, zone


def _check_clock(hour, minute, second, microsecond, tzinfo_):
    for value, name, most in ((hour, "hour", 23), (minute, "minute", 59), (second, "second", 59),
                              (microsecond, "microsecond", 999999)):
        if not isinstance(value, int):
            raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
        if not 0 <= value <= most:
            raise ValueError(name + " must be in 0.." + str(most) + (", not " + str(value) if _machine.minor >= 14 else ""))
    if tzinfo_ is not None and not isinstance(tzinfo_, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type " + repr(type(tzinfo_).__name__))


class time:
    fold = 0

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_clock(hour, minute, second, microsecond, tzinfo)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    @classmethod
    def fromisoformat(cls, text):
        try:
            return cls(*_clock_of(text[1:] if text.startswith("T") and _machine.minor >= 11 else text))
        except ValueError:
            raise ValueError("Invalid isoformat string: " + repr(text)) from None

    def isoformat(self, timespec="auto"):
        return _clock_text(self, timespec) + _offset_text(self.utcoffset())

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return _name(self) + "(" + _clock_parts(self) + ("" if self.tzinfo is None else ", tzinfo=" + repr(self.tzinfo)) + ")"

    def strftime(self, format):
        return _format(self, format, self.microsecond, 1900, 1, 1, self.hour, self.minute, self.second)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, **changes):
        parts = {name: changes.get(name, getattr(self, name)) for name in ("hour", "minute", "second", "microsecond", "tzinfo")}
        return type(self)(**parts)

    def _key(self):
        key = ((self.hour * 60 + self.minute) * 60 + self.second) * 1000000 + self.microsecond
        offset = self.utcoffset()
        return key if offset is None else key - offset._total

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, time) else NotImplemented


def _clock_text(moment, timespec):
    if timespec == "auto":
        timespec = "microseconds" if moment.microsecond else "seconds"
    text = "%02d:%02d:%02d.%06d" % (moment.hour, moment.minute, moment.second, moment.microsecond)
    sizes = {"hours": 2, "minutes": 5, "seconds": 8, "milliseconds": 12, "microseconds": 15}
    if timespec not in sizes:
        raise ValueError("Unknown timespec value")
    return text[:sizes[timespec]]


def _clock_parts(moment):
    parts = [moment.hour, moment.minute, moment.second, moment.microsecond]
    while len(parts) > 2 and not parts[-1]:
        parts.pop()
    return ", ".join([str(part) for part in parts])


class datetime(date):
    fold = 0

    def __init__(self, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)" if month is not None else
                            "function missing required argument 'month' (pos 2)")
        date.__init__(self, year, month, day)
        _check_clock(hour, minute, second, microsecond, tzinfo)
        self._hour, self._minute, self._second, self._microsecond, self._tzinfo = hour, minute, second, microsecond, tzinfo

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)

    @classmethod
    def _of(cls, microseconds, tzinfo):
        parts = _machine.calendar_time(microseconds // 1000000)
        if not MINYEAR <= parts[0] <= MAXYEAR:
            raise OverflowError("date value out of range")
        return cls(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], microseconds % 1000000, tzinfo)

    @classmethod
    def _in_zone(cls, microseconds, tz):
        made = cls._of(microseconds, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def now(cls, tz=None):
        return cls._in_zone(_time.time_ns() // 1000, tz)

    @classmethod
    def utcnow(cls):
        if _machine.minor >= 12:
            _deprecated("utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects "
                        "to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).")
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._in_zone(round(timestamp * 1000000), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        if _machine.minor >= 12:
            _deprecated("utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware "
                        "objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).")
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            size = 10 if text[4:5] == "-" else 8
            if text[4:6] == "-W" and text[8:9] != "-":
                size = 8
            clock = _clock_of(text[size + 1:]) if len(text) > size else (0, 0, 0, 0, None)
            return cls(*_date_parts(text[:size]), *clock)
        except ValueError:
            raise ValueError("Invalid isoformat string: " + repr(text)) from None

    @classmethod
    def strptime(cls, text, format):
        from _strptime import strptime
        parts = strptime(text, format)
        zone = None
        if parts[9] is not None:
            zone = timezone(timedelta(seconds=parts[9]), parts[10]) if parts[9] or parts[10] else timezone.utc
        return cls(*parts[:6], parts[8], zone)

    def _clock(self):
        return (self._hour, self._minute, self._second)

    def _local(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return _machine.days_of_date(self._year, self._month, self._day) * _MICROSECONDS_A_DAY + seconds * 1000000 + self._microsecond

    def _key(self):
        offset = self.utcoffset()
        return self._local() if offset is None else self._local() - offset._total

    def _other(self, other, sign):
        if isinstance(other, datetime) and (self.utcoffset() is None) != (other.utcoffset() is None):
            if sign:
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return None
        return date._other(self, other, sign)

    def timestamp(self):
        return self._key() / 1000000

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

    def utctimetuple(self):
        return _time.gmtime(self._key() // 1000000)

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock_text(self, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        return _name(self) + "(%d, %d, %d, " % (self._year, self._month, self._day) + _clock_parts(self) + (
            ")" if self._tzinfo is None else ", tzinfo=" + repr(self._tzinfo) + ")")

    def strftime(self, format):
        return _format(self, format, self._microsecond, self._year, self._month, self._day, *self._clock())

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        own = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
        parts = [old if new is None else new for new, old in zip(given, own)]
        return type(self)(*parts, self._tzinfo if tzinfo is True else tzinfo)

    def astimezone(self, tz=None):
        return type(self)._in_zone(self._key(), timezone.utc if tz is None else tz)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def __add__(self, other):
        return type(self)._of(self._local() + other._total, self._tzinfo) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta(microseconds=self._key() - other._key())


def _deprecated(text):
    import _lifecycle
    _lifecycle.warn_of_deprecation("datetime.datetime." + text)


for _class in (date, time, datetime):
    _class.__replace__ = _class.replace
date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
date.resolution = timedelta(1)
time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
time.resolution = datetime.resolution = timedelta(microseconds=1)
if _machine.minor < 11:
    del UTC
