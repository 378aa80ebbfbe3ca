//! A proxy that hears what a browser would send off the machine, and sends nothing on.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

/// A proxy on a port of its own, until the test's process ends.
pub struct Proxy {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("the listener has an address").port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&heard);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut said = [0; 1000];
                let length = stream.read(&mut said).unwrap_or_default();
                // A request, or the first bytes of an encrypted one.
                let said = String::from_utf8_lossy(&said[..length]).lines().next().unwrap_or_default().to_owned();
                shared.lock().expect("nobody panics with it").push(format!("by the proxy: {said}"));
                let _ = stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        });
        Self { port, heard }
    }

    /// Host and port, for a browser's preferences.
    pub fn address(&self) -> String {
        format!("{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// What it has heard since this was last called.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().expect("nobody panics with it"))
    }
}
