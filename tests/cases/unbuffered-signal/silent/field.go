// The field's channel has slots.
package cases

import (
	"os"
	"os/signal"
)

type server struct{ stop chan os.Signal }

func newServer() *server { return &server{stop: make(chan os.Signal, 2)} }

func (s *server) listen() { signal.Notify(s.stop, os.Interrupt) }

func (s *server) wait() { <-s.stop }
