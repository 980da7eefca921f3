// Run time: where reading fails half way, the function returns with the body open.
package cases

import (
	"io"
	"net/http"
)

func fetch(url string) (string, error) {
	resp, err := http.Get(url) // want unclosed-body "not closed on every path"
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	resp.Body.Close()
	return string(b), nil
}
