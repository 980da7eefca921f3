// Near miss of struct_field: the session has a close that ends its idle connections.
package cases

import "net/http"

type session struct {
	web  *http.Client
	base string
}

func open(base string) *session {
	s := &session{base: base}
	s.web = &http.Client{}
	s.web.Transport = &http.Transport{}
	return s
}

func (s *session) probe() error {
	resp, err := s.web.Get(s.base)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *session) close() {
	s.web.CloseIdleConnections()
}

func Alive(base string) bool {
	s := open(base)
	defer s.close()
	return s.probe() == nil
}
