// What comes first only opens and closes a file of its own; the session goes on working with the set that it was built from.
package cases

import "os"

type set struct{ words []string }

func (s *set) load() {
	file, err := os.Open("words")
	if err != nil {
		return
	}
	defer file.Close()
	s.words = append(s.words, file.Name())
}

type session struct {
	from *set
	log  *os.File
}

func newSession(s *set, log *os.File) *session { return &session{from: s, log: log} }

func (s *session) end() { s.log.Close() }

func app(log *os.File) {
	words := &set{}
	session := newSession(words, log)
	words.load()
	session.end()
}
