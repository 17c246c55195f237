//! Methods of the built-in types, a file a type.

mod list;

use super::builder::Builder;

pub fn register(builder: &mut Builder) {
    list::register(builder);
}
