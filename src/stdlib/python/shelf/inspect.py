"""The module `inspect`: functions, their parameters, and frames. The texts of programs are not shown to them."""
# Not modelled: ClosureVars Traceback classify_class_attrs findsource formatargspec formatargvalues getargs getargspec getargvalues getasyncgenlocals getasyncgenstate getblock getclasstree getclosurevars getcoroutinelocals getcoroutinestate getgeneratorlocals getinnerframes getlineno getmembers_static getmodulename ismethoddescriptor markcoroutinefunction walktree

import _machine
import collections
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32


class _Empty:
    pass


_Empty.__name__ = _Empty.__qualname__ = "_empty"
_Empty.__module__ = "inspect"


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name, self.value, self.description = name, value, description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind." + self.name + ": " + str(self.value) + ">"


class Parameter:
    empty = _Empty
    POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
    POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
    VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
    KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
    VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **changes):
        return Parameter(changes.get("name", self.name), changes.get("kind", self.kind),
                         default=changes.get("default", self.default), annotation=changes.get("annotation", self.annotation))

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _Empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _Empty:
            text += (" = " if self.annotation is not _Empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return "<Parameter \"" + str(self) + "\">"

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default) == (other.name, other.kind, other.default)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


def formatannotation(annotation):
    if isinstance(annotation, type):
        return annotation.__qualname__ if annotation.__module__ == "builtins" else annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def _in_order(arguments):
    """Up to 3.8 they were an OrderedDict."""
    return arguments if _machine.minor >= 9 else collections.OrderedDict(arguments)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, _in_order(arguments)

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind == 3 or parameter.kind == 4 or name not in self.arguments:
                break
            if parameter.kind == 2:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments and parameter.kind == 4:
                found.update(self.arguments[name])
            elif name in self.arguments and parameter.kind == 3:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        full = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif parameter.default is not _Empty:
                full[name] = parameter.default
            elif parameter.kind == 2:
                full[name] = ()
            elif parameter.kind == 4:
                full[name] = {}
        self.arguments = _in_order(full)

    def __repr__(self):
        return "<BoundArguments (" + ", ".join([name + "=" + repr(value) for name, value in self.arguments.items()]) + ")>"


class Signature:
    empty = _Empty

    def __init__(self, parameters=None, *, return_annotation=_Empty):
        self.parameters = types.MappingProxyType({parameter.name: parameter for parameter in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **keywords):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=_Empty):
        return Signature(list(self.parameters.values()) if parameters is None else parameters, return_annotation=return_annotation)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == 2:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif args and kind != 3:
                if name in kwargs and kind != 0:
                    raise TypeError("multiple values for argument " + repr(name))
                arguments[name] = args.pop(0)
            elif name in kwargs and kind != 0:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _Empty and not partial:
                extra = " keyword-only" if kind == 3 and _machine.minor >= 12 else ""
                raise TypeError("missing a required" + extra + " argument: " + repr(name))
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError("got an unexpected keyword argument " + repr(list(kwargs)[0]))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __str__(self):
        parts = []
        starred = slash = False
        for parameter in self.parameters.values():
            if slash and parameter.kind != 0:
                parts.append("/")
                slash = False
            if parameter.kind == 0:
                slash = True
            if parameter.kind == 2:
                starred = True
            elif parameter.kind == 3 and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        if self.return_annotation is not _Empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature " + str(self) + ">"

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values())


def signature(obj, *, follow_wrapped=True, **keywords):
    if not callable(obj):
        raise TypeError(repr(obj) + " is not a callable object")
    while follow_wrapped and hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    if ismethod(obj):
        return Signature(list(signature(obj.__func__).parameters.values())[1:])
    if isinstance(obj, type):
        init = obj.__init__
        if not isfunction(init):
            init = obj.__new__
        if not isfunction(init):
            return Signature()
        return Signature(list(signature(init).parameters.values())[1:])
    if isfunction(obj):
        return _of_function(obj)
    if type(obj).__name__ == "partial":
        left = list(signature(obj.func).parameters.values())[len(obj.args):]
        return Signature([parameter.replace(default=obj.keywords[parameter.name], kind=Parameter.KEYWORD_ONLY)
                          if parameter.name in obj.keywords else parameter for parameter in left])
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return Signature(list(_of_function(call).parameters.values())[1:])
    raise ValueError("no signature found for builtin " + repr(obj))


def _of_function(function):
    parts = _machine.code_parts(function)
    names, only, positional, keyword_only, star, double_star = parts[5:11]
    defaults = function.__defaults__ or ()
    annotations = getattr(function, "__annotations__", None) or {}
    keyword_defaults = dict(parts[13])
    found = []
    for at in range(positional):
        after = at - (positional - len(defaults))
        found.append(Parameter(names[at], Parameter.POSITIONAL_ONLY if at < only else Parameter.POSITIONAL_OR_KEYWORD,
                               default=defaults[after] if after >= 0 else _Empty))
    rest = positional + keyword_only
    if star:
        found.append(Parameter(names[rest], Parameter.VAR_POSITIONAL))
        rest += 1
    for name in names[positional:positional + keyword_only]:
        found.append(Parameter(name, Parameter.KEYWORD_ONLY, default=keyword_defaults.get(name, _Empty)))
    if double_star:
        found.append(Parameter(names[rest], Parameter.VAR_KEYWORD))
    for parameter in found:
        parameter.annotation = annotations.get(parameter.name, _Empty)
    return Signature(found, return_annotation=annotations.get("return", _Empty))


class FullArgSpec(tuple):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __repr__(self):
        return "FullArgSpec(" + ", ".join([name + "=" + repr(value) for name, value in zip(self._fields, self)]) + ")"


for _at, _name in enumerate(FullArgSpec._fields):
    setattr(FullArgSpec, _name, property(lambda self, _at=_at: self[_at]))


def getfullargspec(func):
    parameters = list(signature(func).parameters.values())
    if ismethod(func):
        parameters = list(signature(func.__func__).parameters.values())
    named = [parameter for parameter in parameters if parameter.kind < 2]
    keyword = [parameter for parameter in parameters if parameter.kind == 3]
    stars = [parameter.name for parameter in parameters if parameter.kind == 2]
    double = [parameter.name for parameter in parameters if parameter.kind == 4]
    return FullArgSpec((
        [parameter.name for parameter in named], stars[0] if stars else None, double[0] if double else None,
        tuple([parameter.default for parameter in named if parameter.default is not _Empty]) or None,
        [parameter.name for parameter in keyword],
        {parameter.name: parameter.default for parameter in keyword if parameter.default is not _Empty} or None,
        _result_first(getattr(func, "__annotations__", None) or {})))


def _result_first(annotations):
    return {name: annotations[name] for name in sorted(annotations, key=lambda name: name != "return")}


# --- What something is -----------------------------------------------------------------------------------------------------

def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def isgeneratorfunction(object):
    while ismethod(object) or hasattr(object, "__wrapped__"):
        object = object.__func__ if ismethod(object) else object.__wrapped__
    return isfunction(object) and _machine.code_parts(object)[12] == "generator"


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutinefunction(object):
    return False


iscoroutine = isawaitable = isasyncgen = isasyncgenfunction = iscoroutinefunction


def isframe(object):
    return type(object).__name__ == "frame"


def istraceback(object):
    return type(object).__name__ == "traceback"


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", ()))


def isdatadescriptor(object):
    return not isclass(object) and hasattr(type(object), "__set__")


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    return sys.modules.get(getattr(object, "__module__", None))


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def _refuse(*args, **keywords):
    _machine.not_supported("not supported here: the texts of functions; what a program is made of is not shown to it")


getsource = getsourcelines = getcomments = _refuse


def getfile(object):
    return _machine.file_name()


getsourcefile = getfile


# --- Frames ----------------------------------------------------------------------------------------------------------------

class FrameInfo(tuple):
    _fields = ("frame", "filename", "lineno", "function", "code_context", "index")

    def __repr__(self):
        return "FrameInfo(" + ", ".join([name + "=" + repr(value) for name, value in zip(self._fields, self)]) + ")"


for _at, _name in enumerate(FrameInfo._fields):
    setattr(FrameInfo, _name, property(lambda self, _at=_at: self[_at]))


def currentframe():
    return sys._getframe()


def _info(frame):
    line = _machine.source_line(frame.f_lineno)[1]
    return FrameInfo((frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, [line + "\n"], 0))


def getframeinfo(frame, context=1):
    return _info(frame)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(_info(frame))
        frame = frame.f_back
    return found


def stack(context=1):
    return getouterframes(sys._getframe())


def trace(context=1):
    return []


def getattr_static(obj, attr, default=_Empty):
    for cls in (obj if isclass(obj) else type(obj)).__mro__:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default is _Empty:
        raise AttributeError(attr)
    return default


# --- Generators and calls ---------------------------------------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if _machine.generator_state(generator) == 2:
        return GEN_CLOSED
    return GEN_SUSPENDED if _machine.generator_state(generator) else GEN_CREATED


def getcallargs(func, /, *positional, **named):
    bound = signature(func.__func__ if ismethod(func) else func)
    if ismethod(func):
        positional = (func.__self__,) + positional
    try:
        found = bound.bind(*positional, **named)
    except TypeError:
        # The words are those of the call itself.
        func(*(positional[1:] if ismethod(func) else positional), **named)
        raise
    found.apply_defaults()
    keywords = [name for name, parameter in bound.parameters.items() if parameter.kind == Parameter.KEYWORD_ONLY]
    return {**{name: value for name, value in found.arguments.items() if name not in keywords},
            **{name: found.arguments[name] for name in keywords}}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__", None)
    elif isinstance(obj, types.ModuleType) or callable(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(repr(obj) + " is not a module, class, or callable.")
    return dict(found or {})


def iscode(object):
    return isinstance(object, types.CodeType)


def isgetsetdescriptor(object):
    return False


ismemberdescriptor = ismethodwrapper = isasyncgen = isasyncgenfunction = isawaitable = iscoroutine = isgetsetdescriptor

if _machine.minor < 10:
    del get_annotations
