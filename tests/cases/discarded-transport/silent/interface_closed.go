// Near miss of round_tripper: the wrapper passes the release on, and the caller asks for it by an interface.
package cases

import "net/http"

type signer struct {
	next http.RoundTripper
	key  string
}

func (s *signer) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", s.key)
	return s.next.RoundTrip(r)
}

func (s *signer) CloseIdleConnections() {
	if c, ok := s.next.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

func Send(r *http.Request, key string) error {
	client := http.Client{Transport: &signer{next: &http.Transport{}, key: key}}
	defer client.CloseIdleConnections()
	resp, err := client.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
