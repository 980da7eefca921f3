// The deferred literal closes it.
package cases

import (
	"io"
	"net/http"
)

func fetch(url string) (b []byte, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer func() {
		if e := resp.Body.Close(); err == nil {
			err = e
		}
	}()
	return io.ReadAll(resp.Body)
}
