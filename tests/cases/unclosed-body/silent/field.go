// The body lives on in a field, which someone closes.
package cases

import (
	"io"
	"net/http"
)

type reader struct{ body io.ReadCloser }

func open(url string) (*reader, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &reader{body: resp.Body}, nil
}

func (r *reader) Close() error { return r.body.Close() }
