// A helper takes both results of the call.
package cases

import "net/http"

func unwrap(resp *http.Response, err error) *http.Response {
	if err != nil {
		panic(err)
	}
	return resp
}

func code(url string) int {
	resp := unwrap(http.Get(url))
	defer resp.Body.Close()
	return resp.StatusCode
}
