//! Which variable a name means: the scopes of a module and what each says of its names.
//!
//! The rules are those of the language reference, "Resolution of names", and PEP 227, PEP 3104 (`nonlocal`) and
//! PEP 572 (`:=`), as CPython's `symtable.c` applies them.

use super::type_parameters::{PREFIX, Seen};
use std::collections::HashMap;
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ScopeId(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Function,
    Lambda,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    GeneratorExpression,
    Class,
}

impl ScopeKind {
    pub fn is_comprehension(self) -> bool {
        matches!(
            self,
            Self::ListComprehension | Self::SetComprehension | Self::DictComprehension | Self::GeneratorExpression
        )
    }

    /// Whether its variables are slots and cells rather than entries of a namespace.
    pub fn is_function_like(self) -> bool {
        !matches!(self, Self::Module | Self::Class)
    }
}

/// What a scope says of a name; a name that it only uses has such facts too.
#[derive(Clone, Debug, Default)]
pub(super) struct NameFacts {
    pub is_parameter: bool,
    pub is_bound: bool,
    pub is_global: bool,
    pub is_nonlocal: bool,
}

/// How the code of a scope reaches a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// A slot of the frame.
    Fast(u32),
    /// A cell, by its index in `cell_variables ++ free_variables`.
    Deref(u32),
    /// A cell, but a class body looks into its namespace first.
    ClassDeref(u32),
    Global,
    /// By name in the class namespace.
    Name,
}

pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    /// The innermost class around, for the mangling of private names.
    pub private_class: Option<Rc<str>>,
    pub is_generator: bool,
    /// The names of the type parameters that are seen here.
    pub type_parameters: Seen,
    /// Whether the body of this module or class annotates a variable.
    pub has_annotations: bool,
    pub names: Vec<(Rc<str>, NameFacts)>,
    places: HashMap<Rc<str>, usize>,
    /// Filled by the resolution.
    pub cells: Vec<Rc<str>>,
    pub frees: Vec<Rc<str>>,
    accesses: HashMap<Rc<str>, Access>,
}

impl Scope {
    fn new(kind: ScopeKind, parent: Option<ScopeId>, private_class: Option<Rc<str>>) -> Self {
        Self {
            kind,
            parent,
            private_class,
            is_generator: kind == ScopeKind::GeneratorExpression,
            has_annotations: false,
            type_parameters: Seen::default(),
            names: Vec::new(),
            places: HashMap::new(),
            cells: Vec::new(),
            frees: Vec::new(),
            accesses: HashMap::new(),
        }
    }

    pub fn facts(&self, name: &str) -> Option<&NameFacts> {
        self.places.get(name).map(|&place| &self.names[place].1)
    }

    pub fn facts_mut(&mut self, name: &str) -> &mut NameFacts {
        let place = match self.places.get(name) {
            Some(&place) => place,
            None => {
                let name: Rc<str> = Rc::from(name);
                self.places.insert(name.clone(), self.names.len());
                self.names.push((name, NameFacts::default()));
                self.names.len() - 1
            }
        };
        &mut self.names[place].1
    }

    pub fn access(&self, name: &str) -> Access {
        match self.accesses.get(name) {
            Some(&access) => access,
            None if self.kind == ScopeKind::Class => Access::Name,
            None => Access::Global,
        }
    }

    /// The index of a captured variable in `cell_variables ++ free_variables`.
    pub fn deref_index(&self, name: &str) -> Option<u32> {
        let in_cells = self.cells.iter().position(|cell| &**cell == name);
        let place = in_cells
            .or_else(|| self.frees.iter().position(|free| &**free == name).map(|place| place + self.cells.len()));
        place.map(|place| place as u32)
    }

    /// The names of the slots: the parameters, then the other locals that no inner function captures.
    pub fn local_names(&self) -> Vec<Rc<str>> {
        if !self.kind.is_function_like() {
            return Vec::new();
        }
        let parameters = self.names.iter().filter(|(_, facts)| facts.is_parameter);
        let others = self.names.iter().filter(|(name, facts)| {
            !facts.is_parameter && facts.is_bound && self.deref_index(name).is_none() && !facts.is_global
        });
        parameters.chain(others).map(|(name, _)| name.clone()).collect()
    }

    /// The name under which a variable is kept: that of a type parameter is the module's, under a name of its own.
    pub fn variable<'a>(&self, name: &'a str) -> std::borrow::Cow<'a, str> {
        match self.type_parameters.contains(name) {
            true => format!("{PREFIX}{name}").into(),
            false => self.mangle(name),
        }
    }

    pub fn add_type_parameters<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let mut names = names.peekable();
        if names.peek().is_some() {
            Rc::make_mut(&mut self.type_parameters).extend(names.map(Rc::from));
        }
    }

    /// `__private` inside `class Name` is `_Name__private` (language reference, "Private name mangling").
    pub fn mangle<'a>(&self, name: &'a str) -> std::borrow::Cow<'a, str> {
        let is_private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
        match &self.private_class {
            Some(class) if is_private && !class.trim_start_matches('_').is_empty() => {
                format!("_{}{name}", class.trim_start_matches('_')).into()
            }
            _ => name.into(),
        }
    }
}

/// All scopes of a module; each stands after the one around it.
#[derive(Default)]
pub(super) struct Scopes {
    scopes: Vec<Scope>,
    /// The scope that a node of the tree opens, by the node's address: the tree does not move while it is compiled.
    by_node: HashMap<usize, ScopeId>,
}

impl Scopes {
    pub fn open(
        &mut self,
        kind: ScopeKind,
        parent: Option<ScopeId>,
        private_class: Option<Rc<str>>,
        node: usize,
    ) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        let mut scope = Scope::new(kind, parent, private_class);
        if let Some(parent) = parent {
            scope.type_parameters = self.get(parent).type_parameters.clone();
        }
        self.scopes.push(scope);
        self.by_node.insert(node, id);
        id
    }

    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }

    /// The scope that a node opens.
    pub fn of_node<T>(&self, node: &T) -> ScopeId {
        self.by_node.get(&address_of(node)).copied().unwrap_or(ScopeId(0))
    }

    /// Decides what every name of every scope means.
    pub fn resolve(&mut self) {
        let mut free_accesses: Vec<(ScopeId, Rc<str>)> = Vec::new();
        for index in 0..self.scopes.len() {
            let id = ScopeId(index as u32);
            for place in 0..self.scopes[index].names.len() {
                let (name, facts) = &self.scopes[index].names[place];
                if facts.is_global || (facts.is_bound && !facts.is_nonlocal) {
                    continue;
                }
                let name = name.clone();
                if let Some((owner, between)) = self.owner_of(id, &name) {
                    add_once(&mut self.get_mut(owner).cells, &name);
                    for inner in between {
                        add_once(&mut self.get_mut(inner).frees, &name);
                    }
                    free_accesses.push((id, name));
                }
            }
        }
        self.settle_accesses(&free_accesses);
    }

    /// The function (or class, for `__class__`) whose variable a name means that is not bound in `id` itself, with the
    /// scopes through which the cell is handed down; `None` where it is global.
    fn owner_of(&self, id: ScopeId, name: &str) -> Option<(ScopeId, Vec<ScopeId>)> {
        let mut between = vec![id];
        let mut current = self.get(id).parent;
        while let Some(outer) = current {
            let scope = self.get(outer);
            match scope.kind {
                ScopeKind::Module => return None,
                ScopeKind::Class => {
                    if name == "__class__" {
                        return Some((outer, between));
                    }
                }
                _ => {
                    if let Some(facts) = scope.facts(name) {
                        if facts.is_global {
                            return None;
                        }
                        if facts.is_bound && !facts.is_nonlocal {
                            return Some((outer, between));
                        }
                    }
                }
            }
            between.push(outer);
            current = scope.parent;
        }
        None
    }

    fn settle_accesses(&mut self, free_accesses: &[(ScopeId, Rc<str>)]) {
        for scope in &mut self.scopes {
            let slots: HashMap<Rc<str>, u32> = scope.local_names().into_iter().zip(0..).collect();
            for place in 0..scope.names.len() {
                let (name, facts) = &scope.names[place];
                let access = match scope.kind {
                    _ if facts.is_global => Access::Global,
                    ScopeKind::Module => Access::Global,
                    ScopeKind::Class => Access::Name,
                    _ => match (scope.cells.iter().position(|cell| cell == name), slots.get(name)) {
                        (Some(cell), _) => Access::Deref(cell as u32),
                        (None, Some(&slot)) => Access::Fast(slot),
                        (None, None) => Access::Global,
                    },
                };
                let name = name.clone();
                scope.accesses.insert(name, access);
            }
        }
        for (id, name) in free_accesses {
            let scope = self.get_mut(*id);
            if let Some(index) = scope.deref_index(name) {
                let is_class = scope.kind == ScopeKind::Class;
                let access = if is_class { Access::ClassDeref(index) } else { Access::Deref(index) };
                scope.accesses.insert(name.clone(), access);
            }
        }
    }
}

fn add_once(names: &mut Vec<Rc<str>>, name: &Rc<str>) {
    if !names.contains(name) {
        names.push(name.clone());
    }
}

pub(super) fn address_of<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}
