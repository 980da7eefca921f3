// Only main gets there.
package main

type server struct{ accept func() }

func (s *server) run() {
	s.accept()
	hold()
}

func hold() { select {} }

func main() {
	s := &server{accept: func() {}}
	s.run()
}
