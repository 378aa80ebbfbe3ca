//! How the wire types are made: each is listed once, and of that list come the struct, its
//! writer and its reader.
//!
//! The engine writes them with serde. serde would compile a reader of its own for each type
//! as well, and there are many: they were an eighth of the page's download. The browser
//! parses JSON anyway; what is left for the page is to take each field by its name from a
//! [`Source`].

/// Makes wire types: structs whose fields are public, which serde writes and [`Read`] reads.
macro_rules! wire {
    ($($(#[$about:meta])* pub struct $Name:ident { $($(#[$of_field:meta])* pub $field:ident: $Type:ty,)* })*) => { $(
        $(#[$about])*
        #[derive(Clone, Debug, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $Name { $($(#[$of_field])* pub $field: $Type,)* }

        impl<S: $crate::report::Source> $crate::report::Read<S> for $Name {
            fn of(value: &S, odd: &mut bool) -> Self {
                Self { $($field: $crate::report::wire::take(value, stringify!($field), odd),)* }
            }
        }

        impl PartialEq for $Name {
            fn eq(&self, other: &Self) -> bool {
                $($crate::report::wire::same(&self.$field, &other.$field))&&*
            }
        }
    )* };
}

pub(super) use wire;

/// A value of JSON, as whoever parsed it holds it.
pub trait Source: Sized {
    /// What stands under a name; nothing if it has no such name.
    fn field(&self, name: &str) -> Self;
    /// Whether it is `null`.
    fn is_null(&self) -> bool;
    /// It as a text, if it is one.
    fn text(&self) -> Option<String>;
    /// It as yes or no, if it is that.
    fn truth(&self) -> Option<bool>;
    /// It as a number, if it is one.
    fn number(&self) -> Option<f64>;
    /// The values in it, if it is a list.
    fn items(&self) -> Option<impl Iterator<Item = Self>>;
}

/// What can be read from a source of this kind.
pub trait Read<S>: Sized {
    /// Reads a value. One of another kind is odd, and stands for nothing.
    fn of(value: &S, odd: &mut bool) -> Self;
}

impl<S: Source> Read<S> for String {
    fn of(value: &S, odd: &mut bool) -> Self {
        or_odd(value.text(), odd)
    }
}

impl<S: Source> Read<S> for bool {
    fn of(value: &S, odd: &mut bool) -> Self {
        or_odd(value.truth(), odd)
    }
}

/// Whole numbers. What is no such number changes on the way there and back.
macro_rules! whole {
    ($($Number:ident)*) => { $(
        impl<S: Source> Read<S> for $Number {
            fn of(value: &S, odd: &mut bool) -> Self {
                let whole = value.number().map(|number| (number as Self, number));
                or_odd(whole.filter(|(whole, number)| f64::from(*whole) == *number).map(|(whole, _)| whole), odd)
            }
        }
    )* };
}

whole!(i16 u16 u32);

impl<S: Source, T: Read<S>> Read<S> for Option<T> {
    fn of(value: &S, odd: &mut bool) -> Self {
        (!value.is_null()).then(|| T::of(value, odd))
    }
}

impl<S: Source, T: Read<S>> Read<S> for Vec<T> {
    fn of(value: &S, odd: &mut bool) -> Self {
        let items = value.items().map(|items| items.map(|item| T::of(&item, odd)).collect());
        or_odd(items, odd)
    }
}

impl<S: Source> Read<S> for [String; 2] {
    fn of(value: &S, odd: &mut bool) -> Self {
        or_odd(Vec::of(value, odd).try_into().ok(), odd)
    }
}

// There are many fields of few types. What follows is compiled once for each type, and not
// anew for each field.

/// Reads what stands under a name.
#[inline(never)]
pub(super) fn take<S: Source, T: Read<S>>(value: &S, name: &str, odd: &mut bool) -> T {
    T::of(&value.field(name), odd)
}

/// Whether two fields hold the same.
#[inline(never)]
pub(super) fn same<T: PartialEq>(one: &T, other: &T) -> bool {
    one == other
}

fn or_odd<T: Default>(value: Option<T>, odd: &mut bool) -> T {
    *odd |= value.is_none();
    value.unwrap_or_default()
}
