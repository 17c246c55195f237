//! The built-in classes, allocated first and so known as constants, and the making of user classes.

use super::attributes::Attributes;
use super::heap::{Heap, ObjectId};
use super::object::{Class, Layout, Object, Payload};
use crate::source::order;
use std::rc::Rc;

macro_rules! builtin_classes {
    ($($constant:ident $name:literal $base:ident $layout:ident $module:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($constant,)* }
        $(pub const $constant: ObjectId = ObjectId(Order::$constant as u32);)*

        const BUILTIN: &[(ObjectId, &str, ObjectId, Layout, &str)] =
            &[$(($constant, $name, $base, Layout::$layout, $module),)*];
    };
}

builtin_classes! {
    OBJECT "object" OBJECT Plain "builtins",
    TYPE "type" OBJECT Type "builtins",
    NONE_TYPE "NoneType" OBJECT Sealed "builtins",
    NOT_IMPLEMENTED_TYPE "NotImplementedType" OBJECT Sealed "builtins",
    ELLIPSIS_TYPE "ellipsis" OBJECT Sealed "builtins",
    INT "int" OBJECT Int "builtins",
    BOOL "bool" INT Sealed "builtins",
    FLOAT "float" OBJECT Float "builtins",
    STR "str" OBJECT Str "builtins",
    BYTES "bytes" OBJECT Bytes "builtins",
    BYTEARRAY "bytearray" OBJECT ByteArray "builtins",
    TUPLE "tuple" OBJECT Tuple "builtins",
    LIST "list" OBJECT List "builtins",
    DICT "dict" OBJECT Dict "builtins",
    SET "set" OBJECT Set "builtins",
    FROZENSET "frozenset" OBJECT FrozenSet "builtins",
    SLICE "slice" OBJECT Sealed "builtins",
    RANGE "range" OBJECT Sealed "builtins",
    CELL "cell" OBJECT Sealed "builtins",
    FUNCTION "function" OBJECT Sealed "builtins",
    BUILTIN_FUNCTION "builtin_function_or_method" OBJECT Sealed "builtins",
    METHOD "method" OBJECT Sealed "builtins",
    MODULE "module" OBJECT Plain "builtins",
    GENERATOR "generator" OBJECT Sealed "builtins",
    PROPERTY "property" OBJECT Plain "builtins",
    STATICMETHOD "staticmethod" OBJECT Plain "builtins",
    CLASSMETHOD "classmethod" OBJECT Plain "builtins",
    SUPER "super" OBJECT Sealed "builtins",
    ZIP "zip" OBJECT Sealed "builtins",
    MAP "map" OBJECT Sealed "builtins",
    FILTER "filter" OBJECT Sealed "builtins",
    ENUMERATE "enumerate" OBJECT Sealed "builtins",
    DICT_KEYS "dict_keys" OBJECT Sealed "builtins",
    DICT_VALUES "dict_values" OBJECT Sealed "builtins",
    DICT_ITEMS "dict_items" OBJECT Sealed "builtins",
    MAPPING_PROXY "mappingproxy" OBJECT Sealed "builtins",
    LIST_ITERATOR "list_iterator" OBJECT Sealed "builtins",
    TUPLE_ITERATOR "tuple_iterator" OBJECT Sealed "builtins",
    STR_ITERATOR "str_iterator" OBJECT Sealed "builtins",
    BYTES_ITERATOR "bytes_iterator" OBJECT Sealed "builtins",
    RANGE_ITERATOR "range_iterator" OBJECT Sealed "builtins",
    SET_ITERATOR "set_iterator" OBJECT Sealed "builtins",
    DICT_KEY_ITERATOR "dict_keyiterator" OBJECT Sealed "builtins",
    DICT_VALUE_ITERATOR "dict_valueiterator" OBJECT Sealed "builtins",
    DICT_ITEM_ITERATOR "dict_itemiterator" OBJECT Sealed "builtins",
    REVERSED_ITERATOR "list_reverseiterator" OBJECT Sealed "builtins",
    ITERATOR "iterator" OBJECT Sealed "builtins",
    TRACEBACK "traceback" OBJECT Sealed "builtins",
    LOCK "lock" OBJECT Sealed "_thread",
    RLOCK "RLock" OBJECT Sealed "_thread",
    TEXT_FILE "TextIOWrapper" OBJECT Sealed "_io",

    BASE_EXCEPTION "BaseException" OBJECT Exception "builtins",
    EXCEPTION "Exception" BASE_EXCEPTION Exception "builtins",
    SYSTEM_EXIT "SystemExit" BASE_EXCEPTION Exception "builtins",
    KEYBOARD_INTERRUPT "KeyboardInterrupt" BASE_EXCEPTION Exception "builtins",
    GENERATOR_EXIT "GeneratorExit" BASE_EXCEPTION Exception "builtins",
    STOP_ITERATION "StopIteration" EXCEPTION Exception "builtins",
    STOP_ASYNC_ITERATION "StopAsyncIteration" EXCEPTION Exception "builtins",
    ARITHMETIC_ERROR "ArithmeticError" EXCEPTION Exception "builtins",
    FLOATING_POINT_ERROR "FloatingPointError" ARITHMETIC_ERROR Exception "builtins",
    OVERFLOW_ERROR "OverflowError" ARITHMETIC_ERROR Exception "builtins",
    ZERO_DIVISION_ERROR "ZeroDivisionError" ARITHMETIC_ERROR Exception "builtins",
    ASSERTION_ERROR "AssertionError" EXCEPTION Exception "builtins",
    ATTRIBUTE_ERROR "AttributeError" EXCEPTION Exception "builtins",
    BUFFER_ERROR "BufferError" EXCEPTION Exception "builtins",
    EOF_ERROR "EOFError" EXCEPTION Exception "builtins",
    IMPORT_ERROR "ImportError" EXCEPTION Exception "builtins",
    MODULE_NOT_FOUND_ERROR "ModuleNotFoundError" IMPORT_ERROR Exception "builtins",
    LOOKUP_ERROR "LookupError" EXCEPTION Exception "builtins",
    INDEX_ERROR "IndexError" LOOKUP_ERROR Exception "builtins",
    KEY_ERROR "KeyError" LOOKUP_ERROR Exception "builtins",
    MEMORY_ERROR "MemoryError" EXCEPTION Exception "builtins",
    NAME_ERROR "NameError" EXCEPTION Exception "builtins",
    UNBOUND_LOCAL_ERROR "UnboundLocalError" NAME_ERROR Exception "builtins",
    OS_ERROR "OSError" EXCEPTION Exception "builtins",
    BLOCKING_IO_ERROR "BlockingIOError" OS_ERROR Exception "builtins",
    CONNECTION_ERROR "ConnectionError" OS_ERROR Exception "builtins",
    BROKEN_PIPE_ERROR "BrokenPipeError" CONNECTION_ERROR Exception "builtins",
    CONNECTION_ABORTED_ERROR "ConnectionAbortedError" CONNECTION_ERROR Exception "builtins",
    CONNECTION_REFUSED_ERROR "ConnectionRefusedError" CONNECTION_ERROR Exception "builtins",
    CONNECTION_RESET_ERROR "ConnectionResetError" CONNECTION_ERROR Exception "builtins",
    FILE_EXISTS_ERROR "FileExistsError" OS_ERROR Exception "builtins",
    FILE_NOT_FOUND_ERROR "FileNotFoundError" OS_ERROR Exception "builtins",
    INTERRUPTED_ERROR "InterruptedError" OS_ERROR Exception "builtins",
    IS_A_DIRECTORY_ERROR "IsADirectoryError" OS_ERROR Exception "builtins",
    NOT_A_DIRECTORY_ERROR "NotADirectoryError" OS_ERROR Exception "builtins",
    PERMISSION_ERROR "PermissionError" OS_ERROR Exception "builtins",
    PROCESS_LOOKUP_ERROR "ProcessLookupError" OS_ERROR Exception "builtins",
    TIMEOUT_ERROR "TimeoutError" OS_ERROR Exception "builtins",
    REFERENCE_ERROR "ReferenceError" EXCEPTION Exception "builtins",
    RUNTIME_ERROR "RuntimeError" EXCEPTION Exception "builtins",
    NOT_IMPLEMENTED_ERROR "NotImplementedError" RUNTIME_ERROR Exception "builtins",
    RECURSION_ERROR "RecursionError" RUNTIME_ERROR Exception "builtins",
    PYTHON_FINALIZATION_ERROR "PythonFinalizationError" RUNTIME_ERROR Exception "builtins",
    SYNTAX_ERROR "SyntaxError" EXCEPTION Exception "builtins",
    INDENTATION_ERROR "IndentationError" SYNTAX_ERROR Exception "builtins",
    SYSTEM_ERROR "SystemError" EXCEPTION Exception "builtins",
    TYPE_ERROR "TypeError" EXCEPTION Exception "builtins",
    VALUE_ERROR "ValueError" EXCEPTION Exception "builtins",
    UNICODE_ERROR "UnicodeError" VALUE_ERROR Exception "builtins",
    UNICODE_DECODE_ERROR "UnicodeDecodeError" UNICODE_ERROR Exception "builtins",
    UNICODE_ENCODE_ERROR "UnicodeEncodeError" UNICODE_ERROR Exception "builtins",
    WARNING "Warning" EXCEPTION Exception "builtins",
    DEPRECATION_WARNING "DeprecationWarning" WARNING Exception "builtins",
    PENDING_DEPRECATION_WARNING "PendingDeprecationWarning" WARNING Exception "builtins",
    RUNTIME_WARNING "RuntimeWarning" WARNING Exception "builtins",
    SYNTAX_WARNING "SyntaxWarning" WARNING Exception "builtins",
    USER_WARNING "UserWarning" WARNING Exception "builtins",
    FUTURE_WARNING "FutureWarning" WARNING Exception "builtins",
    IMPORT_WARNING "ImportWarning" WARNING Exception "builtins",
    RESOURCE_WARNING "ResourceWarning" WARNING Exception "builtins",
    CHILD_PROCESS_ERROR "ChildProcessError" OS_ERROR Exception "builtins",
    UNICODE_TRANSLATE_ERROR "UnicodeTranslateError" UNICODE_ERROR Exception "builtins",
    TAB_ERROR "TabError" INDENTATION_ERROR Exception "builtins",
    BYTES_WARNING "BytesWarning" WARNING Exception "builtins",
    UNICODE_WARNING "UnicodeWarning" WARNING Exception "builtins",
    ENCODING_WARNING "EncodingWarning" WARNING Exception "builtins",
}

/// Fills an empty heap with the built-in classes.
pub fn allocate_builtin(heap: &mut Heap) {
    for &(id, name, base, layout, module) in BUILTIN {
        let mut linearization = vec![id];
        if id != OBJECT {
            let inherited = match &heap.get(base).payload {
                Payload::Class(class) => class.linearization.clone(),
                _ => Rc::from([OBJECT]),
            };
            linearization.extend(inherited.iter());
        }
        let class = Class {
            name: Rc::from(name),
            qualified_name: Rc::from(name),
            module: Rc::from(module),
            bases: if id == OBJECT { Vec::new() } else { vec![base] },
            linearization: linearization.into(),
            attributes: Attributes::default(),
            layout,
            is_user: false,
            slots: None,
        };
        let allocated = heap.allocate(Object::new(TYPE, Payload::Class(Rc::new(class))));
        debug_assert_eq!(allocated, id);
    }
}

/// The built-in classes by name, for the module `builtins`.
pub fn builtin_names() -> impl Iterator<Item = (&'static str, ObjectId)> {
    const HIDDEN: &[&str] = &["_thread", "_io"];
    const INTERNAL: std::ops::RangeInclusive<u32> = CELL.0..=GENERATOR.0;
    const INTERNAL_TOO: std::ops::RangeInclusive<u32> = DICT_KEYS.0..=TRACEBACK.0;
    BUILTIN
        .iter()
        .filter(|(id, _, _, _, module)| {
            !HIDDEN.contains(module)
                && !INTERNAL.contains(&id.0)
                && !INTERNAL_TOO.contains(&id.0)
                && ![NONE_TYPE, NOT_IMPLEMENTED_TYPE, ELLIPSIS_TYPE].contains(id)
        })
        .map(|&(id, name, ..)| (name, id))
}

/// Merges base orders by C3 (`Objects/typeobject.c`, `mro_internal`); none when no consistent order exists. Takes as long as
/// the orders are, all together.
pub fn linearize(class: ObjectId, mut orders: Vec<Rc<[ObjectId]>>, bases: &[ObjectId]) -> Option<Vec<ObjectId>> {
    orders.push(bases.into());
    // In how many orders a class stands behind another that has not had its turn, for the classes of `names`.
    let mut names: Vec<ObjectId> = orders.iter().flat_map(|order| order.iter().copied()).collect();
    order::sort(&mut names);
    names.dedup();
    let place = |class: ObjectId| names.binary_search(&class).unwrap_or(names.len());
    let mut waiting = vec![0_u32; names.len() + 1];
    for class in orders.iter().flat_map(|order| order.iter().skip(1)) {
        waiting[place(*class)] += 1;
    }
    let mut next: Vec<usize> = vec![0; orders.len()];
    let mut first = 0;
    let mut result = vec![class];
    loop {
        while first < orders.len() && next[first] == orders[first].len() {
            first += 1;
        }
        if first == orders.len() {
            return Some(result);
        }
        let heads = (first..orders.len()).filter_map(|at| orders[at].get(next[at]));
        let chosen = *heads.into_iter().find(|head| waiting[place(**head)] == 0)?;
        result.push(chosen);
        for at in first..orders.len() {
            if orders[at].get(next[at]) == Some(&chosen) {
                next[at] += 1;
                if let Some(head) = orders[at].get(next[at]) {
                    waiting[place(*head)] -= 1;
                }
            }
        }
    }
}
