// Run time: each call leaves a connection and its two goroutines behind.
package cases

import (
	"io"
	"net/http"
)

func fetch(url string) ([]byte, error) {
	resp, err := http.Get(url) // want unclosed-body[warning] "the body of resp, from http.Get, is not closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}
