// curfew: --level advice
// SIGTERM arrives: nothing handles it, the process ends inside Serve, and the deferred Close does not run.
package main

import (
	"net"
	"os"
)

type archive struct{ file *os.File }

func openArchive(path string) (*archive, error) {
	file, err := os.Create(path)
	return &archive{file: file}, err
}

func (a *archive) Close() error { return a.file.Sync() }

type server struct {
	ln    net.Listener
	store *archive
}

func (s *server) Serve() error {
	for {
		conn, err := s.ln.Accept()
		if err != nil {
			return err
		}
		s.store.file.WriteString(conn.RemoteAddr().String())
		conn.Close()
	}
}

func main() {
	store, err := openArchive("archive")
	if err != nil {
		return
	}
	defer store.Close()
	ln, err := net.Listen("tcp", ":7000")
	if err != nil {
		return
	}
	srv := &server{ln: ln, store: store}
	srv.Serve() // want exit-skips-defers[advice] "Serve"
}
