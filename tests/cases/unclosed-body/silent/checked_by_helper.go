// The helper looks at the error, and panics.
package cases

import "net/http"

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func code(url string) int {
	resp, err := http.Get(url)
	must(err)
	defer resp.Body.Close()
	return resp.StatusCode
}
