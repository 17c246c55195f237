"""The module `logging.config`: loggers, handlers and formatters from a dict."""

import _machine
import logging
import logging.handlers


def _resolve(name):
    """What a dotted name stands for."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        found = _machine.module_named(".".join(parts[:count]))
        if found is not None:
            for part in parts[count:]:
                found = getattr(found, part)
            return found
    raise ValueError("Cannot resolve " + repr(name))


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
        made = (factory if callable(factory) else _resolve(factory))(**self.convert(config))
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
        if issubclass(kind, logging.handlers.QueueHandler):
            _machine.not_supported("not supported here: a QueueHandler in dictConfig(); make it in the program")
        return kind(**config)

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
        for name, entry in sorted(config.get("handlers", {}).items()):
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
                    handler.setFormatter(formatters[formatter])
                if level is not None:
                    handler.setLevel(logging._checkLevel(level))
                for filter in names:
                    handler.addFilter(filters[filter] if isinstance(filter, str) else filter)
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
                    logger.addHandler(self._handlers[handler] if isinstance(handler, str) else handler)
                for filter in config.get("filters", ()):
                    logger.addFilter(filters[filter] if isinstance(filter, str) else filter)
        except Exception as error:
            raise ValueError("Unable to configure " + kind + ("" if name is None else " %r" % name)) from error


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    _machine.not_supported("not supported here: logging.config.fileConfig(); use dictConfig()")


listen = fileConfig
