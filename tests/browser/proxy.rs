//! A proxy that hears what a browser would send off the machine, and sends nothing on but what
//! is for this machine by its name.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
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
                let mut said = [0; 8000];
                let length = stream.read(&mut said).unwrap_or_default();
                if hand_on(&stream, &said[..length]).is_some() {
                    continue;
                }
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

/// Hands a request for `localhost` on, and its answer back, if it is one. None has a body.
fn hand_on(stream: &TcpStream, said: &[u8]) -> Option<()> {
    let text = String::from_utf8_lossy(said);
    let (method, rest) = text.split_once(" http://localhost:")?;
    let (port, rest) = rest.split_once('/')?;
    let (port, request) = (port.parse::<u16>().ok()?, format!("{method} /{rest}"));
    let mut back = stream.try_clone().ok()?;
    thread::spawn(move || {
        let mut there = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        there.write_all(request.as_bytes())?;
        io::copy(&mut there, &mut back)?;
        back.shutdown(Shutdown::Both)
    });
    Some(())
}
