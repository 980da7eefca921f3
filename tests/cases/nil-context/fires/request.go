// Run time: no request is made: the library refuses a nil context with an error.
package cases

import "net/http"

func ask(url string) (*http.Request, error) {
	return http.NewRequestWithContext(nil, "GET", url, nil) // want nil-context "http.NewRequestWithContext"
}
