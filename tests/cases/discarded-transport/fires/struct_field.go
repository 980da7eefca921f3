// Run time: the client lies in a field of a struct that is as short-lived as the call that makes it.
package cases

import "net/http"

type session struct {
	web  *http.Client
	base string
}

func open(base string) *session {
	s := &session{base: base}
	s.web = &http.Client{}
	s.web.Transport = &http.Transport{} // want discarded-transport[warning] "each call of open"
	return s
}

func (s *session) probe() error {
	resp, err := s.web.Get(s.base)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Alive(base string) bool {
	return open(base).probe() == nil
}
