"""The module `logging.config`: loggers, handlers and formatters from a dict."""
# Not modelled: ConvertingDict ConvertingList ConvertingTuple stopListening

import _machine
import logging
import logging.handlers
from queue import Queue


def _resolve(name):
    """What a dotted name stands for."""
    used, *parts = name.split(".")
    found = _machine.module_named(used)
    if found is None:
        raise ValueError("Cannot resolve " + repr(name) + ": No module named " + repr(used))
    for part in parts:
        holder, used = used, used + "." + part
        if hasattr(found, part):
            found = getattr(found, part)
        elif _machine.module_named(used) is not None:
            found = _machine.module_named(used)
        else:
            ending = "" if holder in _PACKAGES else "; " + repr(holder) + " is not a package"
            raise ValueError("Cannot resolve " + repr(name) + ": No module named " + repr(used) + ending)
    return found


def _named(entry, made, doing):
    if not isinstance(entry, str):
        return entry
    if entry not in made:
        raise ValueError("Unable to " + doing + " " + repr(entry))
    return made[entry]


_PACKAGES = ("logging", "collections", "concurrent", "concurrent.futures")
_HOLDING = {"target", "queue", "handlers", "listener"}


class BaseConfigurator:
    def __init__(self, config):
        self.config = config

    def convert(self, value):
        if isinstance(value, str) and "://" in value:
            scheme, _, rest = value.partition("://")
            if scheme == "ext":
                return _resolve(rest)
            if scheme == "cfg":
                found = self.config
                for part in rest.replace("[", ".").replace("]", "").split("."):
                    found = found[int(part) if isinstance(found, (list, tuple)) else part]
                return self.convert(found)
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)([self.convert(item) for item in value])
        return value


class DictConfigurator(BaseConfigurator):
    def _make(self, config, standard):
        """An object from its factory, or the standard one."""
        config = dict(config)
        factory = config.pop("()", None)
        if factory is None:
            return standard(config)
        properties = config.pop(".", None)
        factory = factory if callable(factory) else _resolve(factory)
        try:
            made = factory(**self.convert(config))
        except TypeError as error:
            # A formatter says `fmt`, a dict may say `format`.
            if "'format'" not in str(error) or "format" not in config:
                raise
            config["fmt"] = config.pop("format")
            made = factory(**self.convert(config))
        for name, value in (properties or {}).items():
            setattr(made, name, value)
        return made

    def _formatter(self, config):
        kind = config.get("class")
        keywords = {"defaults": config["defaults"]} if "defaults" in config else {}
        return (_resolve(kind) if kind else logging.Formatter)(
            config.get("format"), config.get("datefmt"), config.get("style", "%"), config.get("validate", True), **keywords)

    def _handler(self, config):
        kind = config.pop("class")
        kind = _resolve(kind) if isinstance(kind, str) else kind
        config = self.convert(config)
        if issubclass(kind, logging.handlers.MemoryHandler) and "target" in config:
            config["target"] = self._handlers[config["target"]]
        if issubclass(kind, logging.handlers.QueueHandler) and _machine.minor >= 12:
            return self._queue_handler(kind, **config)
        return kind(**config)

    def _queue_handler(self, kind, queue=None, listener=None, handlers=(), respect_handler_level=False):
        """A handler with the listener that takes from its queue (3.12)."""
        queue, listener = [(_resolve(given) if isinstance(given, str) else given) for given in (queue, listener)]
        if isinstance(queue, dict):
            queue = self._make(queue, None)
        elif queue is None or callable(queue):
            queue = (queue or Queue)()
        made = kind(queue)
        listener = listener or logging.handlers.QueueListener
        made.listener = listener(queue, *[self._handlers[name] for name in handlers], respect_handler_level=respect_handler_level)
        return made

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        incremental = config.get("incremental", False)
        if not incremental:
            logging._handlers.clear()
        formatters, filters = {}, {}
        self._handlers = {}
        for name, entry in config.get("formatters", {}).items():
            try:
                formatters[name] = self._make(entry, self._formatter)
            except Exception as error:
                raise ValueError("Unable to configure formatter %r" % name) from error
        for name, entry in config.get("filters", {}).items():
            try:
                filters[name] = self._make(entry, lambda entry: logging.Filter(entry.get("name", "")))
            except Exception as error:
                raise ValueError("Unable to configure filter %r" % name) from error
        # Those that hold others come after them.
        for name, entry in sorted(config.get("handlers", {}).items(), key=lambda item: (bool(_HOLDING & set(item[1])), item[0])):
            try:
                if incremental:
                    handler = [other for other in logging._handlers if other.name == name][0]
                    if entry.get("level"):
                        handler.setLevel(logging._checkLevel(entry["level"]))
                    continue
                entry = dict(entry)
                formatter, level, names = entry.pop("formatter", None), entry.pop("level", None), entry.pop("filters", ())
                handler = self._make(entry, self._handler)
                if formatter:
                    handler.setFormatter(_named(formatter, formatters, "set formatter"))
                if level is not None:
                    handler.setLevel(logging._checkLevel(level))
                for filter in names:
                    handler.addFilter(_named(filter, filters, "add filter"))
                handler.name = name
                self._handlers[name] = handler
            except Exception as error:
                raise ValueError("Unable to configure handler %r" % name) from error
        loggers = config.get("loggers", {})
        for name, entry in loggers.items():
            logger = logging.getLogger(name)
            self._logger("logger", name, logger, entry, filters, incremental)
            if entry.get("propagate") is not None:
                logger.propagate = entry["propagate"]
            logger.disabled = False
        if not incremental and config.get("disable_existing_loggers", True):
            for name, logger in logging._loggers.items():
                if name not in loggers:
                    below = any([name.startswith(other + ".") for other in loggers])
                    if below:
                        logger.setLevel(logging.NOTSET)
                        logger.handlers = []
                        logger.propagate = True
                    else:
                        logger.disabled = True
        if config.get("root"):
            self._logger("root logger", None, logging.root, config["root"], filters, incremental)

    def _logger(self, kind, name, logger, config, filters, incremental):
        try:
            if config.get("level") is not None:
                logger.setLevel(logging._checkLevel(config["level"]))
            if not incremental:
                for handler in logger.handlers[:]:
                    logger.removeHandler(handler)
                for handler in config.get("handlers", ()):
                    logger.addHandler(_named(handler, self._handlers, "add handler"))
                for filter in config.get("filters", ()):
                    logger.addFilter(_named(filter, filters, "add filter"))
        except Exception as error:
            raise ValueError("Unable to configure " + kind + ("" if name is None else " %r" % name)) from error


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    _machine.not_supported("not supported here: logging.config.fileConfig(); use dictConfig()")


listen = fileConfig
