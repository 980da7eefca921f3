// What is done with the response is done where there is no error.
package cases

import (
	"io"
	"net/http"
)

func fetch(url string) (b []byte, err error) {
	resp, err := http.Get(url)
	if err == nil {
		b, err = io.ReadAll(resp.Body)
		resp.Body.Close()
	}
	return b, err
}
