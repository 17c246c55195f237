"""The module `decimal`: numbers as a sign, a coefficient and an exponent of ten, in contexts of their own for each thread."""
# Not modelled: InvalidContext

import _machine
import math
import numbers

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = (
    "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP")
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
HAVE_THREADS = HAVE_CONTEXTVAR = True


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)

# The order in which a context shows them.
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


class Context:
    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None, traps=None):
        self._set_prec(prec)
        self.rounding, self.Emin, self.Emax, self.capitals, self.clamp = rounding, Emin, Emax, capitals, clamp
        self.flags = {signal: False for signal in _SIGNALS}
        wanted = (InvalidOperation, DivisionByZero, Overflow) if traps is None else traps
        self.traps = dict(wanted) if isinstance(wanted, dict) else {signal: signal in wanted for signal in _SIGNALS}

    def _set_prec(self, prec):
        if not isinstance(prec, int):
            raise TypeError("'" + type(prec).__name__ + "' object cannot be interpreted as an integer")
        if not 1 <= prec <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        self._prec = prec

    prec = property(lambda self: self._prec, _set_prec)

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, None, dict(self.traps))

    def clear_flags(self):
        for signal in _SIGNALS:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in _SIGNALS:
            self.traps[signal] = False

    def create_decimal(self, num="0"):
        return Decimal(num)._rounded(self)

    def divide(self, a, b):
        return _divide(_taken(a), _taken(b), self)

    def add(self, a, b):
        return _add(_taken(a), _taken(b), self)

    def subtract(self, a, b):
        return _add(_taken(a), -_taken(b), self)

    def multiply(self, a, b):
        return _multiply(_taken(a), _taken(b), self)

    def sqrt(self, a):
        return _taken(a).sqrt(self)

    def power(self, a, b):
        return _taken(a) ** _taken(b)

    def quantize(self, a, b):
        return _taken(a).quantize(b, context=self)

    def __repr__(self):
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
            ", ".join([signal.__name__ for signal in _SHOWN if self.flags.get(signal)]),
            ", ".join([signal.__name__ for signal in _SHOWN if self.traps.get(signal)])))


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_contexts = {}


def getcontext():
    thread = _machine.current_thread_id()
    if thread not in _contexts:
        _contexts[thread] = DefaultContext.copy()
    return _contexts[thread]


def setcontext(context):
    _contexts[_machine.current_thread_id()] = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        self._new = (getcontext() if ctx is None else ctx).copy()
        for name, value in kwargs.items():
            setattr(self._new, name, value)

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc_info):
        setcontext(self._saved)


def _signal(signal, kind, context, result):
    context = getcontext() if context is None else context
    context.flags[signal] = True
    if context.traps.get(signal):
        raise signal([kind])
    return result


def _make(sign, coefficient, exponent):
    """A number; "F" as the exponent is infinity, "n" not a number."""
    made = object.__new__(Decimal)
    made._sign, made._coefficient, made._exponent = sign, coefficient, exponent
    return made


def _parse(text, context):
    stripped = text.strip().replace("_", "")
    lower = stripped.lower()
    sign = 1 if lower.startswith("-") else 0
    body = lower[1:] if lower[:1] in ("+", "-") else lower
    if body in ("inf", "infinity"):
        return _make(sign, 0, "F")
    if body in ("nan", "snan"):
        return _make(sign, 0, "n")
    mantissa, e, exponent = body.partition("e")
    whole, point, part = mantissa.partition(".")
    digits = whole + part
    tail = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if not digits.isdigit() or (e and not tail.isdigit()):
        return _signal(InvalidOperation, ConversionSyntax, context, _make(0, 0, "n"))
    return _make(sign, int(digits), (int(exponent) if e else 0) - len(part))


def _taken(value):
    return value if isinstance(value, Decimal) else Decimal(value)


def _operand(value, operator=None, reflected=False):
    if operator is not None and isinstance(value, float):
        names = ["'decimal.Decimal'", "'" + type(value).__name__ + "'"]
        if reflected:
            names.reverse()
        raise TypeError("unsupported operand type(s) for " + operator + ": " + " and ".join(names))
    if isinstance(value, Decimal):
        return value
    return _make(int(value < 0), abs(int(value)), 0) if isinstance(value, int) else None


def _divided(coefficient, divisor, sign, rounding):
    """A quotient rounded to a whole number."""
    whole, rest = divmod(coefficient, divisor)
    if not rest:
        return whole
    twice = rest * 2
    if rounding == ROUND_HALF_EVEN:
        up = twice > divisor or twice == divisor and whole % 2
    elif rounding == ROUND_HALF_UP:
        up = twice >= divisor
    elif rounding == ROUND_HALF_DOWN:
        up = twice > divisor
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    elif rounding == ROUND_05UP:
        up = whole % 5 == 0
    elif rounding == ROUND_DOWN:
        up = False
    else:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
                        "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return whole + 1 if up else whole


class Decimal(numbers.Number):
    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            return _parse(value, context)
        if isinstance(value, Decimal):
            return value
        if isinstance(value, int):
            return _make(int(value < 0), abs(int(value)), 0)
        if isinstance(value, float):
            return _signal(FloatOperation, FloatOperation, context, cls.from_float(value))
        if isinstance(value, (tuple, list)):
            sign, digits, exponent = value
            return _make(sign, int("".join([str(digit) for digit in digits]) or "0"), exponent)
        raise TypeError("conversion from " + type(value).__name__ + " to Decimal is not supported")

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if f != f:
            return _make(0, 0, "n")
        if f in (math.inf, -math.inf):
            return _make(int(f < 0), 0, "F")
        top, bottom = abs(f).as_integer_ratio()
        shift = bottom.bit_length() - 1
        return _make(int(math.copysign(1.0, f) < 0), top * 5 ** shift, -shift)

    def _rounded(self, context=None):
        """To the precision of the context."""
        if not isinstance(self._exponent, int):
            return self
        context = getcontext() if context is None else context
        size = len(str(self._coefficient))
        if size > context.prec:
            extra = size - context.prec
            coefficient = _divided(self._coefficient, 10 ** extra, self._sign, context.rounding)
            context.flags[Rounded] = True
            if coefficient * 10 ** extra != self._coefficient:
                context.flags[Inexact] = True
                if context.traps.get(Inexact):
                    raise Inexact([Inexact])
            if len(str(coefficient)) > context.prec:
                coefficient //= 10
                extra += 1
            self = _make(self._sign, coefficient, self._exponent + extra)
        if self._coefficient and self.adjusted() > context.Emax:
            return _signal(Overflow, Overflow, context, _make(self._sign, 0, "F"))
        return self

    # --- Texts -----------------------------------------------------------------------------------------------------

    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._exponent == "F":
            return sign + "Infinity"
        if self._exponent == "n":
            return sign + "NaN"
        digits = str(self._coefficient)
        left = self._exponent + len(digits)
        if self._exponent <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, part = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, part = digits + "0" * (dot - len(digits)), ""
        else:
            whole, part = digits[:dot], "." + digits[dot:]
        return sign + whole + part + ("" if left == dot else "E%+d" % (left - dot))

    def to_eng_string(self, context=None):
        return self.__str__(True)

    def __repr__(self):
        return "Decimal('" + str(self) + "')"

    def __format__(self, spec):
        if not spec:
            return str(self)
        kind = spec[-1] if spec[-1].isalpha() or spec[-1] == "%" else ""
        body = spec[:len(spec) - len(kind)]
        head, point, precision = body.rpartition(".")
        if not point:
            head, precision = body, ""
        if kind and kind not in "eEfFgGn%":
            raise ValueError("invalid format string")
        fill, align, at = "", "", 0
        if len(head) > 1 and head[1] in "<>=^":
            fill, align, at = head[0], head[1], 2
        elif head[:1] in ("<", ">", "=", "^"):
            align, at = head[0], 1
        sign = "-"
        if head[at:at + 1] in ("+", "-", " "):
            sign = head[at]
            at += 1
        if head[at:at + 1] == "0" and not align:
            fill, align = "0", "="
        width = head[at:].rstrip(",_")
        separator = head[len(head.rstrip(",_")):]
        value = self
        if isinstance(value._exponent, int):
            if kind == "%":
                value = _make(value._sign, value._coefficient, value._exponent + 2)
            rounding = getcontext().rounding
            places = int(precision) if precision else None
            if kind in ("f", "F", "%") and (places is not None or value._exponent > 0):
                value = value._at(-(places if places is not None else 0), rounding)
            elif kind in ("e", "E") and places is not None:
                value = value._at(value.adjusted() - places, rounding) if value else _make(value._sign, 0, -places)
            elif places is not None and len(str(value._coefficient)) > max(1, places):
                value = value._at(value.adjusted() - max(1, places) + 1, rounding)
            text = value._written(kind)
        else:
            text = str(abs(value))
        if separator:
            whole = text.split(".")[0].split("E")[0]
            text = format(int(whole), separator) + text[len(whole):]
        mark = "-" if value._sign else "" if sign == "-" else sign
        text += "%" if kind == "%" else ""
        missing = max(0, int(width or 0) - len(mark) - len(text))
        fill = fill or " "
        if align == "=":
            return mark + fill * missing + text
        if align == "<":
            return mark + text + fill * missing
        if align == "^":
            return fill * (missing // 2) + mark + text + fill * (missing - missing // 2)
        return fill * missing + mark + text

    def _written(self, kind):
        plain = _make(0, self._coefficient, self._exponent)
        if kind in ("e", "E"):
            digits = str(self._coefficient)
            text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
            return text + kind + "%+d" % plain.adjusted()
        if kind in ("f", "F", "%"):
            digits = str(self._coefficient)
            if self._exponent >= 0:
                return digits + "0" * self._exponent if self._coefficient else "0"
            digits = digits.rjust(1 - self._exponent, "0")
            return digits[:self._exponent] + "." + digits[self._exponent:]
        return str(plain).replace("E", "e") if kind == "g" else str(plain)

    # --- Rounding --------------------------------------------------------------------------------------------------

    def _at(self, exponent, rounding):
        """With that exponent."""
        shift = self._exponent - exponent
        if shift >= 0:
            return _make(self._sign, self._coefficient * 10 ** shift, exponent)
        return _make(self._sign, _divided(self._coefficient, 10 ** -shift, self._sign, rounding), exponent)

    def quantize(self, exp, rounding=None, context=None):
        if isinstance(exp, str):
            raise TypeError("conversion from str to Decimal is not supported")
        exp = _taken(exp)
        context = getcontext() if context is None else context
        if self.is_nan() or exp.is_nan():
            return _make(0, 0, "n")
        if not isinstance(self._exponent, int) or not isinstance(exp._exponent, int):
            if self._exponent == exp._exponent:
                return self
            return _signal(InvalidOperation, InvalidOperation, context, _make(0, 0, "n"))
        made = self._at(exp._exponent, context.rounding if rounding is None else rounding)
        if len(str(made._coefficient)) > context.prec:
            return _signal(InvalidOperation, InvalidOperation, context, _make(0, 0, "n"))
        return made

    def to_integral_value(self, rounding=None, context=None):
        if not isinstance(self._exponent, int) or self._exponent >= 0:
            return self
        return self._at(0, (getcontext() if context is None else context).rounding if rounding is None else rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        made = self._rounded(context)
        if not isinstance(made._exponent, int):
            return made
        coefficient, exponent = made._coefficient, made._exponent
        if not coefficient:
            return _make(made._sign, 0, 0)
        while coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
        return _make(made._sign, coefficient, exponent)

    def __round__(self, n=None):
        if n is None:
            return int(self._at(0, ROUND_HALF_EVEN)) if self._whole() else 0
        return self.quantize(_make(0, 1, -n), ROUND_HALF_EVEN)

    def _whole(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer")
        return True

    def __int__(self):
        return (-1 if self._sign else 1) * self._at(0, ROUND_DOWN)._coefficient if self._whole() else 0

    __trunc__ = __int__

    def __floor__(self):
        return int(self._at(0, ROUND_FLOOR)) if self._whole() else 0

    def __ceil__(self):
        return int(self._at(0, ROUND_CEILING)) if self._whole() else 0

    def __float__(self):
        return float(str(self))

    def as_integer_ratio(self):
        self._whole()
        top, bottom = self._coefficient, 1
        if self._exponent >= 0:
            top *= 10 ** self._exponent
        else:
            bottom = 10 ** -self._exponent
        common = math.gcd(top, bottom)
        return ((-1 if self._sign else 1) * top // common, bottom // common)

    def as_tuple(self):
        return DecimalTuple((self._sign, tuple([int(digit) for digit in str(self._coefficient)]), self._exponent))

    def adjusted(self):
        return self._exponent + len(str(self._coefficient)) - 1 if isinstance(self._exponent, int) else 0

    def is_nan(self):
        return self._exponent == "n"

    def is_infinite(self):
        return self._exponent == "F"

    def is_finite(self):
        return isinstance(self._exponent, int)

    def is_zero(self):
        return self.is_finite() and not self._coefficient

    def is_signed(self):
        return bool(self._sign)

    def copy_abs(self):
        return _make(0, self._coefficient, self._exponent)

    def copy_negate(self):
        return _make(1 - self._sign, self._coefficient, self._exponent)

    def copy_sign(self, other):
        return _make(other._sign, self._coefficient, self._exponent)

    # --- Arithmetic ------------------------------------------------------------------------------------------------

    def __add__(self, other):
        other = _operand(other, "+")
        return NotImplemented if other is None else _add(self, other, getcontext())

    def __radd__(self, other):
        other = _operand(other, "+", True)
        return NotImplemented if other is None else other + self

    def __sub__(self, other):
        other = _operand(other, "-")
        return NotImplemented if other is None else _add(self, other.copy_negate(), getcontext())

    def __rsub__(self, other):
        other = _operand(other, "-", True)
        return NotImplemented if other is None else other - self

    def __mul__(self, other):
        other = _operand(other, "*")
        return NotImplemented if other is None else _multiply(self, other, getcontext())

    def __rmul__(self, other):
        other = _operand(other, "*", True)
        return NotImplemented if other is None else other * self

    def __truediv__(self, other):
        other = _operand(other, "/")
        return NotImplemented if other is None else _divide(self, other, getcontext())

    def __rtruediv__(self, other):
        other = _operand(other, "/", True)
        return NotImplemented if other is None else other / self

    def __divmod__(self, other):
        other = _operand(other)
        if other is None:
            return NotImplemented
        if not other:
            nothing = _make(0, 0, "n")
            return _signal(DivisionByZero, DivisionByZero, None, (nothing, nothing)) if self else _signal(
                InvalidOperation, DivisionUndefined, None, (nothing, nothing))
        exponent = min(self._exponent, other._exponent)
        left, right = self._at(exponent, ROUND_DOWN)._coefficient, other._at(exponent, ROUND_DOWN)._coefficient
        whole, rest = divmod(left, right)
        if len(str(whole)) > getcontext().prec:
            return _signal(InvalidOperation, DivisionImpossible, None, (_make(0, 0, "n"), _make(0, 0, "n")))
        return _make(self._sign ^ other._sign, whole, 0), _make(self._sign, rest, exponent)._rounded()

    def __floordiv__(self, other):
        pair = divmod(self, other) if _operand(other, "//") is not None else NotImplemented
        return pair if pair is NotImplemented else pair[0]

    def __mod__(self, other):
        if _operand(other, "%") is None:
            return NotImplemented
        if not _operand(other):
            return _signal(InvalidOperation, InvalidOperation if self else DivisionUndefined, None, _make(0, 0, "n"))
        return divmod(self, other)[1]

    def __rdivmod__(self, other):
        return divmod(_operand(other), self)

    def __rfloordiv__(self, other):
        return NotImplemented if _operand(other, "//", True) is None else _operand(other) // self

    def __rmod__(self, other):
        return NotImplemented if _operand(other, "%", True) is None else _operand(other) % self

    def __pow__(self, other, modulo=None):
        other = _operand(other, "** or pow()")
        if other is None:
            return NotImplemented
        if other._exponent == "n" or self._exponent == "n":
            return _make(0, 0, "n")
        if other == other.to_integral_value():
            power = int(other)
            if power >= 0:
                return _make(self._sign & power, self._coefficient ** power, self._exponent * power)._rounded()
            return _make(0, 1, 0) / _make(self._sign & -power, self._coefficient ** -power, self._exponent * -power)
        if other == _make(0, 5, -1):
            root = self.sqrt()
            return root
        _machine.not_supported("not supported here: powers of Decimal with a fraction; use float")

    def __rpow__(self, other):
        return NotImplemented if _operand(other, "** or pow()", True) is None else _operand(other) ** self

    def sqrt(self, context=None):
        context = getcontext() if context is None else context
        if self.is_nan():
            return self
        if self._sign and self._coefficient:
            return _signal(InvalidOperation, InvalidOperation, context, _make(0, 0, "n"))
        if not self._coefficient:
            return _make(self._sign, 0, self._exponent // 2)
        ideal = self._exponent // 2
        coefficient = self._coefficient * (10 if self._exponent % 2 else 1)
        shift = max(0, context.prec + 1 - (len(str(coefficient)) + 1) // 2)
        scaled = coefficient * 100 ** shift
        root = math.isqrt(scaled)
        exponent = ideal - shift
        if root * root == scaled:
            while root % 10 == 0 and exponent < ideal:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            # What was cut off must still count when it is rounded.
            root += 1
        made = _make(0, root, exponent)
        saved = context.copy()
        saved.rounding = ROUND_HALF_EVEN
        return made._rounded(saved)

    def _by_float(self, *args, **keywords):
        _machine.not_supported("not supported here: logarithms and exponentials of Decimal; use float and math")

    exp = ln = log10 = logb = _by_float

    def fma(self, other, third, context=None):
        other, third = _operand(other), _operand(third)
        product = _make(self._sign ^ other._sign, self._coefficient * other._coefficient, self._exponent + other._exponent)
        return product + third

    def scaleb(self, other, context=None):
        return _make(self._sign, self._coefficient, self._exponent + int(other))._rounded(context)

    def compare(self, other, context=None):
        other = _taken(other)
        return _make(0, 0, 0) if self == other else _make(1, 1, 0) if self < other else _make(0, 1, 0)

    def max(self, other, context=None):
        other = _taken(other)
        return (self if self >= other else other)._rounded(context)

    def min(self, other, context=None):
        other = _taken(other)
        return (self if self <= other else other)._rounded(context)

    def same_quantum(self, other, context=None):
        return self._exponent == _taken(other)._exponent

    def __neg__(self):
        return (self.copy_negate() if self._coefficient or not self.is_finite() else self.copy_abs())._rounded()

    def __pos__(self):
        return self._rounded()

    def __abs__(self):
        return self.copy_abs()._rounded()

    def __bool__(self):
        return bool(self._coefficient) or not self.is_finite()

    # --- Comparing -------------------------------------------------------------------------------------------------

    def _difference(self, other):
        """Its sign, None when there is none."""
        if isinstance(other, float):
            other = Decimal.from_float(other)
        else:
            other = _operand(other)
        if other is None or self.is_nan() or other.is_nan():
            return None
        left = (-math.inf if self._sign else math.inf) if self.is_infinite() else 0
        right = (-math.inf if other._sign else math.inf) if other.is_infinite() else 0
        if left or right:
            return (left > right) - (left < right)
        exponent = min(self._exponent, other._exponent)
        left = self._at(exponent, ROUND_DOWN)._coefficient * (-1 if self._sign else 1)
        right = other._at(exponent, ROUND_DOWN)._coefficient * (-1 if other._sign else 1)
        return (left > right) - (left < right)

    def __eq__(self, other):
        if hasattr(other, "denominator") and not isinstance(other, int):
            return self.is_finite() and self.as_integer_ratio() == (other.numerator, other.denominator)
        return self._difference(other) == 0 if isinstance(other, (Decimal, int, float)) else NotImplemented

    def _order(self, other, test):
        if not isinstance(other, (Decimal, int, float)):
            return NotImplemented
        sign = self._difference(other)
        if sign is None:
            return _signal(InvalidOperation, InvalidOperation, None, False)
        return test(sign)

    def __lt__(self, other):
        return self._order(other, lambda sign: sign < 0)

    def __le__(self, other):
        return self._order(other, lambda sign: sign <= 0)

    def __gt__(self, other):
        return self._order(other, lambda sign: sign > 0)

    def __ge__(self, other):
        return self._order(other, lambda sign: sign >= 0)

    def __hash__(self):
        if not self.is_finite():
            return hash(float(self))
        if self == self.to_integral_value():
            return hash(int(self))
        value = float(self)
        return hash(value) if self == value else hash(str(self.normalize()))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class DecimalTuple(tuple):
    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return "DecimalTuple(sign=%r, digits=%r, exponent=%r)" % tuple(self)


def _special(left, right):
    """Infinity or not a number among the operands."""
    return not (left.is_finite() and right.is_finite())


def _add(left, right, context):
    if _special(left, right):
        if left.is_nan() or right.is_nan():
            return _make(0, 0, "n")
        if left.is_infinite() and right.is_infinite() and left._sign != right._sign:
            return _signal(InvalidOperation, InvalidOperation, context, _make(0, 0, "n"))
        return left if left.is_infinite() else right
    exponent = min(left._exponent, right._exponent)
    total = left._at(exponent, ROUND_DOWN)._coefficient * (-1 if left._sign else 1)
    total += right._at(exponent, ROUND_DOWN)._coefficient * (-1 if right._sign else 1)
    if total:
        sign = int(total < 0)
    else:
        sign = left._sign & right._sign if left._sign == right._sign else int(context.rounding == ROUND_FLOOR)
    return _make(sign, abs(total), exponent)._rounded(context)


def _multiply(left, right, context):
    sign = left._sign ^ right._sign
    if _special(left, right):
        if left.is_nan() or right.is_nan():
            return _make(0, 0, "n")
        if not left or not right:
            return _signal(InvalidOperation, InvalidOperation, context, _make(0, 0, "n"))
        return _make(sign, 0, "F")
    return _make(sign, left._coefficient * right._coefficient, left._exponent + right._exponent)._rounded(context)


def _divide(left, right, context):
    sign = left._sign ^ right._sign
    if _special(left, right):
        if left.is_nan() or right.is_nan():
            return _make(0, 0, "n")
        if left.is_infinite() and right.is_infinite():
            return _signal(InvalidOperation, InvalidOperation, context, _make(0, 0, "n"))
        return _make(sign, 0, "F") if left.is_infinite() else _make(sign, 0, 0)
    if not right._coefficient:
        if not left._coefficient:
            return _signal(InvalidOperation, DivisionUndefined, context, _make(0, 0, "n"))
        return _signal(DivisionByZero, DivisionByZero, context, _make(sign, 0, "F"))
    ideal = left._exponent - right._exponent
    if not left._coefficient:
        return _make(sign, 0, ideal)._rounded(context)
    shift = max(0, len(str(right._coefficient)) - len(str(left._coefficient)) + context.prec + 1)
    whole, rest = divmod(left._coefficient * 10 ** shift, right._coefficient)
    exponent = ideal - shift
    if rest:
        # What was cut off must still count when it is rounded.
        if whole % 5 == 0:
            whole += 1
    else:
        while exponent < ideal and whole % 10 == 0:
            whole //= 10
            exponent += 1
    return _make(sign, whole, exponent)._rounded(context)
