"""The module `csv`."""
# Not modelled: unregister_dialect

import _machine

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    delimiter = ","
    quotechar = "\""
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=excel, **fmtparams):
    _dialects[name] = _dialect(dialect, fmtparams)


def list_dialects():
    return list(_dialects)


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def _dialect(dialect, changes):
    made = Dialect()
    chosen = get_dialect(dialect) if isinstance(dialect, str) else dialect
    for name in ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict"):
        setattr(made, name, changes.pop(name) if name in changes else getattr(chosen, name))
    if changes:
        raise TypeError("'" + list(changes)[0] + "' is an invalid keyword argument for this function")
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError("\"delimiter\" must be a 1-character string")
    return made


class _Reader:
    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        dialect = self.dialect
        fields, field = [], []
        quoted = was_quoted = False
        start = True
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if start:
                    raise
                fields.append("".join(field))
                return fields
            if not isinstance(line, str):
                raise Error("iterator should return strings, not " + type(line).__name__ + " (the file should be opened in text mode)")
            self.line_num += 1
            start = False
            at = 0
            while at < len(line):
                character = line[at]
                at += 1
                if quoted:
                    if character == dialect.escapechar:
                        field.append(line[at:at + 1])
                        at += 1
                    elif character == dialect.quotechar:
                        if dialect.doublequote and line[at:at + 1] == character:
                            field.append(character)
                            at += 1
                        else:
                            quoted = False
                    else:
                        field.append(character)
                elif character == dialect.quotechar and not field and dialect.quoting != QUOTE_NONE:
                    quoted = was_quoted = True
                elif character == dialect.escapechar:
                    field.append(line[at:at + 1])
                    at += 1
                elif character == dialect.delimiter:
                    fields.append(self._value(field, was_quoted))
                    field, was_quoted = [], False
                elif character in "\r\n":
                    break
                elif not (character == " " and dialect.skipinitialspace and not field):
                    field.append(character)
            if not quoted:
                if not fields and not field and not was_quoted:
                    return []
                fields.append(self._value(field, was_quoted))
                return fields

    def _value(self, field, was_quoted):
        text = "".join(field)
        return float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted else text


def reader(csvfile, dialect="excel", **fmtparams):
    return _Reader(csvfile, _dialect(dialect, fmtparams))


class _Writer:
    def __init__(self, file, dialect):
        self._file = file
        self.dialect = dialect

    def writerow(self, row):
        dialect = self.dialect
        quote = dialect.quotechar
        try:
            row = list(row)
        except TypeError:
            raise Error("iterable expected, not " + type(row).__name__) from None
        out = []
        for value in row:
            text = "" if value is None else str(value)
            special = any([letter in text for letter in (dialect.delimiter, quote or "\0", "\r", "\n")])
            if dialect.quoting == QUOTE_NONE:
                if special:
                    if dialect.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    for letter in (dialect.escapechar, dialect.delimiter, quote):
                        text = text.replace(letter, dialect.escapechar + letter)
            elif special or dialect.quoting == QUOTE_ALL or dialect.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)) or (
                    not text and len(row) == 1):
                text = quote + (text.replace(quote, quote + quote) if dialect.doublequote else text) + quote
            out.append(text)
        return self._file.write(dialect.delimiter.join(out) + dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **fmtparams):
    return _Writer(csvfile, _dialect(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)

    line_num = property(lambda self: self.reader.line_num)

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        wrong = [name for name in rowdict if name not in self.fieldnames]
        if wrong and self.extrasaction == "raise":
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)


def field_size_limit(new_limit=131072):
    return 131072


def _refuse(*args, **keywords):
    _machine.not_supported("not supported here: csv.Sniffer; name the delimiter")


Sniffer = _refuse
