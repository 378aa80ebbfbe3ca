//! The planner in a frame of somebody else's page: how it looks and how tall it is, what is
//! kept there, and the code that brings it in.

mod code;
mod host;
mod keeping;
mod looks;
mod messages;
mod strict;
